package org.vigie.analytics.tension;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.prospective.Evidence;
import org.vigie.analytics.prospective.PooledPanel;
import org.vigie.analytics.prospective.PooledVerdict;
import org.vigie.analytics.series.SiteHistory;

/**
 * An estate whose teams go where its own score sends them. What they find there enters the next score; what residents
 * report does not depend on them. True rates never change: whatever piles up at one site is the score's own doing.
 */
final class PatrolledEstate {

    static final int SITES = 20;
    static final int WEEKS_BEFORE = 60;
    static final int WEEKS = 156;
    private static final double HOURS = 100;
    private static final double FOUND_PER_HOUR = .15;

    private final Well19937c random;
    private final double[] reporting;
    private int risingSite = -1;
    private int risesFrom;
    private final double[][] hours = new double[SITES][WEEKS_BEFORE + WEEKS + 1];
    private final double[][] reported = new double[SITES][WEEKS_BEFORE + WEEKS];
    private final double[][] discovered = new double[SITES][WEEKS_BEFORE + WEEKS];

    /** How hours of the next week follow from what is known. */
    interface Dispatch {
        /** Weight of each site. */
        double[] weights(PatrolledEstate estate, int week);
    }

    /**
     * @param reporting facts that residents of each site report a week
     */
    PatrolledEstate(long seed, double[] reporting) {
        this.random = new Well19937c(seed);
        this.reporting = reporting.clone();
    }

    /** The same estate, in which the rate of one site triples from a week on. */
    PatrolledEstate tripling(int site, int fromWeek) {
        risingSite = site;
        risesFrom = fromWeek;
        return this;
    }

    static double[] equal(double value) {
        double[] all = new double[SITES];
        Arrays.fill(all, value);
        return all;
    }

    /** Lets the weeks pass: at first everybody is visited alike, then a share of the hours goes where dispatch says. */
    PatrolledEstate live(Dispatch dispatch, double floor) {
        double[] share = equal(1.0 / SITES);
        for (int week = 0; week < WEEKS_BEFORE + WEEKS; week++) {
            for (int site = 0; site < SITES; site++) {
                hours[site][week] = HOURS * share[site];
                double rate = site == risingSite && week >= risesFrom ? 3 : 1;
                discovered[site][week] = draw(FOUND_PER_HOUR * rate * hours[site][week]);
                reported[site][week] = draw(reporting[site] * rate);
            }
            if (week >= WEEKS_BEFORE) {
                double[] weights = dispatch.weights(this, week);
                double sum = Arrays.stream(weights).sum();
                for (int site = 0; site < SITES; site++) {
                    double wanted = sum > 0 ? weights[site] / sum : 1.0 / SITES;
                    share[site] = (1 - floor) * wanted + floor / SITES;
                }
            }
        }
        return this;
    }

    /** Tension scores of all sites at the end of a week, by the shipped detector. */
    double[] scores(int week) {
        List<SiteHistory> histories = new ArrayList<>();
        for (int site = 0; site < SITES; site++) {
            histories.add(SiteHistory.ofCounts("agency", 100, Arrays.copyOf(reported[site], week + 1))
                    .withDiscovered(Arrays.copyOf(discovered[site], week + 1))
                    .withPresenceHours(Arrays.copyOf(hours[site], week + 1)));
        }
        List<PooledVerdict> verdicts = new PooledPanel(histories, PooledSettings.STANDARD).judge(week);
        return verdicts.stream().mapToDouble(PatrolledEstate::score).toArray();
    }

    /** Facts of the last weeks, found and reported alike. */
    double[] totals(int week) {
        double[] totals = new double[SITES];
        for (int site = 0; site < SITES; site++) {
            for (int past = Math.max(0, week - 12); past <= week; past++) {
                totals[site] += discovered[site][past] + reported[site][past];
            }
        }
        return totals;
    }

    /** Hours of the most visited site in the last year over the mean of all sites. */
    double concentration() {
        return Arrays.stream(hoursOfTheLastYear()).max().orElseThrow() / (HOURS * 52 / SITES);
    }

    double[] hoursOfTheLastYear() {
        double[] sums = new double[SITES];
        for (int site = 0; site < SITES; site++) {
            for (int week = WEEKS_BEFORE + WEEKS - 52; week < WEEKS_BEFORE + WEEKS; week++) {
                sums[site] += hours[site][week];
            }
        }
        return sums;
    }

    private static double score(PooledVerdict verdict) {
        double pValue = verdict.verdict().fold(Evidence::pValue, Evidence::pValue, reason -> 1.0);
        Situation situation = new Situation(pValue, Map.of(), 0, 1, Situation.Context.NONE);
        return TensionScore.of(situation, TensionScore.Caps.DEFAULT).points();
    }

    private double draw(double mean) {
        return mean > 0 ? new PoissonDistribution(random, mean, 1e-12, 1000).sample() : 0;
    }
}

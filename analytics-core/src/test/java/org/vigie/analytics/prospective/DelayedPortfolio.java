package org.vigie.analytics.prospective;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.vigie.analytics.baseline.PooledBaseline;
import org.vigie.analytics.baseline.PooledDelays;
import org.vigie.analytics.baseline.PooledLayout;
import org.vigie.analytics.baseline.PooledOffsets;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.baseline.PooledTotals;
import org.vigie.analytics.baseline.ReportingDelay;
import org.vigie.analytics.series.SiteHistory;

/**
 * A simulated portfolio whose facts become known late, by habits that differ between agencies and from week to week. Each
 * week sees what was known at its end. One site in eight is tense for eight weeks in each year that is judged.
 */
final class DelayedPortfolio {

    static final int WEEKS = 260;
    static final int FIRST_JUDGED = 208;
    private static final int LATEST = 6;
    private static final int TENSE_WEEKS = 8;
    private static final int LINGERING = 14;

    private final Well19937c random;
    private final List<Site> sites = new ArrayList<>();
    private final long seed;
    private final boolean learned;

    /** How an agency reports: sites, mean share known in the week itself, and how that share sways between weeks. */
    record Agency(String name, int sites, double promptShare, double sway) {}

    /** A site: facts by week and by delay, and the first week of its tension (or one that never comes). */
    private record Site(String name, String agency, double dwellings, List<double[]> facts, int tenseFrom) {

        boolean tenseIn(int week) {
            return tenseFrom <= week && week < tenseFrom + TENSE_WEEKS;
        }

        boolean cleanIn(int week) {
            return week < tenseFrom || week >= tenseFrom + TENSE_WEEKS + LINGERING;
        }

        SiteHistory knownAt(int now) {
            double[] counts = new double[now + 1];
            for (int week = 0; week <= now; week++) {
                for (int delay = 0; delay <= Math.min(LATEST, now - week); delay++) {
                    counts[week] += facts.get(week)[delay];
                }
            }
            return SiteHistory.ofCounts(agency, dwellings, counts);
        }
    }

    /**
     * @param learned whether the delay is learned and allowed for
     */
    DelayedPortfolio(long seed, List<Agency> agencies, boolean learned) {
        this.random = new Well19937c(seed);
        this.seed = seed;
        this.learned = learned;
        agencies.forEach(this::draw);
    }

    private void draw(Agency agency) {
        double[][] delays = new double[WEEKS][];
        double[] course = new double[WEEKS];
        double effort = 0;
        for (int week = 0; week < WEEKS; week++) {
            effort = .98 * effort + .05 * random.nextGaussian();
            course[week] = Math.exp(effort + .3 * Math.cos(2 * Math.PI * week / 52.18));
            double odds = agency.promptShare() / (1 - agency.promptShare());
            double swayed = odds * Math.exp(agency.sway() * random.nextGaussian());
            delays[week] = shares(swayed / (1 + swayed));
        }
        for (int site = 0; site < agency.sites(); site++) {
            draw(agency, course, delays);
        }
    }

    /** Of what does not come at once, half of what is left comes each week, and all of it in the last. */
    private static double[] shares(double prompt) {
        double[] shares = new double[LATEST + 1];
        double left = 1;
        for (int delay = 0; delay < LATEST; delay++) {
            shares[delay] = left * (delay == 0 ? prompt : .5);
            left -= shares[delay];
        }
        shares[LATEST] = left;
        return shares;
    }

    private void draw(Agency agency, double[] course, double[][] delays) {
        double rate = .1 * Math.exp(random.nextDouble() * Math.log(15));
        double dispersion = .02 + .3 * random.nextDouble();
        int tenseFrom = random.nextInt(8) == 0
                ? FIRST_JUDGED + random.nextInt(WEEKS - FIRST_JUDGED - TENSE_WEEKS)
                : WEEKS + 1000;
        double[][] facts = new double[WEEKS][LATEST + 1];
        for (int week = 0; week < WEEKS; week++) {
            boolean tense = tenseFrom <= week && week < tenseFrom + TENSE_WEEKS;
            double count = QuietPortfolio.count(random, rate * course[week] * (tense ? 3 : 1), dispersion);
            double left = 1;
            for (int delay = 0; delay <= LATEST && count > 0; delay++) {
                double chance = Math.min(1, delays[week][delay] / left);
                facts[week][delay] = new BinomialDistribution(random, (int) count, chance).sample();
                count -= facts[week][delay];
                left = Math.max(1e-9, left - delays[week][delay]);
            }
        }
        double dwellings = Math.max(12, Math.rint(100 * rate * Math.exp(.4 * random.nextGaussian())));
        sites.add(new Site(seed + " " + sites.size(), agency.name(), dwellings, List.of(facts), tenseFrom));
    }

    /** Judges every {@code step}-th week of the last year. */
    void judge(int step, DelayTally tally) {
        for (int now = FIRST_JUDGED; now < WEEKS; now += step) {
            judgeWeek(now, tally);
        }
    }

    private void judgeWeek(int now, DelayTally tally) {
        List<SiteHistory> known = new ArrayList<>();
        for (Site site : sites) {
            known.add(site.knownAt(now));
        }
        PooledBaseline baseline = baseline(now, known);
        for (int i = 0; i < known.size(); i++) {
            Site site = sites.get(i);
            SiteHistory history = known.get(i);
            PooledVerdict verdict = PooledDetector.judge(history, baseline);
            double expected = baseline.expect(history).expected(now);
            if (site.cleanIn(now)) {
                tally.addClean(verdict, history.observed(now), expected);
            } else if (site.tenseIn(now)) {
                tally.addTense(site.name(), verdict);
            }
        }
    }

    private PooledBaseline baseline(int now, List<SiteHistory> known) {
        PooledLayout layout = PooledLayout.of(sites.stream().map(Site::agency).toList(), now + 1, false);
        PooledTotals totals = new PooledTotals(layout);
        known.forEach(totals::add);
        PooledOffsets offsets = PooledOffsets.none(layout);
        PooledOffsets used = learned ? offsets.with(ReportingDelay.of(delays(layout, now))) : offsets;
        return PooledBaseline.learn(totals.measuredAgainst(used), known, PooledSettings.STANDARD);
    }

    private PooledDelays delays(PooledLayout layout, int now) {
        PooledDelays delays = new PooledDelays(layout);
        for (Site site : sites) {
            int group = layout.position(site.agency());
            for (int week = 0; week <= now; week++) {
                for (int delay = 0; delay <= Math.min(LATEST, now - week); delay++) {
                    delays.add(group, false, now - week, delay, site.facts().get(week)[delay]);
                }
            }
        }
        return delays;
    }
}

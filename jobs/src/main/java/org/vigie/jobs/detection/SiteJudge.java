package org.vigie.jobs.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.baseline.PooledExpectation;
import org.vigie.analytics.multiplicity.WeightedHarmonicMean;
import org.vigie.analytics.prospective.Evidence;
import org.vigie.analytics.prospective.PooledDetector;
import org.vigie.analytics.prospective.PooledVerdict;
import org.vigie.analytics.prospective.Reason;
import org.vigie.analytics.series.SiteHistory;

/** Judges one site in one week: every series, then all series together. */
final class SiteJudge {

    private static final double SHARE_OF_ALL_FACTS = 0.5;
    private static final double SHARE_OF_GRAVE_FACTS = 0.1;
    private static final double SHARE_OF_FAMILIES = 0.4;
    private static final double NAMED_BELOW = 0.05;
    private static final int RECENT_WEEKS = 4;

    private final SiteRecord site;
    private final int asOf;
    private final Portfolio portfolio;
    private final List<Judged> judged = new ArrayList<>();
    private @Nullable PooledExpectation allFactsExpected;

    /** A series with its verdict. */
    record Judged(SiteRecord.Series series, SiteHistory history, PooledVerdict verdict) {

        Optional<Evidence> evidence() {
            return verdict.verdict().fold(Optional::of, Optional::of, reason -> Optional.empty());
        }

        double pValue() {
            return evidence().map(Evidence::pValue).orElse(1.0);
        }

        int reportedSinceOnset() {
            double reported = 0;
            for (int week = Math.max(0, verdict.onsetWeek()); week < history.weeks(); week++) {
                reported += history.reported(week);
            }
            return (int) Math.round(reported);
        }
    }

    SiteJudge(SiteRecord site, int asOf, Portfolio portfolio) {
        this.site = site;
        this.asOf = asOf;
        this.portfolio = portfolio;
        JudgementPlan plan = portfolio.plan();
        List<SiteRecord.Series> series = plan.series();
        for (int which = 0; which < series.size(); which++) {
            SiteHistory history = plan.history(site, asOf, series.get(which));
            judged.add(new Judged(series.get(which), history, judge(history, plan.position(asOf, which))));
        }
    }

    /** Verdicts of all series, all facts first. */
    List<Judged> all() {
        return judged;
    }

    Judged allFacts() {
        return judged.get(0);
    }

    /** Chance of evidence at least as strong, all series together; empty when the site cannot be judged. */
    Optional<Double> pValue() {
        if (allFacts().evidence().isEmpty()) {
            return Optional.empty();
        }
        double[] pValues = judged.stream().mapToDouble(Judged::pValue).toArray();
        double[] weights = new double[pValues.length];
        for (int which = 0; which < weights.length; which++) {
            weights[which] = switch (which) {
                case 0 -> SHARE_OF_ALL_FACTS;
                case 1 -> SHARE_OF_GRAVE_FACTS;
                default -> SHARE_OF_FAMILIES / (weights.length - 2);
            };
        }
        return Optional.of(WeightedHarmonicMean.combine(pValues, weights));
    }

    /** The series to name: the family that stands out most if one does, else grave facts, else all. */
    Judged leading() {
        int best = 0;
        double smallest = NAMED_BELOW;
        for (int which = 2; which < judged.size(); which++) {
            if (judged.get(which).pValue() < smallest) {
                smallest = judged.get(which).pValue();
                best = which;
            }
        }
        boolean graveLeads = best == 0
                && judged.get(1).pValue() < Math.min(NAMED_BELOW, allFacts().pValue());
        return judged.get(graveLeads ? 1 : best);
    }

    /** Facts of some past weeks that count for the judgement: {@code skip} weeks back from the newest, four weeks long. */
    int facts(int skip) {
        SiteHistory history = allFacts().history();
        double sum = 0;
        for (int week = from(history, skip); week < history.weeks() - skip; week++) {
            sum += history.observed(week);
        }
        return (int) Math.round(sum);
    }

    /** Facts of the last four weeks in a series that is not judged. */
    int recentFacts(SiteRecord.Series series) {
        SiteHistory history = portfolio.plan().history(site, asOf, series);
        double sum = 0;
        for (int week = from(history, 0); week < history.weeks(); week++) {
            sum += history.observed(week);
        }
        return (int) Math.round(sum);
    }

    /** Facts expected in the same weeks; empty when the site cannot be judged. */
    @Nullable
    Double expected(int skip) {
        if (allFacts().evidence().isEmpty()) {
            return null;
        }
        PooledExpectation expectation = expectation();
        double sum = 0;
        for (int week = from(allFacts().history(), skip); week < expectation.weeks() - skip; week++) {
            sum += expectation.expected(week);
        }
        return sum;
    }

    private PooledExpectation expectation() {
        PooledExpectation made = allFactsExpected;
        if (made == null) {
            made = portfolio
                    .baseline(portfolio.plan().position(asOf, 0))
                    .expect(allFacts().history());
            allFactsExpected = made;
        }
        return made;
    }

    /** Why the site says nothing, by its history and its presence; empty when it does. */
    Optional<Reason> reason() {
        Optional<Reason> unfit = allFacts()
                .verdict()
                .verdict()
                .fold(signal -> Optional.empty(), quiet -> Optional.empty(), Optional::of);
        if (unfit.isPresent() || !portfolio.plan().presenceDelivered(asOf)) {
            return unfit;
        }
        return presence(0, RECENT_WEEKS) > 0 ? Optional.empty() : Optional.of(Reason.NO_PRESENCE);
    }

    /** Mean hours of presence a week, over some weeks up to {@code skip} weeks back. */
    double presence(int skip, int weeks) {
        double[] hours = site.presence(asOf, portfolio.plan().firstWeek(asOf));
        int last = hours.length - skip;
        int first = Math.max(0, last - weeks);
        double sum = 0;
        for (int week = first; week < last; week++) {
            sum += hours[week];
        }
        return last > first ? sum / (last - first) : 0;
    }

    private PooledVerdict judge(SiteHistory history, int position) {
        return PooledDetector.judge(history, portfolio.baseline(position));
    }

    private static int from(SiteHistory history, int skip) {
        return Math.max(0, history.weeks() - skip - RECENT_WEEKS);
    }
}

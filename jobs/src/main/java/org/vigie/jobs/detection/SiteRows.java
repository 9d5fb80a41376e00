package org.vigie.jobs.detection;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.prospective.Evidence;
import org.vigie.analytics.prospective.PooledChart;
import org.vigie.analytics.prospective.PooledDetector;
import org.vigie.analytics.prospective.Reason;
import org.vigie.analytics.series.SiteHistory;

/** Rows of the detection tables for one site; sent to every task with what all sites share. */
final class SiteRows implements Serializable {

    /** A row of evidence or of verdicts; the other is empty. */
    static final StructType JUDGED = new StructType()
            .add("evidence", DetectionTables.EVIDENCE.schema())
            .add("verdict", DetectionTables.VERDICTS.schema());

    private static final long serialVersionUID = 1L;
    private static final int YEAR = 52;
    private static final int RECENT_WEEKS = 4;
    private static final int CHART_WEEKS = 156;

    private final Portfolio portfolio;
    private final FeedPulse pulse;
    private final TreeMap<Integer, String> digests;

    /**
     * @param digests digest of all that could be seen, by week of which evidence is wanted
     */
    SiteRows(Portfolio portfolio, FeedPulse pulse, Map<Integer, String> digests) {
        this.portfolio = portfolio;
        this.pulse = pulse;
        this.digests = new TreeMap<>(digests);
    }

    /**
     * Rows of {@link #JUDGED}: evidence of each week of which it is wanted and in which the site was followed, and verdicts
     * of every series in the last one. Both at once, so that no series is judged twice.
     */
    void judged(SiteRecord site, List<Row> out) {
        int last = portfolio.plan().lastAsOf();
        portfolio
                .plan()
                .asOfs()
                .filter(week -> site.followedIn(week) && (week == last || digests.containsKey(week)))
                .forEach(asOf -> {
                    SiteJudge judge = new SiteJudge(site, asOf, portfolio);
                    if (digests.containsKey(asOf)) {
                        out.add(RowFactory.create(evidence(site, judge, asOf), null));
                    }
                    if (asOf == last) {
                        judge.all().forEach(one -> out.add(RowFactory.create(null, verdict(site, one, asOf))));
                    }
                });
    }

    /** One row per week of the last three years. */
    void fitted(SiteRecord site, List<Row> out) {
        JudgementPlan plan = portfolio.plan();
        int asOf = plan.lastAsOf();
        if (!site.followedIn(asOf) || plan.weeks(asOf) == 0) {
            return;
        }
        int firstWeek = plan.firstWeek(asOf);
        SiteHistory history = plan.history(site, asOf, new SiteRecord.AllFacts());
        int shown = Math.max(history.firstWeek(), history.weeks() - CHART_WEEKS);
        PooledChart chart = PooledDetector.chart(history, portfolio.baseline(plan.position(asOf, 0)), shown);
        double[] reported = site.facts(false, asOf, firstWeek, new SiteRecord.AllFacts());
        double[] discovered = site.facts(true, asOf, firstWeek, new SiteRecord.AllFacts());
        double[] hours = site.presence(asOf, firstWeek);
        double[] in = site.moves("IN", asOf, firstWeek);
        double[] outward = site.moves("OUT", asOf, firstWeek);
        List<SiteRecord.Plan> plans = site.plansAt(asOf);
        for (int i = shown; i < history.weeks(); i++) {
            int week = firstWeek + i;
            long works = plans.stream().filter(one -> one.runsIn(week)).count();
            out.add(RowFactory.create(
                    site.siteId(),
                    WeekAxis.mondayOf(week),
                    (int) Math.round(reported[i]),
                    (int) Math.round(discovered[i]),
                    chart.expected(i),
                    chart.low(i),
                    chart.high(i),
                    chart.threshold(i),
                    history.hasPresence() ? (Double) hours[i] : null,
                    (int) works,
                    (int) Math.round(in[i] + outward[i])));
        }
    }

    private Row evidence(SiteRecord site, SiteJudge judge, int asOf) {
        SiteJudge.Judged leading = judge.leading();
        boolean judged = judge.pValue().isPresent();
        Optional<Reason> reason = judge.reason()
                .or(() -> pulse.silentFeeds(site.agency(), asOf).isEmpty()
                        ? Optional.empty()
                        : Optional.of(Reason.FEED_SILENT));
        boolean presence = portfolio.plan().presenceDelivered(asOf);
        return RowFactory.create(
                site.siteId(),
                site.agency(),
                site.team(),
                WeekAxis.mondayOf(asOf),
                digests.get(asOf),
                reason.map(Reason::code).orElse(null),
                judge.pValue().orElse(null),
                judged ? leading.series().name() : null,
                leading.evidence().map(Evidence::score).orElse(null),
                judged ? onset(leading, asOf) : null,
                judged ? (int) Math.round(leading.verdict().observedSinceOnset()) : null,
                judged ? leading.verdict().expectedSinceOnset() : null,
                judged ? leading.reportedSinceOnset() : null,
                judge.facts(0),
                judge.expected(0),
                judge.facts(RECENT_WEEKS),
                judge.expected(RECENT_WEEKS),
                judge.recentFacts(SiteRecord.Marked.GRAVE_FACTS),
                judge.recentFacts(SiteRecord.Marked.GRAVEST_FACTS),
                site.changedIn(asOf, leading.series()),
                presence ? (Double) judge.presence(0, RECENT_WEEKS) : null,
                presence ? (Double) judge.presence(RECENT_WEEKS, YEAR) : null,
                (int) site.plansAt(asOf).stream()
                        .filter(plan -> plan.runsIn(asOf))
                        .count());
    }

    private Row verdict(SiteRecord site, SiteJudge.Judged one, int asOf) {
        Optional<Evidence> evidence = one.evidence();
        String answer = one.verdict().verdict().fold(signal -> "signal", quiet -> "quiet", reason -> "not-assessed");
        @Nullable
        String reason = one.verdict()
                .verdict()
                .<Optional<String>>fold(
                        signal -> Optional.empty(), quiet -> Optional.empty(), why -> Optional.of(why.code()))
                .orElse(null);
        boolean judged = evidence.isPresent();
        return RowFactory.create(
                site.siteId(),
                WeekAxis.mondayOf(asOf),
                one.series().name(),
                answer,
                reason,
                evidence.map(Evidence::observed).orElse(null),
                evidence.map(Evidence::expected).orElse(null),
                evidence.map(Evidence::threshold).orElse(null),
                evidence.map(Evidence::score).orElse(null),
                evidence.map(Evidence::pValue).orElse(null),
                judged ? onset(one, asOf) : null,
                judged ? (int) Math.round(one.verdict().observedSinceOnset()) : null,
                judged ? one.verdict().expectedSinceOnset() : null,
                judged ? one.reportedSinceOnset() : null);
    }

    private java.time.LocalDate onset(SiteJudge.Judged one, int asOf) {
        return WeekAxis.mondayOf(
                portfolio.plan().firstWeek(asOf) + one.verdict().onsetWeek());
    }
}

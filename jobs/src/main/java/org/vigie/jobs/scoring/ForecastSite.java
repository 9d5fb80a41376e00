package org.vigie.jobs.scoring;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.analytics.forecast.KnownCounts;
import org.vigie.jobs.detection.BucketSums;
import org.vigie.jobs.detection.SiteEvents;
import org.vigie.jobs.detection.SiteRecord;

/**
 * What a forecast knows of one site: the terms of every week of a plan, as known at its end, and the facts that came
 * after. It travels as one row.
 */
final class ForecastSite {

    /** Of a site, before what stands around it and what detectors said are joined to it. */
    static final StructType ALONE = new StructType()
            .add("site_id", DataTypes.StringType)
            .add("followed_from", DataTypes.IntegerType)
            .add("followed_to", DataTypes.IntegerType)
            .add("terms", DataTypes.BinaryType)
            .add("facts", DataTypes.BinaryType);

    private static final int MOVES_WEEKS = 13;
    private static final int USUAL_WEEKS = 156;
    private static final int STALE_WEEKS = 4;

    private final String siteId;
    private final int followedFrom;
    private final int followedTo;
    private final double[] terms;
    private final KnownCounts facts;

    /** Reads a row. */
    ForecastSite(Row row) {
        this.siteId = row.getAs("site_id");
        this.followedFrom = row.<Integer>getAs("followed_from");
        this.followedTo = row.<Integer>getAs("followed_to");
        this.terms = BucketSums.numbers(row.getAs("terms"));
        this.facts = KnownCounts.of(BucketSums.numbers(row.getAs("facts")));
    }

    /** The row of a site of which all but neighbours and evidence are known. */
    static Row alone(SiteRecord site, ForecastPlan plan) {
        KnownCounts own = counts(site.facts().stream()
                .filter(fact -> (fact.flags() & SiteEvents.ESCALATION) != 0)
                .toList());
        KnownCounts all = counts(site.facts());
        int from = site.followedFrom();
        double[] terms = new double[plan.length() * ForecastTerms.COUNT];
        put(terms, ForecastTerms.OWN_TWO_YEARS, ForecastTerms.rates(own, from, plan, ForecastTerms.TWO_YEARS));
        put(terms, ForecastTerms.OWN_HALF_YEAR, ForecastTerms.rates(own, from, plan, ForecastTerms.HALF_YEAR));
        put(terms, ForecastTerms.OWN_TWO_MONTHS, ForecastTerms.rates(own, from, plan, ForecastTerms.TWO_MONTHS));
        put(terms, ForecastTerms.ALL_YEAR, ForecastTerms.rates(all, from, plan, ForecastTerms.YEAR));
        put(terms, ForecastTerms.ALL_TWO_MONTHS, ForecastTerms.rates(all, from, plan, ForecastTerms.TWO_MONTHS));
        KnownCounts moves = counts(site.moves().stream()
                .filter(move -> move.code().equals("IN") || move.code().equals("OUT"))
                .toList());
        for (int i = 0; i < plan.length(); i++) {
            int week = plan.first() + i;
            int at = i * ForecastTerms.COUNT;
            terms[at + ForecastTerms.INTERCEPT] = 1;
            terms[at + ForecastTerms.DWELLINGS] = ForecastTerms.dwellings(site.dwellings());
            terms[at + ForecastTerms.TURNOVER] = turnover(moves, week);
            terms[at + ForecastTerms.WORKS_RUNNING] = Math.log1p((double) works(site.works(), week, true));
            terms[at + ForecastTerms.WORKS_STARTING] = Math.log1p((double) works(site.works(), week, false));
        }
        return RowFactory.create(
                site.siteId(), from, site.followedTo(), BucketSums.bytes(terms), BucketSums.bytes(own.toArray()));
    }

    /**
     * The row with what was joined to it: sums of the sites around, and what detectors said.
     *
     * @param row of {@link #ALONE} with {@code near}, {@link NearbyFacts#SUMS} or empty, and {@code judged}, pairs of week
     *     and p-value, or empty
     */
    static Row complete(Row row, ForecastPlan plan) {
        ForecastSite site = new ForecastSite(row);
        double[] own = site.facts.recent(plan.first(), plan.length(), ForecastTerms.TWO_YEARS);
        int near = row.fieldIndex("near");
        double[] around = row.isNullAt(near) ? new double[0] : BucketSums.numbers(row.getAs(near));
        for (int i = 0; i < plan.length(); i++) {
            double facts = 0;
            double weeks = 0;
            if (around.length > 0) {
                double mine = ForecastTerms.weeks(plan, plan.first() + i, site.followedFrom, ForecastTerms.TWO_YEARS);
                facts = around[i] - own[i];
                weeks = Math.max(0, around[plan.length() + i] - mine);
            }
            site.terms[i * ForecastTerms.COUNT + ForecastTerms.NEAR_TWO_YEARS] = ForecastTerms.rate(facts, weeks);
        }
        int judged = row.fieldIndex("judged");
        List<Row> verdicts = row.isNullAt(judged) ? List.of() : row.getList(judged);
        for (Row verdict : verdicts) {
            int i = verdict.getInt(0) - plan.first();
            if (i >= 0 && i < plan.length()) {
                site.terms[i * ForecastTerms.COUNT + ForecastTerms.EVIDENCE] =
                        ForecastTerms.evidence(verdict.getDouble(1));
            }
        }
        return RowFactory.create(
                site.siteId, site.followedFrom, site.followedTo, BucketSums.bytes(site.terms), row.getAs("facts"));
    }

    String siteId() {
        return siteId;
    }

    boolean followedIn(int week) {
        return followedFrom <= week && week <= followedTo;
    }

    /** Terms of the four weeks that begin so many weeks after the end of a week. */
    double[] terms(ForecastPlan plan, int week, int weeksAfter) {
        int at = (week - plan.first()) * ForecastTerms.COUNT;
        double[] row = java.util.Arrays.copyOfRange(terms, at, at + ForecastTerms.COUNT);
        ForecastTerms.season(row, week, weeksAfter);
        return row;
    }

    /** Facts of the four weeks after a week, as known at the end of another. */
    double cameAfter(int week, int asOf) {
        return Math.max(0, facts.between(week + 1, week + ForecastPlan.AHEAD, asOf));
    }

    private static void put(double[] terms, int term, double[] values) {
        for (int i = 0; i < values.length; i++) {
            terms[i * ForecastTerms.COUNT + term] = values[i];
        }
    }

    private static KnownCounts counts(List<SiteRecord.Change> changes) {
        return new KnownCounts(
                changes.stream().mapToInt(SiteRecord.Change::week).toArray(),
                changes.stream().mapToInt(SiteRecord.Change::knownFrom).toArray(),
                changes.stream().mapToDouble(SiteRecord.Change::value).toArray());
    }

    /** Moves of a quarter beside what three years before it lead to expect. */
    private static double turnover(KnownCounts moves, int week) {
        double recent = Math.max(0, moves.between(week - MOVES_WEEKS + 1, week, week));
        double before = Math.max(0, moves.between(week - MOVES_WEEKS - USUAL_WEEKS + 1, week - MOVES_WEEKS, week));
        return Math.log((recent + 1) / (before * MOVES_WEEKS / USUAL_WEEKS + 1));
    }

    /** Plans believed at the end of a week that run in it, or that start within four weeks: as the score counts them. */
    private static long works(List<SiteRecord.Plan> plans, int week, boolean running) {
        return plans.stream()
                .filter(plan -> plan.believedAt(week))
                .filter(plan ->
                        running ? runs(plan, week) : plan.first() > week && plan.first() <= week + ForecastPlan.AHEAD)
                .count();
    }

    private static boolean runs(SiteRecord.Plan plan, int week) {
        boolean over = plan.status().equals("DONE") || plan.status().equals("SUSPENDED");
        boolean stale = plan.status().equals("PLANNED") && plan.first() < week - STALE_WEEKS;
        return plan.runsIn(week) && !over && !stale;
    }
}

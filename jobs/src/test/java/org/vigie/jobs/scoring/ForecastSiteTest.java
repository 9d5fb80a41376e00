package org.vigie.jobs.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.forecast.KnownCounts;
import org.vigie.jobs.detection.SiteEvents;
import org.vigie.jobs.detection.SiteRecords;

/** Terms of one site, from rows as site events bring them. */
class ForecastSiteTest {

    private static final int WEEK = 2500;
    private static final int OPEN = SiteEvents.OPEN;

    private final List<Row> rows = new ArrayList<>(List.of(row("0-site", weeks(0, OPEN, OPEN), "AG T", 0, 50)));
    private final ForecastPlan plan = new ForecastPlan(List.of(WEEK), everyWeek());

    @Test
    void aSiteWithoutAnythingHasTheRateOfThePriorAndNoOtherTerm() {
        double[] terms = terms(WEEK);

        assertThat(terms[ForecastTerms.INTERCEPT]).isEqualTo(1);
        double weeks = KnownCounts.recentWeeks(plan.weeksBehind(WEEK), ForecastTerms.TWO_YEARS);
        assertThat(terms[ForecastTerms.OWN_TWO_YEARS]).isEqualTo(Math.log(1 / (weeks + 10)), within(1e-12));
        for (int term : new int[] {
            ForecastTerms.WORKS_RUNNING,
            ForecastTerms.WORKS_STARTING,
            ForecastTerms.TURNOVER,
            ForecastTerms.EVIDENCE,
            ForecastTerms.DWELLINGS
        }) {
            assertThat(terms[term]).as("term %s", term).isZero();
        }
    }

    @Test
    void onlyEscalationsMakeTheOwnRateAndOnlyFromTheWeekInWhichTheyAreKnown() {
        double before = terms(WEEK)[ForecastTerms.OWN_HALF_YEAR];
        double all = terms(WEEK)[ForecastTerms.ALL_TWO_MONTHS];
        rows.add(row("1-facts", weeks(WEEK - 3, WEEK - 3, OPEN), "NEI ", 0, 2));

        assertThat(terms(WEEK)[ForecastTerms.OWN_HALF_YEAR]).isEqualTo(before);
        assertThat(terms(WEEK)[ForecastTerms.ALL_TWO_MONTHS]).isGreaterThan(all);

        rows.add(row("1-facts", weeks(WEEK - 3, WEEK - 1, OPEN), "OCC ", SiteEvents.ESCALATION, 2));

        assertThat(terms(WEEK)[ForecastTerms.OWN_HALF_YEAR]).isGreaterThan(before);
        rows.remove(rows.size() - 1);
        double twoBefore = terms(WEEK - 2)[ForecastTerms.OWN_HALF_YEAR];
        rows.add(row("1-facts", weeks(WEEK - 3, WEEK - 1, OPEN), "OCC ", SiteEvents.ESCALATION, 2));
        assertThat(terms(WEEK - 2)[ForecastTerms.OWN_HALF_YEAR]).isEqualTo(twoBefore);
    }

    @Test
    void plansCountAsTheScoreCountsThem() {
        rows.add(row("2-works", weeks(WEEK - 1, WEEK - 20, OPEN), "LIFT ONGOING", 0, WEEK + 3));
        rows.add(row("2-works", weeks(WEEK - 2, WEEK - 20, OPEN), "LIFT ONGOING", 0, OPEN));
        rows.add(row("2-works", weeks(WEEK - 1, WEEK - 20, OPEN), "LIFT SUSPENDED", 0, WEEK + 3));
        rows.add(row("2-works", weeks(WEEK - 9, WEEK - 20, OPEN), "LIFT PLANNED", 0, WEEK + 3));
        rows.add(row("2-works", weeks(WEEK + 4, WEEK - 20, OPEN), "LIFT PLANNED", 0, WEEK + 30));
        rows.add(row("2-works", weeks(WEEK + 5, WEEK - 20, OPEN), "LIFT PLANNED", 0, WEEK + 30));
        rows.add(row("2-works", weeks(WEEK + 2, WEEK - 20, WEEK), "LIFT PLANNED", 0, WEEK + 30));

        assertThat(terms(WEEK)[ForecastTerms.WORKS_RUNNING]).isEqualTo(Math.log(3), within(1e-12));
        assertThat(terms(WEEK)[ForecastTerms.WORKS_STARTING]).isEqualTo(Math.log(2), within(1e-12));
        assertThat(terms(WEEK - 1)[ForecastTerms.WORKS_STARTING])
                .as("the replaced plan was still believed, the one five weeks away was not near")
                .isEqualTo(Math.log(2), within(1e-12));
    }

    @Test
    void movesStandBesideTheirUsualNumber() {
        rows.add(row("3-moves", weeks(WEEK - 20, WEEK - 20, OPEN), "OUT ", 0, 24));
        rows.add(row("3-moves", weeks(WEEK, WEEK, OPEN), "IN ", 0, 8));
        rows.add(row("3-moves", weeks(WEEK, WEEK, OPEN), "REQ ", 0, 50));

        // 24 moves in 156 weeks are two in thirteen
        assertThat(terms(WEEK)[ForecastTerms.TURNOVER]).isEqualTo(Math.log(9 / 3.0), within(1e-12));
    }

    @Test
    void evidenceCountsFromOneWeekInTen() {
        assertThat(ForecastTerms.evidence(.5)).isZero();
        assertThat(ForecastTerms.evidence(.001)).isEqualTo(2, within(1e-12));
        assertThat(ForecastTerms.evidence(0)).isEqualTo(3, within(1e-12));
    }

    private double[] terms(int week) {
        Row alone = ForecastSite.alone(new SiteRecords(sorted().iterator()).next(), plan);
        return new ForecastSite(new org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema(
                        IntStream.range(0, alone.length()).mapToObj(alone::get).toArray(), ForecastSite.ALONE))
                .terms(plan, week, 0);
    }

    private List<Row> sorted() {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(java.util.Comparator.comparing(row -> row.getString(1)));
        return sorted;
    }

    private static int[] weeks(int week, int knownFrom, int knownUntil) {
        return new int[] {week, knownFrom, knownUntil};
    }

    /** An event: its week, the weeks from and until which it is known, and what it is. */
    private static Row row(String kind, int[] weeks, String what, int flags, int value) {
        String[] words = what.split(" ", -1);
        return RowFactory.create("S1", kind, weeks[0], weeks[1], weeks[2], words[0], words[1], flags, (double) value);
    }

    private static KnownCounts everyWeek() {
        int[] weeks = IntStream.rangeClosed(WEEK - 400, WEEK).toArray();
        return new KnownCounts(
                weeks, weeks, IntStream.of(weeks).mapToDouble(week -> 3).toArray());
    }
}

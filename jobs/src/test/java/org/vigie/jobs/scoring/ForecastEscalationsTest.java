package org.vigie.jobs.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.forecast.Reliability;
import org.vigie.jobs.detection.DetectionTables;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.siteweeks.SiteWeekTables;
import org.vigie.jobs.siteweeks.SiteWeeks;

class ForecastEscalationsTest {

    private static final LocalDate START = LocalDate.of(2022, 1, 3);
    private static final int WEEKS = 170;
    private static final int SITES = 30;
    private static final List<LocalDate> ASKED = List.of(monday(120), monday(126), monday(132));

    private final TableRows sites = TableRows.of(
            SiteWeekTables.SITES,
            "agency",
            "AG",
            "team",
            "MED-1",
            "dwellings",
            60,
            "followed_from",
            LocalDate.of(1970, 1, 5));
    private final TableRows counts = TableRows.of(
            SiteWeekTables.COUNTS, "family", "OCC", "origin", "REPORTED", "severity", 3, "escalation", true);

    @Test
    void forecastsOfPastWeeksDoNotReadWhatBecameKnownLater() {
        landlord();
        List<String> before = rows(forecast(counts.dataset()).of(ASKED));

        for (int site = 0; site < SITES; site++) {
            for (int week = 100; week < WEEKS; week++) {
                fact(site, week, monday(Math.max(week, 133)), 9);
            }
        }

        assertThat(before).hasSize(3 * SITES);
        assertThat(rows(forecast(counts.dataset()).of(ASKED))).isEqualTo(before);
    }

    @Test
    void forecastsDoNotDependOnTheOrderOfTheRows() {
        landlord();
        Dataset<Row> inOrder = counts.dataset();
        Dataset<Row> mixed = inOrder.orderBy(functions.hash(functions.col("site_id"), functions.col("week")))
                .repartition(5);

        assertThat(rows(forecast(mixed).of(ASKED)))
                .isEqualTo(rows(forecast(inOrder).of(ASKED)));
    }

    @Test
    void aWeekIsPublishedWithWhatCameOfTheForecastsOfAYear() {
        landlord();
        sites.row("site_id", "closed", "followed_to", monday(60));

        ForecastEscalations.Published published = forecast(counts.dataset()).published(monday(WEEKS - 5));

        assertThat(published.forecasts().count()).isEqualTo(SITES);
        List<Reliability.Group> groups = published.reliability();
        Reliability.Group all = groups.get(0);
        assertThat(all.forecasts()).isEqualTo(52 * SITES);
        assertThat(all.forecast()).isEqualTo(all.observed(), within(.05));
        Reliability.Group highest = groups.get(groups.size() - 1);
        assertThat(highest.observed()).isGreaterThan(all.observed() + .2);
        for (Row row : published.forecasts().collectAsList()) {
            double probability = row.<Double>getAs("probability");
            assertThat(row.<Double>getAs("low")).isLessThan(probability);
            assertThat(row.<Double>getAs("high")).isGreaterThan(probability);
            // eight weeks hold about twice what four hold
            double four = -Math.log1p(-probability);
            assertThat(row.<Double>getAs("expected_eight")).isBetween(1.5 * four, 3.5 * four);
        }
    }

    @Test
    void aLandlordWithoutFactsIsForecastLittleAndNothingIsClaimed() {
        for (int site = 0; site < SITES; site++) {
            sites.row("site_id", name(site));
        }

        ForecastEscalations.Published published = forecast(counts.dataset()).published(monday(WEEKS));

        assertThat(published.reliability()).isEmpty();
        assertThat(published.forecasts().collectAsList())
                .hasSize(SITES)
                .allSatisfy(row -> assertThat(row.<Double>getAs("probability")).isBetween(.05, .5));
    }

    /** Sites of a tenth to twice the mean, neighbours on a line; facts become known up to two weeks late. */
    private void landlord() {
        Random random = new Random(20220103);
        for (int site = 0; site < SITES; site++) {
            sites.row("site_id", name(site), "longitude", 2.3 + site * .004, "latitude", 48.85);
            double rate = .02 + .4 * site / SITES;
            for (int week = 0; week < WEEKS; week++) {
                int facts = (random.nextDouble() < rate ? 1 : 0) + (random.nextDouble() < rate / 4 ? 1 : 0);
                if (facts > 0) {
                    fact(site, week, monday(week + random.nextInt(3)), facts);
                }
            }
        }
    }

    private void fact(int site, int week, LocalDate known, int count) {
        counts.row("site_id", name(site), "week", monday(week), "known_on", known, "count", count);
    }

    private ForecastEscalations forecast(Dataset<Row> facts) {
        SiteWeeks joined = new SiteWeeks(
                sites.dataset(),
                TableRows.of(SiteWeekTables.FACTS).dataset(),
                facts,
                TableRows.of(SiteWeekTables.WORKS).dataset(),
                TableRows.of(SiteWeekTables.MOVES).dataset(),
                TableRows.of(SiteWeekTables.PRESENCE).dataset(),
                TableRows.of(SiteWeekTables.FATES).dataset(),
                TableRows.of(SiteWeekTables.CALENDAR).dataset());
        Dataset<Row> evidence = TableRows.of(DetectionTables.EVIDENCE)
                .row("site_id", name(3), "as_of", monday(118), "p_value", .001)
                .dataset();
        return new ForecastEscalations(joined, evidence, 3);
    }

    private static List<String> rows(Dataset<Row> forecasts) {
        return forecasts.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private static String name(int site) {
        return "S%02d".formatted(site);
    }

    private static LocalDate monday(int week) {
        return START.plusWeeks(week);
    }
}

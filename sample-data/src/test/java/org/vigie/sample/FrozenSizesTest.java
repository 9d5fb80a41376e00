package org.vigie.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.sample.Delivered.Home;
import org.vigie.sample.Delivered.Told;

/** The sizes that the sample is frozen to, measured on the committed files by a reader of its own. */
class FrozenSizesTest {

    private static final Path LANDLORD = Path.of("landlord");
    private static final IsoWeek LAST = IsoWeek.parse("2026-W43");
    private static final IsoWeek FIRST = LAST.plusWeeks(-208);

    private static Delivered delivered;
    private static List<Planted> truth;

    record Planted(String site, String family, IsoWeek start, IsoWeek end, double factor, String shape) {

        boolean holds(LocalDate day) {
            return !day.isBefore(start.monday()) && !day.isAfter(end.sunday());
        }

        int weeks() {
            return start.weeksUntil(end) + 1;
        }
    }

    @BeforeAll
    static void read() {
        delivered = Delivered.in(LANDLORD.resolve("inbox"));
        truth = Export.read(LANDLORD.resolve("truth.csv")).rows().stream()
                .map(row -> new Planted(
                        row.get("site_id"),
                        row.get("family"),
                        IsoWeek.parse(row.get("start_week")),
                        IsoWeek.parse(row.get("end_week")),
                        Double.parseDouble(row.get("factor")),
                        row.get("shape")))
                .toList();
    }

    @Test
    void about150ResidencesInEightNeighbourhoods() {
        long living = delivered.homes().values().stream()
                .filter(home -> home.livesOn(LAST.sunday()))
                .count();
        assertThat(living).isBetween(145L, 155L);
        Set<String> sectors =
                delivered.homes().values().stream().map(Home::sector).collect(Collectors.toSet());
        assertThat(sectors).hasSize(8);
        List<Map<String, String>> rows =
                Export.read(LANDLORD.resolve("inbox/sites.csv")).rows();
        for (String generation : List.of("2015", "2024")) {
            assertThat(rows.stream()
                            .filter(row -> row.get("qpv_generation").equals(generation))
                            .map(row -> row.get("code_quartier"))
                            .distinct())
                    .hasSize(5)
                    .allMatch(code -> code.startsWith(generation.equals("2015") ? "QP" : "QN"));
        }
        assertThat(rows.stream()
                        .map(row -> row.get("mediateur_equipe"))
                        .filter(team -> !team.isEmpty())
                        .distinct())
                .hasSizeBetween(4, 6);
    }

    @Test
    void fourYearsOfFacts() {
        assertThat(delivered.facts().stream()
                        .map(Told::day)
                        .min(LocalDate::compareTo)
                        .orElseThrow())
                .isBetween(FIRST.monday(), FIRST.sunday());
        assertThat(delivered.facts().stream()
                        .map(Told::day)
                        .max(LocalDate::compareTo)
                        .orElseThrow())
                .isBetween(LAST.monday(), LAST.sunday());
    }

    /** Ordinary weeks: without tensions; works, season and habits average out over a neighbourhood and four years. */
    @Test
    void factsPerWeekAnd150DwellingsLieInTheBand() {
        Map<String, Double> facts = new HashMap<>();
        Map<String, Double> exposure = new HashMap<>();
        for (Told told : delivered.counted()) {
            if (inTension(told).isEmpty()) {
                facts.merge(home(told).sector(), 1.0, Double::sum);
            }
        }
        for (Home home : delivered.homes().values()) {
            exposure.merge(home.sector(), home.dwellings() / 150.0 * weeksLived(home), Double::sum);
        }
        assertThat(facts.keySet()).isEqualTo(exposure.keySet());
        facts.forEach((sector, count) ->
                assertThat(count / exposure.get(sector)).as(sector).isBetween(0.2, 0.9));
    }

    @Test
    void residencesDiffer() {
        List<Double> rates = delivered.homes().values().stream()
                .filter(home -> home.dwellings() >= 150 && weeksLived(home) > 200)
                .map(home ->
                        count(told -> told.site().equals(home.code())) / (home.dwellings() / 150.0 * weeksLived(home)))
                .sorted()
                .toList();
        assertThat(rates).hasSizeGreaterThan(15);
        assertThat(rates.get(rates.size() - 1) / rates.get(0)).isGreaterThan(2);
        assertThat(rates.get(0)).isGreaterThan(0.15);
        assertThat(rates.get(rates.size() - 1)).isLessThan(1.1);
    }

    @Test
    void theMixIsThatOfTheSources() {
        assertThat(share("ENV")).as("refuse").isCloseTo(0.28, within(0.03));
        assertThat(share("PRO")).as("property").isCloseTo(0.24, within(0.03));
        assertThat(share("OCC")).as("gatherings").isCloseTo(0.23, within(0.03));
        assertThat(1 - share("ENV") - share("PRO") - share("OCC")).as("others").isCloseTo(0.25, within(0.03));
        assertThat(share("OTH")).as("others that say nothing").isLessThan(0.1);
    }

    /** Residents' reports for one fact found by staff, before staff hours changed; the two that differ by three. */
    @Test
    void neighbourhoodsReportUpToThreeTimesAsReadily() {
        assertThat(reportedPerFound("SE03") / reportedPerFound("SE01")).isBetween(2.2, 4.0);
    }

    private static double reportedPerFound(String sector) {
        Predicate<Told> there =
                told -> home(told).sector().equals(sector) && told.day().isBefore(LocalDate.of(2025, 1, 1));
        return count(there.and(Told::reported)) / count(there.and(told -> !told.reported()));
    }

    /** Observed in weeks of works that shift the level, against the usual rate of the same residences. */
    @Test
    void worksShiftTheLevelWhileTheyRun() throws IOException {
        Map<String, String> nuisance =
                Export.read(Path.of("../jobs/src/main/resources/codes/works_types.csv")).rows().stream()
                        .collect(Collectors.toMap(row -> row.get("code"), row -> row.get("nuisance_default")));
        double observed = 0;
        double expected = 0;
        try (ReadableWorkbook book =
                new ReadableWorkbook(LANDLORD.resolve("inbox/travaux.xlsx").toFile())) {
            for (Row row : book.getFirstSheet().read()) {
                if (!row.getCellText(4).equals("DONE")
                        || nuisance.get(row.getCellText(2)).equals("1")) {
                    continue;
                }
                LocalDate from = row.getCellAsDate(7).orElseThrow().toLocalDate();
                LocalDate to = row.getCellAsDate(8).orElseThrow().toLocalDate();
                Predicate<Told> there = told -> told.site().equals(row.getCellText(1))
                        && inTension(told).isEmpty();
                Predicate<Told> meanwhile =
                        told -> !told.day().isBefore(from) && !told.day().isAfter(to);
                double weeks = (ChronoUnit.DAYS.between(from, to) + 1) / 7.0;
                Home home = delivered.homes().get(row.getCellText(1));
                observed += count(there.and(meanwhile));
                expected += count(there.and(meanwhile.negate())) / (weeksLived(home) - weeks) * weeks;
            }
        }
        assertThat(expected).isGreaterThan(100);
        assertThat(observed / expected).isBetween(1.4, 2.6);
    }

    @Test
    void sixTensionsAYearPerHundredResidences() {
        double years = 209 * 7 / 365.25;
        assertThat(truth).hasSize((int) Math.round(6 * 1.5 * years));
        assertThat(truth).allSatisfy(planted -> {
            assertThat(planted.weeks()).isBetween(4, 12);
            assertThat(planted.factor()).isBetween(1.5, 4.0);
            assertThat(planted.shape()).isIn("step", "ramp");
            assertThat(planted.family()).isIn("OCC", "PRO", "NEI", "ENV", "MIS", "VEH");
            assertThat(planted.start()).isGreaterThan(FIRST);
            assertThat(delivered
                            .homes()
                            .get(planted.site())
                            .livesOn(planted.start().monday()))
                    .isTrue();
            assertThat(delivered
                            .homes()
                            .get(planted.site())
                            .livesOn(planted.end().sunday()))
                    .isTrue();
        });
        assertThat(truth).filteredOn(planted -> planted.holds(LAST.sunday())).hasSizeGreaterThanOrEqualTo(3);
        assertThat(truth.stream().map(Planted::shape).distinct()).hasSize(2);
    }

    @Test
    void tensionsRaiseTheRateOfTheirSiteAndMostlyTheirFamily() {
        double observed = 0;
        double inFamily = 0;
        double expected = 0;
        double expectedInFamily = 0;
        for (Planted planted : truth) {
            Home home = delivered.homes().get(planted.site());
            double weeks = weeksLived(home) - planted.weeks();
            double usual = count(told -> told.site().equals(planted.site())
                            && inTension(told).isEmpty())
                    / weeks;
            observed += count(told -> told.site().equals(planted.site()) && planted.holds(told.day()));
            inFamily += count(told -> told.site().equals(planted.site())
                    && planted.holds(told.day())
                    && told.family().equals(planted.family()));
            int seen = planted.start().weeksUntil(planted.end().compareTo(LAST) > 0 ? LAST : planted.end()) + 1;
            expected += usual * seen;
            expectedInFamily += usual * seen * share(planted.family());
        }
        assertThat(observed / expected).as("mean factor, ramps included").isBetween(1.7, 3.0);
        assertThat((inFamily - expectedInFamily) / (observed - expected))
                .as("share of extra facts")
                .isBetween(0.6, 1.0);
    }

    @Test
    void countsVaryMoreThanPoisson() {
        Map<String, Integer> siteWeeks = new HashMap<>();
        for (Told told : delivered.counted()) {
            siteWeeks.merge(told.site() + IsoWeek.of(told.day()), 1, Integer::sum);
        }
        double residual = 0;
        double expected = 0;
        for (Home home : delivered.homes().values()) {
            if (home.dwellings() < 150 || weeksLived(home) < 200) {
                continue;
            }
            double mean = count(told -> told.site().equals(home.code())) / weeksLived(home);
            for (int week = 0; week < 209; week++) {
                int observed = siteWeeks.getOrDefault(home.code() + FIRST.plusWeeks(week), 0);
                residual += (observed - mean) * (observed - mean);
                expected += mean;
            }
        }
        assertThat(residual / expected).isBetween(1.2, 2.5);
    }

    private static double weeksLived(Home home) {
        LocalDate from = home.from().isBefore(FIRST.monday()) ? FIRST.monday() : home.from();
        LocalDate to = home.to().isAfter(LAST.sunday()) ? LAST.sunday() : home.to();
        return (ChronoUnit.DAYS.between(from, to) + 1) / 7.0;
    }

    private static Home home(Told told) {
        return delivered.homes().get(told.site());
    }

    private static List<Planted> inTension(Told told) {
        return truth.stream()
                .filter(planted -> planted.site().equals(told.site()) && planted.holds(told.day()))
                .toList();
    }

    private static double count(Predicate<Told> which) {
        return delivered.counted().stream().filter(which).count();
    }

    private static double share(String family) {
        return count(told -> told.family().equals(family)) / delivered.counted().size();
    }
}

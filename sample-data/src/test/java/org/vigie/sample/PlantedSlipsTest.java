package org.vigie.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.sample.Delivered.Told;

/** Every slip and circumstance that the sample promises is in the committed files. */
class PlantedSlipsTest {

    private static final Path INBOX = Path.of("landlord/inbox");
    private static final IsoWeek LAST = IsoWeek.parse("2026-W43");

    private static List<Export> incidents;
    private static List<Export> incivilities;
    private static Delivered delivered;

    @BeforeAll
    static void read() {
        incidents = Export.matching(INBOX, "incidents_");
        incivilities = Export.matching(INBOX, "incivilites_");
        delivered = Delivered.in(INBOX);
    }

    private static Stream<Map<String, String>> rows(List<Export> files) {
        return files.stream().flatMap(file -> file.rows().stream());
    }

    private static long count(List<Export> files, Predicate<Map<String, String>> which) {
        return rows(files).filter(which).count();
    }

    @Test
    void threeEncodingsWindowsLineEndsAndQuotes() throws IOException {
        Set<Charset> charsets = new HashSet<>();
        for (Path file : CommittedSampleTest.files(INBOX)) {
            if (!file.toString().endsWith(".xlsx")) {
                Export export = Export.read(file);
                charsets.add(export.charset());
                assertThat(export.text().replaceAll("\"[^\"]*\"", "").replace("\r\n", ""))
                        .doesNotContain("\n");
            }
        }
        assertThat(charsets)
                .containsExactlyInAnyOrder(
                        StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, Charset.forName("windows-1252"));
        String text = String.join("", incidents.stream().map(Export::text).toList());
        assertThat(text).contains("\"\"sortie de secours\"\"", "local ; enlèvement", "endroits\nphoto", "1\u00A0", "€");
    }

    @Test
    void theHeaderChangedWithTheSystem() {
        assertThat(incidents).extracting(Export::name).first().asString().endsWith(".csv.gz");
        assertThat(incidents).extracting(Export::name).last().asString().isEqualTo("incidents_2026.csv");
        assertThat(incidents.get(0).rows().get(0)).containsKeys("N° fiche", "CODE_RES", "Gravité", "Observations");
        assertThat(incidents.get(4).rows().get(0)).containsKeys("num_incident", "version", "gravite", "commentaire");
    }

    @ParameterizedTest(name = "{0} {1}: at least {2}")
    @CsvSource({
        "code_site, RES9999, 6",
        "date_fait, 00/00/0000, 4",
        "date_fait, 31/12/9999, 2",
        "code_type, PER_DOMESTIC, 5",
        "code_type, bruit, 4",
        "gravite, 9, 3",
        "date_fait, 22/10/2099, 2",
        "heure_fait, 24:00, 4",
        "heure_fait, 02:30, 1",
        "statut, ANNULE, 20",
        "version, 2, 20",
        "num_incident, Total, 5",
        "code_site, RES0013, 3"
    })
    void incidentsHold(String column, String written, int least) {
        Map<String, String> before = Map.of(
                "code_site", "CODE_RES",
                "date_fait", "Date des faits",
                "code_type", "Nature",
                "gravite", "Gravité",
                "heure_fait", "heure",
                "statut", "Etat",
                "num_incident", "N° fiche");
        assertThat(count(
                        incidents,
                        row -> Export.value(row, column, before.getOrDefault(column, column))
                                .equals(written)))
                .isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest(name = "{0} {1}: at least {2}")
    @CsvSource({
        "CODE_RES, RES9999, 6", "Date du fait, 00/00/0000, 4", "NATURE, PER_DOMESTIC, 5", "NATURE, bruit, 4",
        "Statut, DOUBLON, 50", "Statut, ANNULE, 50", "NATURE, tapage, 50", "NATURE, TEC_LIFT, 20"
    })
    void incivilitiesHold(String column, String written, int least) {
        assertThat(count(incivilities, row -> row.get(column).equals(written))).isGreaterThanOrEqualTo(least);
    }

    @Test
    void hoursInTwoSpellingsLostZerosLabelsAndDuplicates() {
        assertThat(count(
                        incidents,
                        row -> Export.value(row, "heure_fait", "heure").matches("\\d\\dh\\d\\d")))
                .isGreaterThan(500);
        assertThat(count(
                        incidents,
                        row -> Export.value(row, "heure_fait", "heure").matches("\\d\\d:\\d\\d")))
                .isGreaterThan(500);
        assertThat(count(
                        incidents,
                        row -> Export.value(row, "code_site", "CODE_RES").matches("\\d+")))
                .isEqualTo(4);
        assertThat(count(
                        incidents,
                        row -> Export.value(row, "code_type", "Nature").contains(" ")))
                .isGreaterThan(10);
        assertThat(count(incivilities, row -> row.get("NATURE").contains(" "))).isGreaterThan(10);
        for (List<Export> feed : List.of(incidents, incivilities)) {
            long rows = rows(feed).count();
            assertThat(rows - rows(feed).distinct().count()).isGreaterThanOrEqualTo(12);
        }
    }

    @Test
    void severalReportsTellOfOneFact() {
        Set<String> numbers = new HashSet<>();
        rows(incidents).forEach(row -> numbers.add(Export.value(row, "num_incident", "N° fiche")));
        rows(incivilities).forEach(row -> numbers.add(row.get("N° réclamation")));
        List<String> linked = rows(incivilities)
                .map(row -> row.get("N° fait lié"))
                .filter(number -> !number.isEmpty())
                .toList();
        assertThat(linked).hasSizeGreaterThan(500);
        assertThat(linked.stream().filter(numbers::contains).count()).isGreaterThan(linked.size() * 95L / 100);
    }

    @Test
    void recordingLagsByDaysToWeeks() {
        List<Long> days = delivered.facts().stream()
                .map(told -> ChronoUnit.DAYS.between(told.day(), told.recorded()))
                .toList();
        double n = days.size();
        assertThat(days.stream().filter(delay -> delay <= 1).count() / n).isBetween(0.4, 0.75);
        assertThat(days.stream().filter(delay -> delay > 7).count() / n).isBetween(0.06, 0.2);
        assertThat(days).anyMatch(delay -> delay > 28);
    }

    @Test
    void commentsHoldTheSentinelAndNoColumnIsAboutPersons() throws IOException {
        for (List<Export> feed : List.of(incidents, incivilities)) {
            assertThat(count(
                            feed,
                            row -> Export.value(row, "commentaire", "Observations")
                                    .contains("ZZSENTINELLEZZ")))
                    .isGreaterThan(20);
        }
        List<String> denied = List.of("nom", "prenom", "tel", "mail", "agent", "auteur", "locataire", "bail", "temoin");
        for (Path file : CommittedSampleTest.files(INBOX)) {
            if (!file.toString().endsWith(".xlsx")) {
                String header = Export.read(file)
                        .text()
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .toLowerCase(java.util.Locale.ROOT);
                assertThat(Arrays.asList(header.split("[;_ ]", -1))).doesNotContainAnyElementsOf(denied);
            }
        }
    }

    @Test
    void theOuestAgencyFallsSilent() {
        assertThat(reports("AG04", LAST.plusWeeks(-15), LAST.plusWeeks(-8))).isGreaterThan(30);
        assertThat(reports("AG04", LAST.plusWeeks(-7), LAST)).isZero();
        assertThat(reports("AG03", LAST.plusWeeks(-7), LAST)).isGreaterThan(30);
    }

    private static long reports(String agency, IsoWeek from, IsoWeek to) {
        return count(incivilities, row -> {
            LocalDate day =
                    Delivered.day(row.get("Date demande").substring(0, 10)).orElseThrow();
            Delivered.Home home = delivered.homes().get(row.get("CODE_RES").split("-", -1)[0]);
            return home != null
                    && home.agency().equals(agency)
                    && !day.isBefore(from.monday())
                    && !day.isAfter(to.sunday())
                    && !row.get("N° réclamation").matches(".*-[X-Z]");
        });
    }

    @Test
    void theSudAgencyEntersSixWeeksAtOnce() {
        IsoWeek batch = LAST.plusWeeks(-19);
        double usual = facts("AG03", batch.plusWeeks(-30), batch.plusWeeks(-7), told -> true) / 24.0;
        assertThat(facts("AG03", batch, batch, told -> true)).isGreaterThan((long) (2 * usual));
    }

    @Test
    void theNordAgencyWritesDownMoreAndMore() {
        long before = facts("AG01", LAST.plusWeeks(-130), LAST.plusWeeks(-79), told -> true);
        long now = facts("AG01", LAST.plusWeeks(-52), LAST.plusWeeks(-1), told -> true);
        assertThat((double) now / before).isBetween(1.1, 1.6);
    }

    @Test
    void twiceTheHoursInTheEstAgencyDiscoverMore() {
        IsoWeek change = LAST.plusWeeks(-85);
        Predicate<Told> discovered =
                told -> Set.of("STAFF_LOG", "STAFF_ROUND", "MED_VISIT").contains(told.channel());
        double before = facts("AG02", change.plusWeeks(-80), change.plusWeeks(-1), discovered);
        double after = facts("AG02", change, change.plusWeeks(79), discovered);
        double reportedBefore = facts("AG02", change.plusWeeks(-80), change.plusWeeks(-1), Told::reported);
        double reportedAfter = facts("AG02", change, change.plusWeeks(79), Told::reported);
        assertThat(after / before).isGreaterThan(1.35);
        assertThat(reportedAfter / reportedBefore).isBetween(0.75, 1.3);
    }

    private static long facts(String agency, IsoWeek from, IsoWeek to, Predicate<Told> which) {
        return delivered.counted().stream()
                .filter(told -> delivered.homes().get(told.site()).agency().equals(agency))
                .filter(told ->
                        !told.day().isBefore(from.monday()) && !told.day().isAfter(to.sunday()))
                .filter(which)
                .count();
    }

    @Test
    void placesMergeSplitEndAndHoldSmallOnes() {
        List<Map<String, String>> sites =
                Export.read(INBOX.resolve("sites.csv")).rows();
        List<String> ended = delivered.homes().values().stream()
                .filter(home -> home.to().getYear() < 9999)
                .map(Delivered.Home::code)
                .toList();
        assertThat(ended).hasSize(4);
        assertThat(delivered.homes().values())
                .filteredOn(home -> home.from().getYear() >= 2024)
                .hasSize(3);
        assertThat(sites)
                .anyMatch(row -> row.get("niveau").equals("RESIDENCE")
                        && row.get("code_parent").startsWith("RES")
                        && Integer.parseInt(row.get("nb_logements")) < 11);
        assertThat(sites)
                .anyMatch(row ->
                        !row.get("longitude").isEmpty() && row.get("x_l93").isEmpty());
        Set<String> codes = new HashSet<>();
        sites.forEach(row -> codes.add(row.get("code_site")));
        assertThat(sites).allMatch(row -> row.get("code_parent").isEmpty() || codes.contains(row.get("code_parent")));
        assertThat(sites.stream().map(row -> row.get("code_site") + row.get("date_debut")))
                .doesNotHaveDuplicates();
        assertThat(sites).allMatch(row -> row.get("code_site").matches("[A-Z0-9-]{2,16}"));
    }

    @Test
    void worksAreASpreadsheetOfVersionsSomeWithoutNotice() throws IOException {
        try (ReadableWorkbook book =
                new ReadableWorkbook(INBOX.resolve("travaux.xlsx").toFile())) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSizeGreaterThan(200);
            List<Row> soon = rows.stream()
                    .skip(1)
                    .filter(row -> row.getCellText(4).equals("PLANNED"))
                    .filter(row ->
                            row.getCellAsDate(5).orElseThrow().toLocalDate().isAfter(LAST.sunday()))
                    .filter(row -> !row.getCellAsDate(5)
                            .orElseThrow()
                            .toLocalDate()
                            .isAfter(LAST.plusWeeks(4).sunday()))
                    .toList();
            assertThat(soon).hasSizeGreaterThanOrEqualTo(3);
            List<String> told = rows.stream()
                    .filter(row -> row.getCellText(4).equals("NOTIFIED"))
                    .map(row -> row.getCellText(0))
                    .toList();
            assertThat(soon).anyMatch(row -> !told.contains(row.getCellText(0)));
            assertThat(rows).anyMatch(row -> row.getCellText(8).equals("31/12/9999"));
            assertThat(rows.stream()
                            .skip(1)
                            .map(row -> row.getCellAsDate(13).orElseThrow().toLocalDate()))
                    .allMatch(day -> !day.isAfter(LAST.sunday().minusDays(12)));
        }
    }

    @Test
    void threeResidencesAreUnvisitedAtTheEnd() {
        Export presence = Export.read(INBOX.resolve("presence_2026.csv"));
        Set<String> visited = new HashSet<>();
        presence.rows().stream()
                .filter(row -> IsoWeek.parse(row.get("semaine")).compareTo(LAST.plusWeeks(-5)) >= 0)
                .forEach(row -> visited.add(row.get("code_site")));
        assertThat(delivered.homes().values())
                .filteredOn(home -> home.livesOn(LAST.sunday()) && !visited.contains(home.code()))
                .hasSize(3);
        assertThat(presence.rows()).allMatch(row -> row.get("heures").matches("\\d+,\\d"));
    }

    @Test
    void movesAreOrdinaryAndTheDemolishedResidenceEmpties() {
        List<Export> moves = Export.matching(INBOX, "mouvements_");
        long in = count(moves, row -> row.get("TYPE_MVT").startsWith("IN_"));
        int dwellings = delivered.homes().values().stream()
                .filter(home -> home.livesOn(LAST.sunday()))
                .mapToInt(Delivered.Home::dwellings)
                .sum();
        assertThat(in / 3.93 / dwellings).isBetween(0.08, 0.11);
        assertThat(count(moves, row -> row.get("TYPE_MVT").equals("OUT_REHOUSED")))
                .isGreaterThan(40);
        assertThat(count(moves, row -> row.get("TYPE_MVT").equals("OUT_EVICTION")))
                .isPositive();
        assertThat(count(
                        moves,
                        row -> Delivered.day(row.get("date_saisie"))
                                .orElseThrow()
                                .isBefore(Delivered.day(row.get("Date EDL")).orElseThrow())))
                .isGreaterThan(100);
    }
}

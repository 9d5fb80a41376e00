package org.vigie.jobs.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.SharedSpark;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.settings.DetectionSettings;
import org.vigie.jobs.siteweeks.SiteWeekTables;
import org.vigie.jobs.siteweeks.SiteWeeks;

/** A week is judged once for each state of knowledge, and what is kept equals what would be judged anew. */
class KeptJudgementsTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int LAST = 70;
    private static final DetectionSettings SIX_WEEKS = new DetectionSettings(60, 6, 0.5, 2);

    private final TableRows facts =
            TableRows.of(SiteWeekTables.FACTS, "feed", "INCIDENTS", "fate", "used", "fact_id", "F");
    private final TableRows counts = TableRows.of(
            SiteWeekTables.COUNTS,
            "family",
            "NEI",
            "origin",
            "REPORTED",
            "severity",
            2,
            "escalation",
            false,
            "count",
            1);
    private final TableRows works =
            TableRows.of(SiteWeekTables.WORKS, "works_type", "FACADE", "status", "ONGOING", "operation_id", "O1");

    @TempDir
    private Path folder;

    KeptJudgementsTest() {
        for (int week = 0; week <= LAST + 1; week++) {
            fact("RES" + (1 + week % 3), week, week);
            fact("RES" + (1 + (week / 3) % 3), week, week);
        }
        works.row("site_id", "RES1", "start", START.plusWeeks(66), "known_on", START.plusWeeks(60));
    }

    @Test
    void theNextWeekCostsOneWeekAndEqualsOneJudgedFromScratch() {
        KeptJudgements kept = kept("kept");
        judge(LAST, kept);
        Set<String> before = kept.names();
        assertThat(before).hasSize(6);

        JudgeSites.Judgement next = judge(LAST + 1, kept);

        assertThat(added(before, kept)).containsExactly(monday(LAST + 1));
        assertThat(rows(next)).isEqualTo(rows(judge(LAST + 1, kept("scratch"))));
    }

    @Test
    void earlierWeeksReuseWhatALaterWeekJudged() {
        KeptJudgements kept = kept("kept");
        judge(LAST, kept);
        Set<String> before = kept.names();

        JudgeSites.Judgement earlier = judge(LAST - 2, kept);

        assertThat(added(before, kept)).containsExactly(monday(LAST - 7), monday(LAST - 6));
        assertThat(rows(earlier)).isEqualTo(rows(judge(LAST - 2, kept("scratch"))));
    }

    @Test
    void aRowThatArrivesLateIsSeenFromTheWeekInWhichItBecameKnown() {
        KeptJudgements kept = kept("kept");
        judge(LAST, kept);
        Set<String> before = kept.names();

        fact("RES2", 20, LAST - 1);
        JudgeSites.Judgement corrected = judge(LAST, kept);

        assertThat(added(before, kept)).containsExactly(monday(LAST - 1), monday(LAST));
        assertThat(rows(corrected)).isEqualTo(rows(judge(LAST, kept("scratch"))));
    }

    @Test
    void aPlanThatIsReplacedIsSeenFromThen() {
        KeptJudgements kept = kept("kept");
        judge(LAST, kept);
        Set<String> before = kept.names();

        TableRows replaced = TableRows.of(SiteWeekTables.WORKS, "works_type", "FACADE", "status", "ONGOING")
                .row(
                        "site_id",
                        "RES1",
                        "operation_id",
                        "O1",
                        "start",
                        START.plusWeeks(66),
                        "known_on",
                        START.plusWeeks(60),
                        "replaced_on",
                        START.plusWeeks(LAST));
        new JudgeSites(SIX_WEEKS, List.of("NEI")).run(joined(replaced.dataset()), week(LAST), kept);

        assertThat(added(before, kept)).containsExactly(monday(LAST));
    }

    @Test
    void weeksJudgedOneAfterTheOtherForWantOfMemoryEqualThoseJudgedTogether() {
        KeptJudgements kept = kept("kept");

        JudgeSites.Judgement pieces =
                new JudgeSites(SIX_WEEKS, List.of("NEI", "OCC"), 1).run(joined(works.dataset()), week(LAST), kept);

        assertThat(kept.names()).hasSize(6);
        assertThat(rows(pieces)).isEqualTo(rows(judge(LAST, kept("together"))));
    }

    @Test
    void otherSettingsForgetWhatWasKept() {
        Lake lake = new Lake(SharedSpark.session(), folder.resolve("kept"));
        judge(LAST, new KeptJudgements(lake, "settings-a"));

        assertThat(new KeptJudgements(lake, "settings-b").names()).isEmpty();
        assertThat(new KeptJudgements(lake, "settings-a").names()).isEmpty();
    }

    private JudgeSites.Judgement judge(int week, KeptJudgements kept) {
        return new JudgeSites(SIX_WEEKS, List.of("NEI", "OCC")).run(joined(works.dataset()), week(week), kept);
    }

    private KeptJudgements kept(String lake) {
        return new KeptJudgements(new Lake(SharedSpark.session(), folder.resolve(lake)), "settings");
    }

    private static Set<String> added(Set<String> before, KeptJudgements kept) {
        return kept.names().stream()
                .filter(name -> !before.contains(name))
                .map(name -> name.substring(0, 10))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> rows(JudgeSites.Judgement judgement) {
        List<String> all = new java.util.ArrayList<>();
        for (Dataset<Row> table : List.of(judgement.evidence(), judgement.verdicts(), judgement.fitted())) {
            all.addAll(
                    table.collectAsList().stream().map(Row::toString).sorted().toList());
        }
        return all;
    }

    private void fact(String site, int week, int known) {
        LocalDate of = START.plusWeeks(week);
        LocalDate on = START.plusWeeks(known);
        facts.row("site_id", site, "week", of, "known_on", on);
        counts.row("site_id", site, "week", of, "known_on", on);
    }

    private SiteWeeks joined(Dataset<Row> plans) {
        TableRows sites = TableRows.of(
                SiteWeekTables.SITES,
                "agency",
                "AG1",
                "team",
                "MED-1",
                "dwellings",
                100,
                "followed_from",
                LocalDate.of(1970, 1, 5));
        for (int site = 1; site <= 3; site++) {
            sites.row("site_id", "RES" + site);
        }
        return new SiteWeeks(
                sites.dataset(),
                facts.dataset(),
                counts.dataset(),
                plans,
                TableRows.of(SiteWeekTables.MOVES).dataset(),
                TableRows.of(SiteWeekTables.PRESENCE).dataset(),
                TableRows.of(SiteWeekTables.FATES).dataset(),
                TableRows.of(SiteWeekTables.CALENDAR).dataset());
    }

    private static IsoWeek week(int number) {
        return IsoWeek.of(START.plusWeeks(number));
    }

    private static String monday(int number) {
        return START.plusWeeks(number).toString();
    }
}

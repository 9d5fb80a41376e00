package org.vigie.jobs.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTable;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.lake.Manifests;
import org.vigie.jobs.lake.SparkEngine;
import org.vigie.jobs.reports.WeekManifest;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;

/**
 * Takes a published alert back to the files and lines of its facts: figures and sentences from the published week, lines
 * from the feeds as the manifest of that week lists them. Writes nothing but scratch files, and the join where it is not kept any more.
 */
public final class ExplainAlert {

    private final Workspace workspace;
    private final Settings settings;

    /** Explains alerts of a workspace. */
    public ExplainAlert(Workspace workspace, Settings settings) {
        this.workspace = workspace;
        this.settings = settings;
    }

    /** Explains an alert that this published week holds, as far as the version that published it recorded what is needed. */
    public Explanation of(String alertId, IsoWeek week) {
        PublishedRow published = first(week, PublishedTables.ALERTS, "alert_id", alertId)
                .orElseThrow(() -> missing(week, "the alert " + alertId));
        Explanation.Alert alert = alert(published, week);
        WeekManifest publication =
                WeekManifest.read(workspace.published(week)).orElseThrow(() -> missing(week, "manifest.json"));
        List<Explanation.Fact> facts = facts(alert, publication.lakeManifest());
        return new Explanation(
                alert,
                first(week, PublishedTables.EPISODES, "alert_id", alertId)
                        .map(ExplainAlert::opening)
                        .orElse(Explanation.Opening.NOT_RECORDED),
                facts,
                weeks(alert, facts),
                parts(alert),
                publication.settingsDigest().equals(settings.digest())
                        && publication.codeVersion().equals(BuildVersion.current()));
    }

    private Explanation.Alert alert(PublishedRow row, IsoWeek week) {
        return new Explanation.Alert(
                row.text("alert_id"),
                week,
                row.text("site_id"),
                row.text("family"),
                new Explanation.Rise(
                        row.text("state"),
                        row.date("since_week").orElse(week.monday()),
                        row.count("observed").orElse(0),
                        row.number("expected").orElse(0),
                        row.text("change_" + settings.language())));
    }

    private static Explanation.Opening opening(PublishedRow episode) {
        String rule = episode.text("opened_by");
        return rule.isEmpty()
                ? Explanation.Opening.NOT_RECORDED
                : new Explanation.Opening(
                        episode.date("opened_week").orElseThrow(),
                        rule,
                        episode.number("opened_p_value").orElse(1),
                        episode.number("opened_bound").orElse(0));
    }

    private List<Explanation.Fact> facts(Explanation.Alert alert, int number) {
        return RunLock.holding(workspace, () -> {
            Optional<Manifest> manifest = new Manifests(workspace.lake()).numbered(number);
            if (manifest.isEmpty()) {
                return List.of();
            }
            Path scratch = workspace.state().resolve("scratch");
            SweepVisitor.sweep(scratch);
            SparkSession spark = SparkEngine.start(settings.timezone(), scratch, settings.spark());
            try {
                return new FactLines(new Lake(spark, workspace.lake()), settings).of(alert, manifest.get());
            } finally {
                spark.stop();
                SweepVisitor.sweep(scratch);
            }
        });
    }

    /** Weeks from the onset to the published one, with the expectation as it was published. */
    private List<Explanation.Week> weeks(Explanation.Alert alert, List<Explanation.Fact> facts) {
        Map<LocalDate, Long> ofSeries = facts.stream()
                .filter(Explanation.Fact::counted)
                .collect(Collectors.groupingBy(
                        fact -> IsoWeek.of(fact.date()).monday(), TreeMap::new, Collectors.counting()));
        List<Explanation.Week> weeks = new ArrayList<>();
        for (PublishedRow row : rows(alert, PublishedTables.WEEKS)) {
            LocalDate monday = row.date("week").orElse(LocalDate.EPOCH);
            if (!monday.isBefore(alert.rise().since())) {
                weeks.add(new Explanation.Week(
                        monday,
                        Math.toIntExact(ofSeries.getOrDefault(monday, 0L)),
                        row.count("reported").orElse(0)
                                + row.count("discovered").orElse(0),
                        row.number("expected").orElse(0)));
            }
        }
        return weeks;
    }

    private List<Explanation.Part> parts(Explanation.Alert alert) {
        return rows(alert, PublishedTables.PARTS).stream()
                .map(row -> new Explanation.Part(
                        row.number("points").orElse(0), row.text("sentence_" + settings.language())))
                .toList();
    }

    private List<PublishedRow> rows(Explanation.Alert alert, PublishedTable table) {
        return matching(alert.week(), table, "site_id", alert.siteId());
    }

    private Optional<PublishedRow> first(IsoWeek week, PublishedTable table, String column, String wanted) {
        return matching(week, table, column, wanted).stream().findFirst();
    }

    private List<PublishedRow> matching(IsoWeek week, PublishedTable table, String column, String wanted) {
        return PublishedRow.of(ParquetTables.readRecorded(workspace.published(week), table)).stream()
                .filter(row -> row.text(column).equals(wanted))
                .toList();
    }

    private static IllegalStateException missing(IsoWeek week, String what) {
        return new IllegalStateException("published week " + week + " lacks " + what);
    }
}

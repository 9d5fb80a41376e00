package org.vigie.jobs.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedTable;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.lake.Manifests;
import org.vigie.jobs.lake.SparkEngine;
import org.vigie.jobs.reports.WeekManifest;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import tech.tablesaw.api.Row;

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

    /** Explains an alert that this published week holds. */
    public Explanation of(String alertId, IsoWeek week) {
        Row published = row(week, PublishedTables.ALERTS, "alert_id", alertId);
        Explanation.Alert alert = alert(published, week);
        WeekManifest publication =
                WeekManifest.read(workspace.published(week)).orElseThrow(() -> missing(week, "manifest.json"));
        List<Explanation.Fact> facts = facts(alert, publication.lakeManifest());
        return new Explanation(
                alert,
                opening(row(week, PublishedTables.EPISODES, "alert_id", alertId)),
                facts,
                weeks(alert, facts),
                parts(alert),
                publication.settingsDigest().equals(settings.digest())
                        && publication.codeVersion().equals(BuildVersion.current()));
    }

    private Explanation.Alert alert(Row row, IsoWeek week) {
        return new Explanation.Alert(
                row.getString("alert_id"),
                week,
                row.getString("site_id"),
                row.getString("family"),
                new Explanation.Rise(
                        row.getString("state"),
                        row.getDate("since_week"),
                        row.getInt("observed"),
                        row.getDouble("expected"),
                        row.getString("change_" + settings.language())));
    }

    private static Explanation.Opening opening(Row episode) {
        return new Explanation.Opening(
                episode.getDate("opened_week"),
                episode.getString("opened_by"),
                episode.getDouble("opened_p_value"),
                episode.getDouble("opened_bound"));
    }

    private List<Explanation.Fact> facts(Explanation.Alert alert, int number) {
        return RunLock.holding(workspace, () -> {
            Manifest manifest = new Manifests(workspace.lake())
                    .numbered(number)
                    .orElseThrow(() -> new IllegalStateException("the lake has no manifest " + number));
            Path scratch = workspace.state().resolve("scratch");
            SweepVisitor.sweep(scratch);
            SparkSession spark = SparkEngine.start(settings.timezone(), scratch, settings.spark());
            try {
                return new FactLines(new Lake(spark, workspace.lake()), settings).of(alert, manifest);
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
        for (Row row : rows(alert, PublishedTables.WEEKS)) {
            LocalDate monday = row.getDate("week");
            if (!monday.isBefore(alert.rise().since())) {
                weeks.add(new Explanation.Week(
                        monday,
                        Math.toIntExact(ofSeries.getOrDefault(monday, 0L)),
                        row.getInt("reported") + row.getInt("discovered"),
                        row.getDouble("expected")));
            }
        }
        return weeks;
    }

    private List<Explanation.Part> parts(Explanation.Alert alert) {
        return rows(alert, PublishedTables.PARTS).stream()
                .map(row ->
                        new Explanation.Part(row.getDouble("points"), row.getString("sentence_" + settings.language())))
                .toList();
    }

    private List<Row> rows(Explanation.Alert alert, PublishedTable table) {
        return matching(alert.week(), table, row -> row.getString("site_id").equals(alert.siteId()));
    }

    private Row row(IsoWeek week, PublishedTable table, String column, String wanted) {
        return matching(week, table, row -> row.getString(column).equals(wanted)).stream()
                .findFirst()
                .orElseThrow(() -> missing(week, table.name() + " of " + wanted));
    }

    private List<Row> matching(IsoWeek week, PublishedTable table, Predicate<Row> wanted) {
        tech.tablesaw.api.Table rows = ParquetTables.read(workspace.published(week), table);
        List<Row> matching = new ArrayList<>();
        for (int i = 0; i < rows.rowCount(); i++) {
            Row row = rows.row(i);
            if (wanted.test(row)) {
                matching.add(row);
            }
        }
        return matching;
    }

    private static IllegalStateException missing(IsoWeek week, String what) {
        return new IllegalStateException("published week " + week + " lacks " + what);
    }
}

package org.vigie.jobs.alerts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.jobs.alerts.Finding.Outcome;
import org.vigie.jobs.settings.AlertSettings.PrecisionSettings;

/**
 * How often alerts were right, as known in one week. An alert told two weeks ago or more without any outcome counts as not
 * checked.
 *
 * @param byLevel alerts told within the horizon, by the level at which they were told first
 * @param byFamily the same by family
 * @param recent by family, outcomes of the weeks that decide whether a family goes on alerting
 * @param stopped families that do not alert
 * @param outcomes (alert_id, outcome, outcome_on): newest known of each alert, not checked ones included
 */
public record FieldReport(
        FieldRecord byLevel, FieldRecord byFamily, FieldRecord recent, Set<String> stopped, List<Row> outcomes) {

    /** Schema of {@link #outcomes}. */
    public static final StructType OUTCOMES = new StructType()
            .add("alert_id", DataTypes.StringType)
            .add("outcome", DataTypes.StringType)
            .add("outcome_on", DataTypes.DateType);

    private static final int WEEKS_TO_ANSWER = 2;

    /** Copies the collections. */
    public FieldReport {
        stopped = new TreeSet<>(stopped);
        outcomes = List.copyOf(outcomes);
    }

    /** The report of a week on the alerts of its horizon. */
    public static FieldReport of(Dataset<Row> decisions, Findings findings, LocalDate monday, PrecisionSettings rule) {
        List<FieldRecord.Told> levels = new ArrayList<>();
        List<FieldRecord.Told> families = new ArrayList<>();
        List<Row> outcomes = new ArrayList<>();
        for (Row told : firstTold(decisions)) {
            String alert = told.getAs("alert_id");
            boolean due = !told.<LocalDate>getAs("told").isAfter(monday.minusWeeks(WEEKS_TO_ANSWER));
            Outcome outcome = found(findings, alert, monday);
            if (due || outcome.checked()) {
                levels.add(new FieldRecord.Told(
                        Level.of(told.<Double>getAs("p_value")).name(), outcome));
                families.add(new FieldRecord.Told(told.getAs("family"), outcome));
            }
            LocalDate day = findings.newest(alert, monday).map(Finding::day).orElse(null);
            if (due || day != null) {
                outcomes.add(RowFactory.create(alert, outcome.name(), day));
            }
        }
        FieldRecord recent = FamilyTrust.recent(findings, monday, rule);
        Set<String> stopped = new TreeSet<>();
        recent.groups().forEach((family, found) -> {
            if (FamilyTrust.stops(found, rule)) {
                stopped.add(family);
            }
        });
        return new FieldReport(FieldRecord.of(levels), FieldRecord.of(families), recent, stopped, outcomes);
    }

    /** The newest day on which somebody could tell; {@link Outcome#NOT_CHECKED} when nobody could. */
    private static Outcome found(Findings findings, String alert, LocalDate monday) {
        return findings.believed(alert, monday).stream()
                .map(Finding::outcome)
                .filter(Outcome::checked)
                .reduce(Outcome.NOT_CHECKED, (older, newer) -> newer);
    }

    /**
     * One row per alert that a team was told within the horizon. Few whatever the number of sites: a team is told at most
     * {@code new_per_week} new ones, so 52 weeks of a thousand teams are some 150,000 short rows.
     */
    private static List<Row> firstTold(Dataset<Row> decisions) {
        return decisions
                .where(col("on_list").or(col("answered")))
                .groupBy("alert_id", "family")
                .agg(
                        min(col("week")).as("told"),
                        min_by(col("p_value"), col("week")).as("p_value"))
                .orderBy("alert_id")
                .collectAsList();
    }
}

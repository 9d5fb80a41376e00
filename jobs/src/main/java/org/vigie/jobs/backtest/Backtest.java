package org.vigie.jobs.backtest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.evaluation.EvaluationPeriod;
import org.vigie.analytics.evaluation.KnownTension;
import org.vigie.analytics.evaluation.RaisedAlert;
import org.vigie.dashboards.tables.BacktestMeasure;

/** Puts together what was said of each tested week and what came, and measures it. */
public final class Backtest {

    private static final List<String> NUMBERS = List.of(
            "longitude",
            "latitude",
            "p_value",
            "farrington_p",
            "ears_p",
            "facts_recent",
            "facts_year",
            "escalations_year",
            "escalations_last_year",
            "escalations_mean",
            "ahead",
            "first_ahead",
            "probability");

    private final SiteWeekPanel panel;
    private final List<RaisedAlert> told;

    /**
     * What was said of the tested weeks.
     *
     * @param compared rows of {@link org.vigie.jobs.detection.CompareWeeks#COMPARED} with longitude and latitude
     * @param evidence rows of {@link org.vigie.jobs.detection.DetectionTables#EVIDENCE}
     * @param decisions rows of {@link org.vigie.jobs.alerts.AlertTables#DECISIONS}
     * @param forecasts (site_id, week, probability, low, high): chance of at least one escalation fact in the four weeks
     *     after a week, from what was known at its end
     */
    public record Said(Dataset<Row> compared, Dataset<Row> evidence, Dataset<Row> decisions, Dataset<Row> forecasts) {}

    /**
     * What is asked.
     *
     * @param from first tested week
     * @param to last tested week, and the last of which anything is known
     * @param tensions tensions that were planted; empty when none are written down
     * @param capacity alerts that a team can follow
     */
    public record Question(IsoWeek from, IsoWeek to, List<KnownTension> tensions, ToIntFunction<String> capacity) {

        /** Copies the list. */
        public Question {
            tensions = List.copyOf(tensions);
        }
    }

    private Backtest(SiteWeekPanel panel, List<RaisedAlert> told) {
        this.panel = panel;
        this.told = List.copyOf(told);
    }

    /** All measures, in the order of the report; none when no site was followed in the tested weeks. */
    public static List<BacktestMeasure> measure(Said said, Question question) {
        SiteWeekPanel panel = panel(said);
        return panel.rows() == 0 ? List.of() : new Backtest(panel, told(said.decisions(), question)).all(question);
    }

    private List<BacktestMeasure> all(Question question) {
        Rivals.addTo(panel);
        double[] ahead = panel.column("ahead");
        double[] probability = panel.column("probability");
        int[] over = panel.where(row -> !Double.isNaN(ahead[row]) && !Double.isNaN(probability[row]));
        List<BacktestMeasure> measures = new ArrayList<>(run(over, ahead));
        DetectionMeasures detection = new DetectionMeasures(panel, truth(question), listed());
        measures.addAll(detection.ofDetectors());
        measures.addAll(detection.ofLists(told));
        measures.addAll(detection.atCapacity(question.capacity()));
        if (over.length > 0) {
            measures.addAll(new RankingMeasures(panel, over).all());
            measures.addAll(new ForecastMeasures(panel, over).all());
        }
        return measures;
    }

    private List<BacktestMeasure> run(int[] over, double[] ahead) {
        double facts = 0;
        for (int row : over) {
            facts += ahead[row];
        }
        return List.of(
                BacktestMeasure.of("run", "all", "weeks", panel.weeks().size(), panel.rows()),
                BacktestMeasure.of("run", "all", "sites", panel.sites().size(), panel.rows()),
                BacktestMeasure.of("run", "all", "site_weeks", panel.rows(), panel.rows()),
                BacktestMeasure.of("run", "all", "site_weeks_with_outcome", over.length, over.length),
                BacktestMeasure.of("run", "all", "facts_ahead", facts, over.length));
    }

    private GroundTruth truth(Question question) {
        if (question.tensions().isEmpty()) {
            return new EscalationsAhead(panel);
        }
        Set<String> teams = new TreeSet<>();
        for (int row = 0; row < panel.rows(); row++) {
            teams.add(panel.team(row));
        }
        EvaluationPeriod period = new EvaluationPeriod(question.from(), question.to(), teams.size());
        return new PlantedTensions(panel, question.tensions(), period);
    }

    private boolean[] listed() {
        Set<String> onLists = new HashSet<>();
        told.forEach(alert -> alert.shown().forEach(week -> onLists.add(alert.site() + " " + week)));
        boolean[] listed = new boolean[panel.rows()];
        for (int row = 0; row < listed.length; row++) {
            listed[row] = onLists.contains(panel.siteId(row) + " " + panel.weekOf(row));
        }
        return listed;
    }

    private static SiteWeekPanel panel(Said said) {
        Dataset<Row> judged =
                said.evidence().select(col("site_id"), col("as_of").as("week"), col("team"), col("p_value"));
        String[] siteWeek = {"site_id", "week"};
        List<Row> rows = said.compared()
                .join(judged, siteWeek, "left")
                .join(said.forecasts().select("site_id", "week", "probability"), siteWeek, "left")
                .orderBy("week", "site_id")
                .collectAsList();
        return SiteWeekPanel.of(rows, NUMBERS);
    }

    /** Alerts on a list in some tested week, with the weeks in which they were. */
    private static List<RaisedAlert> told(Dataset<Row> decisions, Question question) {
        Map<String, List<Row>> byAlert = new TreeMap<>();
        for (Row row : decisions
                .where(col("on_list"))
                .where(col("week")
                        .between(
                                lit(question.from().monday()), lit(question.to().monday())))
                .select("alert_id", "site_id", "family", "opened_week", "week")
                .collectAsList()) {
            byAlert.computeIfAbsent(row.getString(0), alert -> new ArrayList<>())
                    .add(row);
        }
        return byAlert.values().stream().map(Backtest::alert).toList();
    }

    private static RaisedAlert alert(List<Row> weeks) {
        Row first = weeks.get(0);
        return new RaisedAlert(
                first.getString(1),
                first.getString(2),
                IsoWeek.of(first.<LocalDate>getAs(3)),
                weeks.stream().map(row -> IsoWeek.of(row.<LocalDate>getAs(4))).toList());
    }
}

package org.vigie.jobs.run;

import java.util.ArrayList;
import java.util.List;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.evaluation.EvaluationPeriod;
import org.vigie.analytics.evaluation.RaisedAlert;
import org.vigie.analytics.evaluation.TruthScore;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.settings.Workspace;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Compares what teams were told over a year with {@code truth.csv}, for a landlord whose tensions are known. */
public final class TruthCheck {

    private static final int WEEKS = 52;

    private final Workspace workspace;

    /** A check of this workspace. */
    public TruthCheck(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The score over the year that ends with a published week. */
    public TruthScore of(IsoWeek week) {
        List<RaisedAlert> told = new ArrayList<>();
        for (Row row : ParquetTables.read(workspace.published(week), PublishedTables.EPISODES)) {
            if (!row.isMissing("first_told_week")) {
                told.add(new RaisedAlert(
                        row.getString("site_id"),
                        row.getString("family"),
                        IsoWeek.of(row.getDate("opened_week")),
                        List.of(IsoWeek.of(row.getDate("first_told_week")))));
            }
        }
        Table allTeams = ParquetTables.read(workspace.published(week), PublishedTables.TEAMS);
        return TruthScore.of(
                KnownTensions.of(workspace),
                told,
                new EvaluationPeriod(week.plusWeeks(1L - WEEKS), week, Math.max(1, allTeams.rowCount())));
    }
}

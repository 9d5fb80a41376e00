package org.vigie.jobs.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.tables.ParquetTables;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.jobs.alerts.CarriedEpisode;
import org.vigie.jobs.alerts.CarriedEpisodes;
import org.vigie.jobs.reports.Publication;
import org.vigie.jobs.settings.Workspace;

/**
 * Numbers that people know. Episodes are folded over the weeks of the horizon; one that opened before them would look as if
 * it opened in the first. The newest earlier published week that still reaches back far enough tells when it did.
 */
final class PublishedEpisodes {

    private final Workspace workspace;

    PublishedEpisodes(Workspace workspace) {
        this.workspace = workspace;
    }

    Workspace workspace() {
        return workspace;
    }

    /** What is carried into the fold of a week whose horizon has so many weeks. */
    CarriedEpisodes carriedInto(IsoWeek week, int horizonWeeks) {
        IsoWeek first = week.plusWeeks(1 - horizonWeeks);
        Optional<IsoWeek> earlier = new Publication(workspace)
                .weeks().stream()
                        .filter(one -> one.compareTo(week) < 0 && one.compareTo(first.plusWeeks(-1)) >= 0)
                        .max(Comparator.naturalOrder());
        return earlier.map(one -> new CarriedEpisodes(first.monday(), told(one)))
                .orElse(CarriedEpisodes.NONE);
    }

    private List<CarriedEpisode> told(IsoWeek week) {
        List<CarriedEpisode> told = new ArrayList<>();
        PublishedRow.of(ParquetTables.readRecorded(workspace.published(week), PublishedTables.EPISODES))
                .forEach(row -> row.date("opened_week").ifPresent(opened -> told.add(episode(row, opened))));
        return told;
    }

    private static CarriedEpisode episode(PublishedRow row, LocalDate opened) {
        return new CarriedEpisode(
                row.text("site_id"),
                row.text("family"),
                opened,
                row.date("first_told_week").orElse(CarriedEpisode.NEVER),
                row.date("closed_week").orElse(CarriedEpisode.NEVER),
                new CarriedEpisode.Opening(
                        row.text("opened_by"),
                        row.number("opened_p_value").orElse(0),
                        row.number("opened_bound").orElse(0)));
    }
}

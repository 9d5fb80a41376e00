package org.vigie.jobs.staged;

import java.time.LocalDate;
import java.util.Optional;
import org.vigie.jobs.feeds.CodeList;
import org.vigie.jobs.staged.Cells.Point;

/** Building works, into {@link StagedTables#WORKS}: every version of the plan. */
final class WorksTyper {

    private static final int MANY = 1_000_000;

    private WorksTyper() {}

    static RowTyper.Typed operation(Cells cells) {
        String id = cells.key("num_operation");
        CodeList.Entry type = cells.requiredCode("code_travaux");
        String status = cells.requiredCode("statut").code();
        LocalDate start = cells.requiredDay("date_debut_prevue");
        LocalDate end = plannedEnd(cells, start);
        Optional<LocalDate> started = cells.openDay("date_debut_reelle");
        Optional<LocalDate> ended = cells.openDay("date_fin_reelle");
        refuseReversed(start, Optional.of(end), "date_fin_prevue");
        refuseReversed(started.orElse(LocalDate.MIN), ended, "date_fin_reelle");
        Optional<Point> point = cells.point();
        return RowTyper.Typed.on(
                start,
                id,
                cells.place(point).orElse(null),
                point.map(Point::longitude).orElse(null),
                point.map(Point::latitude).orElse(null),
                type.code(),
                status,
                start,
                end,
                started.orElse(null),
                ended.orElse(null),
                cells.flag("site_occupe").orElse(null),
                cells.whole("nb_logements_concernes", 0, MANY).orElse(null),
                cells.code("interruption").map(CodeList.Entry::code).orElse(null),
                cells.openDay("date_information_locataires").orElse(null));
    }

    /** As delivered, else as long as the settings say that works of this type last. */
    private static LocalDate plannedEnd(Cells cells, LocalDate start) {
        return cells.day("date_fin_prevue").orElseGet(() -> {
            int days = cells.settings().durations().days(cells.row().text("code_travaux"));
            if (days == 0) {
                throw new RejectedValue(Rule.MISSING_VALUE, "date_fin_prevue");
            }
            return start.plusDays(days - 1L);
        });
    }

    private static void refuseReversed(LocalDate start, Optional<LocalDate> end, String column) {
        if (end.filter(start::isAfter).isPresent()) {
            throw new RejectedValue(Rule.END_BEFORE_START, column);
        }
    }
}

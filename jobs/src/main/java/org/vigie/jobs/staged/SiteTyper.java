package org.vigie.jobs.staged;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.vigie.jobs.feeds.CodeList;
import org.vigie.jobs.staged.Cells.Point;

/** The hierarchy of places, into {@link StagedTables#SITES}. */
final class SiteTyper {

    private static final int MANY = 1_000_000;

    /** Levels of management: how many dwellings they hold follows from the places below. */
    private static final Set<String> MANAGEMENT = Set.of("AGENCE", "SECTEUR");

    /** Lambert 93 covers metropolitan France well within these metres. */
    private static final double FARTHEST_METRES = 10_000_000;

    private SiteTyper() {}

    static RowTyper.Typed site(Cells cells) {
        String id = cells.siteCode("code_site");
        String level = cells.requiredCode("niveau").code();
        Optional<Integer> dwellings = cells.whole("nb_logements", 0, MANY);
        if (!MANAGEMENT.contains(level)) {
            cells.required(dwellings, "nb_logements");
        }
        Optional<LocalDate> opened = cells.day("date_debut");
        Optional<LocalDate> closed = cells.openDay("date_fin");
        if (opened.isPresent() && closed.filter(opened.get()::isAfter).isPresent()) {
            throw new RejectedValue(Rule.END_BEFORE_START, "date_fin");
        }
        Optional<Point> point = cells.point();
        return RowTyper.Typed.on(
                RowTyper.ALWAYS,
                id,
                cells.text("libelle").orElse(id),
                level,
                cells.siteRef("code_parent").orElse(null),
                cells.siteRef("code_agence").orElse(null),
                cells.siteRef("code_quartier").orElse(null),
                cells.code("qpv_generation").map(CodeList.Entry::code).orElse(null),
                dwellings.orElse(null),
                cells.whole("nb_logements_loues", 0, MANY).orElse(null),
                cells.decimal("x_l93", -FARTHEST_METRES, FARTHEST_METRES).orElse(null),
                cells.decimal("y_l93", -FARTHEST_METRES, FARTHEST_METRES).orElse(null),
                point.map(Point::longitude).orElse(null),
                point.map(Point::latitude).orElse(null),
                opened.orElse(null),
                closed.orElse(null),
                cells.text("mediateur_equipe").orElse(null));
    }
}

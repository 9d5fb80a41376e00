package org.vigie.jobs.staged;

import java.time.LocalDate;
import java.util.Set;
import org.vigie.jobs.feeds.CodeList;

/** Movements of tenants, into {@link StagedTables#TURNOVER}; one may be entered before the day on which it takes effect. */
final class TurnoverTyper {

    /** Rare enough in a residence to name a household: stored as another departure. */
    private static final Set<String> COARSENED = Set.of("OUT_EVICTION", "OUT_DEATH", "OUT_ABANDON");

    private TurnoverTyper() {}

    static RowTyper.Typed movement(Cells cells) {
        String id = cells.key("num_mouvement");
        String site = cells.siteRef("code_site").orElseThrow(() -> new RejectedValue(Rule.MISSING_PLACE, "code_site"));
        CodeList.Entry type = cells.requiredCode("code_mouvement");
        LocalDate effective = cells.requiredDay("date_effet");
        return RowTyper.Typed.on(
                effective,
                id,
                site,
                COARSENED.contains(type.code()) ? "OUT_OTHER" : type.code(),
                type.attribute("direction"),
                effective);
    }
}

package org.vigie.dashboards.pages;

import static org.vigie.dashboards.pages.FixtureTables.WEEK;
import static org.vigie.dashboards.pages.FixtureTables.id;
import static org.vigie.dashboards.pages.FixtureTables.team;

import java.time.LocalDate;
import java.util.Map;
import org.vigie.dashboards.tables.PublishedTables;

/** Alerts of every state with their episodes and visits. */
final class FixtureAlerts {

    private final FixtureTables tables;

    FixtureAlerts(FixtureTables tables) {
        this.tables = tables;
    }

    void alerts() {
        alert(0, "NOUVELLE", "OCC", true);
        alert(1, "TRANSMISE", "NEI", true);
        alert(2, "PRISE_EN_CHARGE", "ALL", true);
        alert(4, "EN_OBSERVATION", "GRAVE", true);
        alert(5, "LEVEE", "ENV", false);
        alert(7, "NOUVELLE", "PRO", true);
        alert(8, "NON_TRANSMISE", "OCC", false);
    }

    void alert(int i, String state, String family, boolean transmitted) {
        LocalDate opened = state.equals("NOUVELLE") ? WEEK : WEEK.minusWeeks(2 + i);
        String alert = "A-2026-W43-" + id(i) + "-" + family;
        Map<String, Object> row = tables.add(
                PublishedTables.ALERTS,
                "alert_id;episode_id;site_id;team;week;state;reopened;transmitted;family",
                alert,
                "2026-" + (118 + i),
                id(i),
                team(i),
                WEEK,
                state,
                i == 2,
                transmitted,
                family);
        row.put("place", i == 0 ? "bât. B" : i == 7 ? FixtureWeek.HOSTILE : "");
        row.put("owner", "MEDIATOR");
        row.put("review_on", LocalDate.of(2026, 11, 6));
        if (state.equals("NON_TRANSMISE")) {
            row.put("note_fr", "Non transmise : la capacité de l’équipe est atteinte.");
            row.put("note_en", "Not transmitted: the team has no more room.");
            row.put("field_fr", "Sur 100 alertes de ce niveau depuis un an, 62 confirmées (entre 48 et 75).");
        }
        figures(row, i);
        sentences(row);
        tables.add(
                PublishedTables.EPISODES,
                "episode_id;site_id;family;opened_week;state;observed;expected;reopened",
                "2026-" + (118 + i),
                id(i),
                family,
                opened,
                state,
                9,
                3.1,
                i == 2);
        tables.add(
                PublishedTables.EPISODES,
                "episode_id;site_id;family;opened_week;closed_week;state;observed;expected;reopened;outcome;outcome_on",
                "2026-" + (18 + i),
                id(i),
                "ENV",
                WEEK.minusWeeks(40),
                WEEK.minusWeeks(33),
                "LEVEE",
                12,
                4.4,
                false,
                "CONFIRMED",
                WEEK.minusWeeks(38).plusDays(2));
        if (transmitted) {
            tables.add(
                    PublishedTables.VISITS,
                    "team;week;visit_order;site_id;kind;alert_id",
                    team(i),
                    WEEK,
                    1 + tables.rows(PublishedTables.VISITS).size() / 2,
                    id(i),
                    "ALERTE",
                    alert);
        }
    }

    private static void figures(Map<String, Object> row, int i) {
        row.put("observed", 9);
        row.put("expected", 3.1);
        row.put("reported", 7);
        row.put("discovered", 2);
        row.put("since_week", WEEK.minusWeeks(2));
        row.put("evidence", 9.5 - i);
        row.put("recurrence_weeks", i == 2 ? 40.0 : 156.0);
        row.put("strongest_week", i == 4 ? WEEK.minusWeeks(4) : WEEK);
        row.put("week_recurrence_weeks", i == 4 ? 2.0 : 156.0);
        row.put("waiting_weeks", i == 4 ? 5 : 0);
        row.put("decision_due", i == 4);
        if (i != 1) {
            row.put("confirmed_per_100", 62.0);
        }
    }

    private static void sentences(Map<String, Object> row) {
        row.put("change_fr", "9 occupations de hall en 4 semaines, 3,1 attendues");
        row.put("change_en", "9 hall occupations in 4 weeks, 3.1 expected");
        row.put("context_fr", "Remplacement de l’ascenseur depuis le 14/10 (32 logements). 5 départs en 3 mois.");
        row.put("context_en", "Lift replaced since 14/10 (32 dwellings). 5 move-outs in 3 months.");
        row.put("hours_fr", "surtout jeu.-sam. 20 h-23 h");
        row.put("hours_en", "mostly Thu-Sat 20:00-23:00");
        row.put("next_step_fr", "passage entre 20 h et 23 h, point avec le gardien.");
        row.put("next_step_en", "visit between 20:00 and 23:00, talk with the caretaker.");
        row.put("clears_fr", "moins de 3 faits entre S44 et S47");
        row.put("clears_en", "fewer than 3 facts from W44 to W47");
    }

    void randomVisit(int i) {
        tables.add(
                PublishedTables.VISITS,
                "team;week;visit_order;site_id;kind",
                team(i),
                WEEK,
                tables.rows(PublishedTables.VISITS).size() - 2,
                id(i),
                "HASARD");
    }
}

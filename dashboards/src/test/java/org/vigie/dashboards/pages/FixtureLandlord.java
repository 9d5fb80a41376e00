package org.vigie.dashboards.pages;

import static org.vigie.dashboards.pages.FixtureTables.WEEK;
import static org.vigie.dashboards.pages.FixtureTables.id;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.vigie.dashboards.tables.PublishedTables;

/** What surrounds the alerts: teams, words, neighbourhoods, works, files delivered. */
final class FixtureLandlord {

    private final FixtureTables tables;

    FixtureLandlord(FixtureTables tables) {
        this.tables = tables;
    }

    /** A hotspot, works and the files delivered. */
    void surroundings() {
        tables.add(
                PublishedTables.HOTSPOTS,
                "hotspot_id;week;site_ids;observed;expected;relative_risk;evidence;p_value;recurrence_weeks;since_week;in_episodes",
                "H-2026-W43-1",
                WEEK,
                id(0) + "|" + id(4) + "|" + id(8),
                21,
                9.4,
                2.2,
                4.1,
                .019,
                52.0,
                WEEK.minusWeeks(5),
                false);
        for (int member : new int[] {0, 4, 8}) {
            tables.add(
                    PublishedTables.HOTSPOT_SITES,
                    "hotspot_id;site_id;observed;expected;posterior;in_episode",
                    "H-2026-W43-1",
                    id(member),
                    12 - member,
                    3.1,
                    .9 - member / 20.0,
                    member == 0);
        }
        reliability(0, 6136, .0712, .0685, .059);
        reliability(1, 614, .012, .0081, .002);
        reliability(10, 613, .312, .349, .288);
        works(0, "LIFT ONGOING EN_COURS", WEEK.minusDays(5), WEEK.plusWeeks(6), true);
        works(0, "FACADE DONE TERMINE", WEEK.minusWeeks(60), WEEK.minusWeeks(41), true);
        works(1, "REHAB_OCC PLANNED A_VENIR", WEEK.plusDays(21), WEEK.plusWeeks(30), false);
        works(9, "ENTRY NOTIFIED A_VENIR", WEEK.plusDays(14), WEEK.plusWeeks(8), false);
        quality("incidents", "incidents_2026-10-26.csv", 412, 1, "unknown_site=3|bad_date=2");
        quality("incivilities", "incivilites été.csv", 977, 0, "");
        quality("works", "=travaux.csv", 38, 19, "");
        quality("turnover", "mouvements.csv", 120, 12, "");
        quality("", "lisez-moi.txt", 0, -1, "");
        volume("incidents", 41, 28, 63, "HABITUEL");
        volume("incivilities", 12, 60, 110, "EN_DESSOUS");
    }

    private void reliability(int group, int forecasts, double forecast, double observed, double low) {
        tables.add(
                PublishedTables.RELIABILITY,
                "group;forecasts;forecast;observed;low;high",
                group,
                forecasts,
                forecast,
                observed,
                low,
                2 * observed - low);
    }

    /** Works given as kind, status and phase. */
    private void works(int i, String what, LocalDate start, LocalDate end, boolean told) {
        String[] words = what.split(" ", -1);
        Map<String, Object> row = tables.add(
                PublishedTables.WORKS,
                "site_id;operation_id;works_type;status;phase;start;end;dwellings;interruption",
                id(i),
                "OP-" + i,
                words[0],
                words[1],
                words[2],
                start,
                end,
                32,
                "ASCENSEUR");
        if (told) {
            row.put("tenants_told_on", start.minusDays(20));
        }
    }

    private void quality(String feed, String file, int rows, int days, String reasons) {
        Map<String, Object> row = tables.add(
                PublishedTables.QUALITY,
                "feed;file;rows_read;rows_used;rows_superseded;rows_duplicate;rows_out_of_scope;rows_rejected",
                feed,
                file,
                rows,
                Math.max(0, rows - 14),
                5,
                4,
                0,
                5);
        row.put("reasons", reasons);
        if (days >= 0) {
            row.put("latest_fact", WEEK.plusDays(6).minusDays(days));
            row.put("freshness_days", days);
        }
    }

    private void volume(String feed, int observed, int low, int high, String state) {
        tables.add(
                PublishedTables.VOLUMES,
                "feed;week;weeks;observed;low;high;history;state",
                feed,
                WEEK,
                1,
                observed,
                low,
                high,
                52,
                state);
    }

    void teams(int load) {
        for (String team : List.of("MED-EST", "MED-OUEST")) {
            boolean east = team.equals("MED-EST");
            tables.add(
                    PublishedTables.TEAMS,
                    "team;week;capacity;transmitted;new_alerts;drawer;closed;sites",
                    team,
                    WEEK,
                    5,
                    east ? load : 5 * load / 3,
                    Math.min(load, 1),
                    east ? Math.min(load, 1) : 0,
                    Math.min(load, 1),
                    6);
            label("team", team, east ? "Médiation Est" : "Médiation Ouest", team);
        }
        label("family", "OCC", "Occupation des espaces communs", "Occupation of common areas");
        label("family", "NEI", "Relations de voisinage", "Neighbour relations");
        label("family", "PRO", "Atteintes aux biens", "Harm to property");
        label("family", "ENV", "Environnement et propreté", "Environment");
        label("family", "VEH", "Véhicules", "Vehicles");
        label("works_type", "LIFT", "Remplacement d’ascenseur", "Lift replacement");
        label("works_type", "FACADE", "Ravalement", "Facade works");
        label("works_type", "REHAB_OCC", "Réhabilitation en site occupé", "Refurbishment with tenants in place");
        label("works_type", "ENTRY", "Hall et contrôle d’accès", "Hall and access control");
        label("part", "FACTS", "Faits au-dessus de l’attendu", "Facts above expected");
        label("part", "GRAVE", "Faits graves", "Grave facts");
        label("part", "WORKS", "Travaux", "Works");
        label("part", "TURNOVER", "Rotation", "Turnover");
        label("area", "QN07501M", "Grand-Pré", "Grand-Pré");
        label("area", "QN07502M", "Les Moulins", "Les Moulins");
        label("area", "QN07503M", "La Roseraie", "La Roseraie");
        label("area", "QN07504M", "Le Rivage", "Le Rivage");
        label("trend", "PERSISTENT_HOT", "Point chaud durable", "Lasting hot spot");
        label("trend", "NEW_HOT", "Nouveau point chaud", "New hot spot");
        label("rule", "unknown_site", "site inconnu", "unknown site");
    }

    private void label(String kind, String code, String french, String english) {
        tables.add(PublishedTables.LABELS, "kind;code;label_fr;label_en", kind, code, french, english);
    }

    void areas(boolean calm) {
        area("QN07501M", calm ? "DANS_LA_MOYENNE" : "AU_DESSUS", "DEGRADATION", 9.6, 8.0, 11.2, .31);
        area("QN07502M", "DANS_LA_MOYENNE", "AMELIORATION", 5.6, 4.0, 7.1, -.12);
        area("HORS", "DANS_LA_MOYENNE", "STABLE", 4.4, 3.9, 4.9, .02);
        tables.add(
                PublishedTables.AREAS,
                "period;area_id;perimeter_generation;dwellings;suppressed",
                "2026-Q3",
                "QN07503M",
                "QPV 2024",
                310,
                true);
        tables.add(
                PublishedTables.AREAS,
                "period;area_id;perimeter_generation;dwellings;status;suppressed",
                "2026-Q3",
                "QN07504M",
                "QPV 2024",
                290,
                "GRIS",
                false);
    }

    /** A neighbourhood with its rate, the ends of the interval and the change. */
    private void area(String area, String status, String dynamics, Object... figures) {
        Map<String, Object> row = tables.add(PublishedTables.AREAS, "rate_per_100_dwellings;low;high;change", figures);
        row.put("period", "2026-Q3");
        row.put("area_id", area);
        row.put("perimeter_generation", "QPV 2024");
        row.put("dwellings", 1480);
        row.put("facts", 142);
        row.put("status", status);
        row.put("dynamics", dynamics);
        row.put("trend", status.equals("AU_DESSUS") ? "PERSISTENT_HOT" : "NONE");
        row.put("suppressed", false);
    }
}

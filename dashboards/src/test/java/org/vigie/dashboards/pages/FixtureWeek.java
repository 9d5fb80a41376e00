package org.vigie.dashboards.pages;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.vigie.dashboards.tables.ParquetFixture;
import org.vigie.dashboards.tables.PublishedTable;
import org.vigie.dashboards.tables.PublishedTables;

/** A published week of an invented landlord. */
final class FixtureWeek {

    static final LocalDate WEEK = LocalDate.of(2026, 10, 19);
    static final String HOSTILE = "<script>alert('x')</script> & \"Co\" =cmd|' /C calc'!A0";
    static final String LONG = "Résidence-du-Très-Long-Nom-".repeat(12).substring(0, 300);

    private static final List<String> NAMES = List.of(
            "Les Tilleuls",
            "Les Érables",
            "Tour Camus",
            "Le Clos Vert",
            "Cité Jean-Moulin",
            "L’Îlot Saint-Éloi",
            "Les Aubépines",
            HOSTILE,
            LONG,
            "Square Lumière",
            "Les Peupliers",
            "Résidence Atlas");
    private static final List<String> STATUSES = List.of(
            "ORANGE", "JAUNE", "ROUGE", "GRIS", "JAUNE", "VERT", "VERT", "JAUNE", "JAUNE", "VERT", "GRIS", "VERT");
    private static final List<String> FAMILIES = List.of("OCC", "NEI", "PRO", "ENV", "VEH");
    private static final int WEEKS = 156;

    private final Path folder;
    private final Random random = new Random(7);
    private final Map<PublishedTable, List<Map<String, Object>>> tables = new LinkedHashMap<>();

    private FixtureWeek(Path folder) {
        this.folder = folder;
        PublishedTables.all().forEach(table -> tables.put(table, new ArrayList<>()));
    }

    /** Twelve sites with alerts of every state, hostile names and a grey site. */
    static void busy(Path folder) {
        FixtureWeek week = new FixtureWeek(folder);
        week.sites(12);
        week.alerts();
        week.rest();
        week.write();
    }

    /** The same sites without any alert, visit, hotspot, episode or works. */
    static void calm(Path folder) {
        FixtureWeek week = new FixtureWeek(folder);
        week.sites(12);
        week.teams(0);
        week.areas(true);
        week.write();
    }

    /** Many sites, for speed and weight. */
    static void large(Path folder, int sites) {
        FixtureWeek week = new FixtureWeek(folder);
        week.sites(sites);
        week.alerts();
        week.rest();
        week.write();
    }

    /** A team with ten alerts, each as wordy as it can be. */
    static void crowded(Path folder) {
        FixtureWeek week = new FixtureWeek(folder);
        week.sites(40);
        week.teams(10);
        week.areas(false);
        for (int i = 0; i < 20; i += 2) {
            week.alert(i, i < 6 ? "NOUVELLE" : "TRANSMISE", "OCC", true);
        }
        for (int i = 20; i < 26; i += 2) {
            week.randomVisit(i);
        }
        week.tables.get(PublishedTables.SITES).forEach(row -> row.put("label", LONG));
        week.tables
                .get(PublishedTables.ALERTS)
                .forEach(row -> List.of("change_fr", "context_fr", "hours_fr", "next_step_fr", "place")
                        .forEach(column -> row.put(column, "Un texte bien trop long pour une fiche. ".repeat(20))));
        week.write();
    }

    /** Every table empty. */
    static void empty(Path folder) {
        new FixtureWeek(folder).write();
    }

    static String id(int site) {
        return String.format("RES%04d", site + 1);
    }

    private void write() {
        tables.forEach((table, rows) -> {
            ParquetFixture.write(folder, table, rows);
            if (table.equals(PublishedTables.AREAS)) {
                ParquetFixture.write(folder.resolve("shared"), table, rows);
            }
        });
    }

    private void add(PublishedTable table, Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        tables.get(table).add(row);
    }

    private void sites(int count) {
        for (int i = 0; i < count; i++) {
            String name = i < NAMES.size() ? NAMES.get(i) : NAMES.get(i % 5) + " " + i;
            String area = List.of("QN07501M", "QN07502M", "QN07503M", "HORS").get(i % 4);
            add(
                    PublishedTables.SITES,
                    "site_id",
                    id(i),
                    "label",
                    name,
                    "agency",
                    "AG03",
                    "sector",
                    "SE12",
                    "team",
                    i % 2 == 0 ? "MED-EST" : "MED-OUEST",
                    "area_id",
                    area,
                    "area_kind",
                    area.equals("HORS") ? "HORS" : "QPV",
                    "dwellings",
                    40 + 17 * (i % 9),
                    "longitude",
                    2.35 + .012 * (i % 4) + .006 * random.nextDouble(),
                    "latitude",
                    48.85 + .007 * (i % 3) + .004 * random.nextDouble());
            score(i);
            weeks(i);
        }
    }

    private void score(int i) {
        String status = i < STATUSES.size() ? STATUSES.get(i) : i % 40 == 0 ? "JAUNE" : "VERT";
        if (status.equals("GRIS")) {
            add(
                    PublishedTables.SCORES,
                    "site_id",
                    id(i),
                    "week",
                    WEEK,
                    "status",
                    status,
                    "reason_fr",
                    "Flux des incivilités muet depuis trois semaines : pas de conclusion.",
                    "reason_en",
                    "Incivilities feed silent for three weeks: no conclusion.");
            return;
        }
        double score = status.equals("VERT") ? i % 9 : 78.4 - 6 * (i % 12);
        add(
                PublishedTables.SCORES,
                "site_id",
                id(i),
                "week",
                WEEK,
                "tension_score",
                score,
                "status",
                status,
                "dynamics",
                List.of("STABLE", "DEGRADATION", "AMELIORATION").get(i % 3),
                "escalation_probability",
                i < 3 ? .34 : .05,
                "escalation_low",
                i < 3 ? .24 : .02,
                "escalation_high",
                i < 3 ? .46 : .09,
                "observed",
                status.equals("VERT") ? 1 : 9,
                "expected",
                3.1,
                "rank",
                i + 1,
                "method",
                "pooled",
                "reason_fr",
                status.equals("VERT")
                        ? "Actes isolés : 1 fait en 4 semaines, 3,1 attendus."
                        : "Première alerte : 9 faits en 4 semaines, 3,1 attendus.",
                "reason_en",
                "First alert: 9 facts in 4 weeks, 3.1 expected.");
        if (!status.equals("VERT")) {
            part(i, "FACTS", 41.2, "9 occupations de hall en 4 semaines, 3,1 attendues");
            part(i, "GRAVE", 12.0, "1 fait de gravité 4-5");
            part(i, "WORKS", 8.1, "Remplacement de l’ascenseur depuis le 14/10");
            part(i, "TURNOVER", 5.1, "5 départs en 3 mois, 2 d’habitude");
        }
    }

    private void part(int i, String part, double points, String sentence) {
        add(
                PublishedTables.PARTS,
                "site_id",
                id(i),
                "week",
                WEEK,
                "part",
                part,
                "points",
                points,
                "sentence_fr",
                sentence,
                "sentence_en",
                "In English: " + sentence);
    }

    private void weeks(int i) {
        for (int w = WEEKS - 1; w >= 0; w--) {
            LocalDate monday = WEEK.minusWeeks(w);
            double expected = .8 + .3 * Math.sin(w / 8.3);
            boolean tense = i < 5 && w < 4;
            int reported = random.nextDouble() < expected * .6 ? 1 + random.nextInt(2) : 0;
            int discovered = random.nextDouble() < .2 ? 1 : 0;
            add(
                    PublishedTables.WEEKS,
                    "site_id",
                    id(i),
                    "week",
                    monday,
                    "reported",
                    tense ? reported + 2 : reported,
                    "discovered",
                    discovered,
                    "expected",
                    expected,
                    "low",
                    0.0,
                    "high",
                    expected + 1.6,
                    "threshold",
                    Math.ceil(expected + 2.2),
                    "presence_hours",
                    6.0 + random.nextInt(4),
                    "works",
                    w < 2 ? 1 : 0,
                    "moves",
                    random.nextInt(12) == 0 ? 1 : 0);
            if (w < 52) {
                for (String family : FAMILIES) {
                    if (random.nextInt(4) == 0) {
                        add(
                                PublishedTables.FAMILIES,
                                "site_id",
                                id(i),
                                "week",
                                monday,
                                "family",
                                family,
                                "facts",
                                1 + random.nextInt(tense ? 4 : 2),
                                "grave",
                                random.nextInt(9) == 0 ? 1 : 0);
                    }
                }
            }
        }
    }

    private void alerts() {
        alert(0, "NOUVELLE", "OCC", true);
        alert(1, "TRANSMISE", "NEI", true);
        alert(2, "PRISE_EN_CHARGE", "ALL", true);
        alert(4, "EN_OBSERVATION", "GRAVE", true);
        alert(5, "LEVEE", "ENV", false);
        alert(7, "NOUVELLE", "PRO", true);
        alert(8, "NON_TRANSMISE", "OCC", false);
    }

    private void alert(int i, String state, String family, boolean transmitted) {
        LocalDate opened = state.equals("NOUVELLE") ? WEEK : WEEK.minusWeeks(2 + i);
        String alert = "A-2026-W43-" + id(i) + "-" + family;
        add(
                PublishedTables.ALERTS,
                "alert_id",
                alert,
                "episode_id",
                "2026-" + (118 + i),
                "site_id",
                id(i),
                "team",
                i % 2 == 0 ? "MED-EST" : "MED-OUEST",
                "week",
                WEEK,
                "state",
                state,
                "reopened",
                i == 2,
                "transmitted",
                transmitted,
                "family",
                family,
                "place",
                i == 0 ? "bât. B" : i == 7 ? HOSTILE : "",
                "observed",
                9,
                "expected",
                3.1,
                "reported",
                7,
                "discovered",
                2,
                "since_week",
                WEEK.minusWeeks(2),
                "evidence",
                9.5 - i,
                "recurrence_weeks",
                i == 2 ? 40.0 : 156.0,
                "change_fr",
                "9 occupations de hall en 4 semaines, 3,1 attendues",
                "change_en",
                "9 hall occupations in 4 weeks, 3.1 expected",
                "context_fr",
                "Remplacement de l’ascenseur depuis le 14/10 (32 logements). 5 départs en 3 mois, 2 d’habitude.",
                "context_en",
                "Lift replaced since 14/10 (32 dwellings). 5 move-outs in 3 months, 2 usually.",
                "hours_fr",
                "surtout jeu.-sam. 20 h-23 h",
                "hours_en",
                "mostly Thu-Sat 20:00-23:00",
                "next_step_fr",
                "passage entre 20 h et 23 h, point avec le gardien.",
                "next_step_en",
                "visit between 20:00 and 23:00, talk with the caretaker.",
                "owner",
                "MEDIATOR",
                "review_on",
                LocalDate.of(2026, 11, 6),
                "clears_fr",
                "moins de 3 faits entre S44 et S47",
                "clears_en",
                "fewer than 3 facts from W44 to W47");
        if (i != 1) {
            tables.get(PublishedTables.ALERTS)
                    .get(tables.get(PublishedTables.ALERTS).size() - 1)
                    .put("confirmed_per_100", 62.0);
        }
        add(
                PublishedTables.EPISODES,
                "episode_id",
                "2026-" + (118 + i),
                "site_id",
                id(i),
                "family",
                family,
                "opened_week",
                opened,
                "state",
                state,
                "observed",
                9,
                "expected",
                3.1,
                "reopened",
                i == 2);
        add(
                PublishedTables.EPISODES,
                "episode_id",
                "2026-" + (18 + i),
                "site_id",
                id(i),
                "family",
                "ENV",
                "opened_week",
                WEEK.minusWeeks(40),
                "closed_week",
                WEEK.minusWeeks(33),
                "state",
                "LEVEE",
                "observed",
                12,
                "expected",
                4.4,
                "reopened",
                false,
                "outcome",
                "CONFIRMED",
                "outcome_on",
                WEEK.minusWeeks(38).plusDays(2));
        if (transmitted) {
            add(
                    PublishedTables.VISITS,
                    "team",
                    i % 2 == 0 ? "MED-EST" : "MED-OUEST",
                    "week",
                    WEEK,
                    "visit_order",
                    1 + tables.get(PublishedTables.VISITS).size() / 2,
                    "site_id",
                    id(i),
                    "kind",
                    "ALERTE",
                    "alert_id",
                    alert);
        }
    }

    private void rest() {
        teams(3);
        areas(false);
        List.of(6, 9, 11).forEach(this::randomVisit);
        add(
                PublishedTables.HOTSPOTS,
                "hotspot_id",
                "H-2026-W43-1",
                "week",
                WEEK,
                "site_ids",
                id(0) + "|" + id(4) + "|" + id(8),
                "observed",
                21,
                "expected",
                9.4,
                "relative_risk",
                2.2,
                "evidence",
                4.1,
                "p_value",
                .004,
                "recurrence_weeks",
                210.0);
        works(0, "LIFT", "ONGOING", WEEK.minusDays(5), WEEK.plusWeeks(6), "EN_COURS", true);
        works(0, "FACADE", "DONE", WEEK.minusWeeks(60), WEEK.minusWeeks(41), "TERMINE", true);
        works(1, "REHAB_OCC", "PLANNED", WEEK.plusDays(21), WEEK.plusWeeks(30), "A_VENIR", false);
        works(9, "ENTRY", "NOTIFIED", WEEK.plusDays(14), WEEK.plusWeeks(8), "A_VENIR", false);
        quality("incidents", "incidents_2026-10-26.csv", 412, 1, "unknown_site=3|bad_date=2");
        quality("incivilities", "incivilites été.csv", 977, 0, "");
        quality("works", "=travaux.csv", 38, 19, "");
        quality("turnover", "mouvements.csv", 120, 12, "");
        quality("", "lisez-moi.txt", 0, -1, "");
    }

    private void randomVisit(int i) {
        add(
                PublishedTables.VISITS,
                "team",
                i % 2 == 0 ? "MED-EST" : "MED-OUEST",
                "week",
                WEEK,
                "visit_order",
                tables.get(PublishedTables.VISITS).size() - 2,
                "site_id",
                id(i),
                "kind",
                "HASARD");
    }

    private void works(int i, String type, String status, LocalDate start, LocalDate end, String phase, boolean told) {
        add(
                PublishedTables.WORKS,
                "site_id",
                id(i),
                "operation_id",
                "OP-" + i,
                "works_type",
                type,
                "status",
                status,
                "start",
                start,
                "end",
                end,
                "dwellings",
                32,
                "interruption",
                "ASCENSEUR",
                "phase",
                phase);
        if (told) {
            tables.get(PublishedTables.WORKS)
                    .get(tables.get(PublishedTables.WORKS).size() - 1)
                    .put("tenants_told_on", start.minusDays(20));
        }
    }

    private void quality(String feed, String file, int rows, int days, String reasons) {
        add(
                PublishedTables.QUALITY,
                "feed",
                feed,
                "file",
                file,
                "rows_read",
                rows,
                "rows_used",
                Math.max(0, rows - 14),
                "rows_superseded",
                5,
                "rows_duplicate",
                4,
                "rows_out_of_scope",
                0,
                "rows_rejected",
                5,
                "reasons",
                reasons);
        if (days >= 0) {
            Map<String, Object> last = tables.get(PublishedTables.QUALITY)
                    .get(tables.get(PublishedTables.QUALITY).size() - 1);
            last.put("latest_fact", WEEK.plusDays(6).minusDays(days));
            last.put("freshness_days", days);
        }
    }

    private void teams(int load) {
        for (String team : List.of("MED-EST", "MED-OUEST")) {
            boolean east = team.equals("MED-EST");
            add(
                    PublishedTables.TEAMS,
                    "team",
                    team,
                    "week",
                    WEEK,
                    "capacity",
                    5,
                    "transmitted",
                    east ? load : 5 * load / 3,
                    "new_alerts",
                    Math.min(load, 1),
                    "drawer",
                    east ? Math.min(load, 1) : 0,
                    "closed",
                    Math.min(load, 1),
                    "sites",
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
        label("rule", "unknown_site", "site inconnu", "unknown site");
    }

    private void label(String kind, String code, String french, String english) {
        add(PublishedTables.LABELS, "kind", kind, "code", code, "label_fr", french, "label_en", english);
    }

    private void areas(boolean calm) {
        area("QN07501M", 9.6, 8.0, 11.2, calm ? "DANS_LA_MOYENNE" : "AU_DESSUS", .31, "DEGRADATION");
        area("QN07502M", 5.6, 4.0, 7.1, "DANS_LA_MOYENNE", -.12, "AMELIORATION");
        area("HORS", 4.4, 3.9, 4.9, "DANS_LA_MOYENNE", .02, "STABLE");
        add(
                PublishedTables.AREAS,
                "period",
                "2026-Q3",
                "area_id",
                "QN07503M",
                "perimeter_generation",
                "QPV 2024",
                "dwellings",
                310,
                "suppressed",
                true);
    }

    private void area(
            String area, double rate, double low, double high, String status, double change, String dynamics) {
        add(
                PublishedTables.AREAS,
                "period",
                "2026-Q3",
                "area_id",
                area,
                "perimeter_generation",
                "QPV 2024",
                "dwellings",
                1480,
                "facts",
                142,
                "rate_per_100_dwellings",
                rate,
                "low",
                low,
                "high",
                high,
                "change",
                change,
                "status",
                status,
                "dynamics",
                dynamics,
                "suppressed",
                false);
    }
}

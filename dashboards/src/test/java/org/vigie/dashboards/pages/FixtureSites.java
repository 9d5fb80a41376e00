package org.vigie.dashboards.pages;

import static org.vigie.dashboards.pages.FixtureTables.WEEK;
import static org.vigie.dashboards.pages.FixtureTables.id;
import static org.vigie.dashboards.pages.FixtureTables.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.vigie.dashboards.tables.PublishedTables;

/** Sites with their scores and three years of weeks. */
final class FixtureSites {

    private static final List<String> NAMES = List.of(
            "Les Tilleuls",
            "Les Érables",
            "Tour Camus",
            "Le Clos Vert",
            "Cité Jean-Moulin",
            "L’Îlot Saint-Éloi",
            "Les Aubépines",
            FixtureWeek.HOSTILE,
            FixtureWeek.LONG,
            "Square Lumière",
            "Les Peupliers",
            "Résidence Atlas");
    private static final List<String> STATUSES = List.of(
            "ORANGE", "JAUNE", "ROUGE", "GRIS", "JAUNE", "VERT", "VERT", "JAUNE", "JAUNE", "VERT", "GRIS", "VERT");
    private static final List<String> FAMILIES = List.of("OCC", "NEI", "PRO", "ENV", "VEH");
    private static final int WEEKS = 156;

    private final FixtureTables tables;
    private final Random random = new Random(7);

    FixtureSites(FixtureTables tables) {
        this.tables = tables;
    }

    void add(int count) {
        for (int i = 0; i < count; i++) {
            String name = i < NAMES.size() ? NAMES.get(i) : NAMES.get(i % 5) + " " + i;
            String area = List.of("QN07501M", "QN07502M", "QN07503M", "HORS").get(i % 4);
            tables.add(
                    PublishedTables.SITES,
                    "site_id;label;agency;sector;team;area_id;area_kind;dwellings;longitude;latitude;trend",
                    id(i),
                    name,
                    "AG03",
                    "SE12",
                    team(i),
                    area,
                    area.equals("HORS") ? "HORS" : "QPV",
                    40 + 17 * (i % 9),
                    2.35 + .012 * (i % 4) + .006 * random.nextDouble(),
                    48.85 + .007 * (i % 3) + .004 * random.nextDouble(),
                    i == 0 ? "NEW_HOT" : "NONE");
            score(i);
            weeks(i);
        }
    }

    private void score(int i) {
        String status = i < STATUSES.size() ? STATUSES.get(i) : i % 40 == 0 ? "JAUNE" : "VERT";
        if (status.equals("GRIS")) {
            tables.add(
                    PublishedTables.SCORES,
                    "site_id;week;status;reason_fr;reason_en",
                    id(i),
                    WEEK,
                    status,
                    "Flux des incivilités muet depuis trois semaines : pas de conclusion.",
                    "Incivilities feed silent for three weeks: no conclusion.");
            return;
        }
        double score = status.equals("VERT") ? i % 9 : 78.4 - 6 * (i % 12);
        tables.add(
                PublishedTables.SCORES,
                "site_id;week;tension_score;status;dynamics;escalation_probability;escalation_low;escalation_high;escalation_expected;observed;expected;rank;method;reason_fr;reason_en",
                id(i),
                WEEK,
                score,
                status,
                List.of("STABLE", "DEGRADATION", "AMELIORATION").get(i % 3),
                i < 3 ? .34 : .05,
                i < 3 ? .24 : .02,
                i < 3 ? .46 : .09,
                i < 3 ? .86 : .1,
                status.equals("VERT") ? 1 : 9,
                3.1,
                i + 1,
                "pooled",
                status.equals("VERT")
                        ? "Actes isolés : 1 fait en 4 semaines, 3,1 attendus."
                        : "Première alerte : 9 faits en 4 semaines, 3,1 attendus.",
                "First alert: 9 facts in 4 weeks, 3.1 expected.");
        if (!status.equals("VERT")) {
            part(i, "FACTS", 41.2, "9 occupations de hall en 4 semaines, 3,1 attendues");
            part(i, "GRAVE", 12.0, "1 fait de gravité 4-5");
            part(i, "WORKS", 8.1, "Remplacement de l’ascenseur depuis le 14/10");
            part(i, "TURNOVER", 5.1, "5 départs en 3 mois, 2 d’habitude");
        }
    }

    private void part(int i, String part, double points, String sentence) {
        tables.add(
                PublishedTables.PARTS,
                "site_id;week;part;points;sentence_fr;sentence_en",
                id(i),
                WEEK,
                part,
                points,
                sentence,
                "In English: " + sentence);
    }

    private void weeks(int i) {
        for (int w = WEEKS - 1; w >= 0; w--) {
            LocalDate monday = WEEK.minusWeeks(w);
            double expected = .8 + .3 * Math.sin(w / 8.3);
            boolean tense = i < 5 && w < 4;
            int reported = random.nextDouble() < expected * .6 ? 1 + random.nextInt(2) : 0;
            int discovered = random.nextDouble() < .2 ? 1 : 0;
            tables.add(
                    PublishedTables.WEEKS,
                    "site_id;week;reported;discovered;expected;low;high;threshold;presence_hours;works;moves;vacant",
                    id(i),
                    monday,
                    tense ? reported + 2 : reported,
                    discovered,
                    expected,
                    0.0,
                    expected + 1.6,
                    Math.ceil(expected + 2.2),
                    6.0 + random.nextInt(4),
                    w < 2 ? 1 : 0,
                    random.nextInt(12) == 0 ? 1 : 0,
                    w < 52 ? 3 : 1);
            if (w < 52) {
                for (String family : FAMILIES) {
                    if (random.nextInt(4) == 0) {
                        tables.add(
                                PublishedTables.FAMILIES,
                                "site_id;week;family;facts;grave",
                                id(i),
                                monday,
                                family,
                                1 + random.nextInt(tense ? 4 : 2),
                                random.nextInt(9) == 0 ? 1 : 0);
                    }
                }
            }
        }
    }
}

package org.vigie.dashboards.pages;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.vigie.dashboards.tables.PublishedTables;

/** Published weeks of an invented landlord. */
final class FixtureWeek {

    static final LocalDate WEEK = FixtureTables.WEEK;
    static final String HOSTILE = "<script>alert('x')</script> & \"Co\" =cmd|' /C calc'!A0";
    static final String LONG = "Résidence-du-Très-Long-Nom-".repeat(12).substring(0, 300);

    private final FixtureTables tables = new FixtureTables();
    private final FixtureSites sites = new FixtureSites(tables);
    private final FixtureAlerts alerts = new FixtureAlerts(tables);
    private final FixtureLandlord landlord = new FixtureLandlord(tables);

    private FixtureWeek() {}

    /** Twelve sites with alerts of every state, hostile names and grey sites. */
    static void busy(Path folder) {
        large(folder, 12);
    }

    /** Many sites, for speed and weight. */
    static void large(Path folder, int count) {
        FixtureWeek week = new FixtureWeek();
        week.fill(count);
        week.tables.write(folder);
    }

    private void fill(int count) {
        sites.add(count);
        alerts.alerts();
        landlord.teams(3);
        landlord.areas(false);
        List.of(6, 9, 11).forEach(alerts::randomVisit);
        landlord.surroundings();
    }

    /** Twelve sites without any alert, visit, hotspot, episode or works. */
    static void calm(Path folder) {
        FixtureWeek week = new FixtureWeek();
        week.sites.add(12);
        week.landlord.teams(0);
        week.landlord.areas(true);
        week.tables.write(folder);
    }

    /** A team with ten alerts, each as wordy as it can be. */
    static void crowded(Path folder) {
        FixtureWeek week = new FixtureWeek();
        week.sites.add(40);
        week.landlord.teams(10);
        week.landlord.areas(false);
        for (int i = 0; i < 20; i += 2) {
            week.alerts.alert(i, i < 6 ? "NOUVELLE" : "TRANSMISE", "OCC", true);
        }
        List.of(20, 22, 24).forEach(week.alerts::randomVisit);
        week.tables.rows(PublishedTables.SITES).forEach(row -> row.put("label", LONG));
        String wordy = "Un texte bien trop long pour une fiche. ".repeat(20);
        List<String> columns = List.of("change_fr", "context_fr", "hours_fr", "next_step_fr", "place");
        week.tables.rows(PublishedTables.ALERTS).forEach(row -> columns.forEach(column -> row.put(column, wordy)));
        week.tables.write(folder);
    }

    /** The busy week with another text in every field that a landlord fills, and before every key. */
    static void worded(Path folder, String text) {
        FixtureWeek week = new FixtureWeek();
        week.fill(12);
        FixtureWording.of(text).rewrite(week.tables);
        week.tables.write(folder);
    }

    /** Every table empty. */
    static void empty(Path folder) {
        new FixtureTables().write(folder);
    }

    static String id(int site) {
        return FixtureTables.id(site);
    }
}

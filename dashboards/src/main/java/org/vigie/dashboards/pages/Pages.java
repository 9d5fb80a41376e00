package org.vigie.dashboards.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.vigie.dashboards.tables.PublishedTables;

/** Renders every page of a published week into its folder {@code pages/}. */
public final class Pages {

    private final PublishedWeek week;
    private final Path folder;

    private Pages(PublishedWeek week, Path folder) {
        this.week = week;
        this.folder = folder;
    }

    /**
     * Reads the tables of a week and writes {@code pages/}: {@code index.html}, {@code site/<site_id>.html}, {@code
     * liste/<team>.html}, {@code .pdf} and {@code .ics}, {@code quartiers.html}.
     *
     * @param weekFolder holds each published table as Parquet, and {@code shared/areas.parquet}
     * @throws IllegalArgumentException when a table is missing or not as declared
     */
    public static void render(Path weekFolder, PageSettings settings) {
        PublishedWeek week = PublishedWeek.read(weekFolder, settings);
        new Pages(week, weekFolder.resolve("pages")).render();
    }

    private void render() {
        write("index.html", Templates.render("semaine", new WeekPages(week).page()));
        write("quartiers.html", Templates.render("quartiers", new AreasPages(week).page()));
        TeamLists lists = new TeamLists(week);
        lists.teams().parallelStream().forEach(team -> list(lists.list(team), team));
        VisitCalendar calendar = new VisitCalendar(week);
        lists.teams().forEach(team -> write("liste/" + TeamList.calendarName(team), calendar.of(team)));
        SitePages sites = new SitePages(week);
        List<String> ids = week.rows(PublishedTables.SITES).stream()
                .map(row -> row.text("site_id"))
                .distinct()
                .toList();
        ids.parallelStream().forEach(site -> write(SitePage.link(site), Templates.render("site", sites.page(site))));
    }

    private void list(TeamList list, String team) {
        write(TeamList.link(team), Templates.render("liste", list));
        write("liste/" + list.pdfName(), ListPdf.bytes(list));
    }

    private void write(String name, String html) {
        write(name, html.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}

package org.vigie.dashboards.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.dashboards.tables.Exports;
import org.vigie.dashboards.texts.Texts;

/**
 * What every page has around its content.
 *
 * @param texts words of the page
 * @param settings of the rendering
 * @param title of the browser's tab
 * @param section which entry of the menu is lit: week, lists, areas; {@link #ALONE} for a page without menu
 * @param root way back to the folder of pages: empty or {@code ../}
 */
public record Frame(Texts texts, PageSettings settings, String title, String section, String root) {

    /** Section of a page that does not belong to a published week. */
    static final String ALONE = "alone";

    /** A link to another published week. */
    public record WeekLink(String label, String href) {}

    /** Whether the page has no menu. */
    public boolean alone() {
        return section.equals(ALONE);
    }

    /** The stylesheet, printed as it is. */
    public Stylesheet styles() {
        return Stylesheet.SCREEN;
    }

    /** The neighbouring published weeks: the one before and the one after, as far as they exist. */
    public List<WeekLink> neighbours() {
        LocalDate week = settings.week();
        var before =
                settings.otherWeeks().stream().filter(w -> w.isBefore(week)).max(LocalDate::compareTo);
        var after = settings.otherWeeks().stream().filter(w -> w.isAfter(week)).min(LocalDate::compareTo);
        return Stream.concat(before.map(w -> link("← ", w, "")).stream(), after.map(w -> link("", w, " →")).stream())
                .toList();
    }

    /** Name of the week, such as S43 2026. */
    public String week() {
        return texts.formats().weekAndYear(settings.week());
    }

    /** The workbook of the week. */
    public String workbook() {
        return root + "../" + Exports.workbookName(settings.week());
    }

    private WeekLink link(String left, LocalDate monday, String right) {
        String folder = Exports.weekName(monday);
        return new WeekLink(
                left + texts.formats().week(monday) + right, root + "../../" + folder + "/pages/index.html");
    }
}

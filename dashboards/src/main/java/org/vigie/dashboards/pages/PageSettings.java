package org.vigie.dashboards.pages;

import java.time.LocalDate;
import java.util.List;
import org.vigie.dashboards.texts.Language;

/**
 * What the pages of a week need beside its tables.
 *
 * @param landlord name of the landlord
 * @param language language of the pages
 * @param week Monday of the published week
 * @param otherWeeks Mondays of other published weeks, for navigation; may be empty
 * @param codeVersion version of the code, printed at the foot
 * @param notice why the newest data was refused, as plain text; empty when it was not
 */
public record PageSettings(
        String landlord,
        Language language,
        LocalDate week,
        List<LocalDate> otherWeeks,
        String codeVersion,
        String notice) {

    /** Copies the list. */
    public PageSettings {
        otherWeeks = List.copyOf(otherWeeks);
    }

    /** Settings without other weeks and without a notice. */
    public static PageSettings of(String landlord, Language language, LocalDate week, String codeVersion) {
        return new PageSettings(landlord, language, week, List.of(), codeVersion, "");
    }

    /** The same with links to other published weeks. */
    public PageSettings withOtherWeeks(List<LocalDate> mondays) {
        return new PageSettings(landlord, language, week, mondays, codeVersion, notice);
    }

    /** The same with a notice on top of every page. */
    public PageSettings withNotice(String text) {
        return new PageSettings(landlord, language, week, otherWeeks, codeVersion, text);
    }
}

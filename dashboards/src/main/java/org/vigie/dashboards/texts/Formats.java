package org.vigie.dashboards.texts;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.SignDisplay;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.ListFormatter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;

/** Numbers, days and weeks as the reader of a language writes them. Safe for use by many threads. */
public final class Formats {

    private final Language language;
    private final LocalizedNumberFormatter whole;
    private final LocalizedNumberFormatter oneDecimal;
    private final LocalizedNumberFormatter signed;
    private final ListFormatter list;
    private final DateTimeFormatter longDay;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter month;

    Formats(Language language) {
        this.language = language;
        Locale locale = language.locale();
        whole = NumberFormatter.withLocale(locale).precision(Precision.integer());
        oneDecimal = NumberFormatter.withLocale(locale).precision(Precision.fixedFraction(1));
        signed = whole.sign(SignDisplay.EXCEPT_ZERO);
        list = ListFormatter.getInstance(locale);
        longDay = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", locale);
        day = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
        shortDay = DateTimeFormatter.ofPattern("d MMM", locale);
        month = DateTimeFormatter.ofPattern("MMM", locale);
    }

    /** 1 234. */
    public String whole(double number) {
        return whole.format(number).toString();
    }

    /** 3,1. */
    public String decimal(double number) {
        return oneDecimal.format(number).toString();
    }

    /** A share of one as 34 %. */
    public String percent(double share) {
        return finished(whole.format(share * 100) + (language == Language.FR ? " %" : "%"));
    }

    /** A relative change as +12 % or −4 %, with a true minus sign. */
    public String change(double share) {
        String number = signed.format(Math.round(share * 100)).toString().replace('-', '\u2212');
        return finished(number + (language == Language.FR ? " %" : "%"));
    }

    /** A, B et C. */
    public String list(List<String> items) {
        return items.isEmpty() ? "" : list.format(items);
    }

    /** lundi 26 octobre 2026; the first of a month is 1er in French. */
    public String longDay(LocalDate date) {
        return ordinal(date, longDay.format(date));
    }

    /** 26 octobre 2026. */
    public String day(LocalDate date) {
        return ordinal(date, day.format(date));
    }

    /** 26 oct. */
    public String shortDay(LocalDate date) {
        return ordinal(date, shortDay.format(date));
    }

    /** oct. */
    public String month(LocalDate date) {
        return month.format(date);
    }

    /** S43 in French, W43 in English. */
    public String week(LocalDate monday) {
        return (language == Language.FR ? "S" : "W") + monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** S43 2026: the week with its own year, which is not always that of its Monday. */
    public String weekAndYear(LocalDate monday) {
        return week(monday) + " " + monday.get(IsoFields.WEEK_BASED_YEAR);
    }

    private String finished(String text) {
        return language == Language.FR ? FrenchSpacing.applied(text) : text;
    }

    private String ordinal(LocalDate date, String formatted) {
        return language == Language.FR && date.getDayOfMonth() == 1
                ? formatted.replaceFirst("\\b1 ", "1er ")
                : formatted;
    }
}

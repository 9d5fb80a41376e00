package org.vigie.dashboards.texts;

import java.util.Locale;

/** A language in which pages are written. */
public enum Language {
    /** French, as written in France. */
    FR(Locale.FRANCE),
    /** English, with days before months. */
    EN(Locale.UK);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language of a settings file: {@code fr} or {@code en}. */
    public static Language of(String code) {
        return switch (code) {
            case "fr" -> FR;
            case "en" -> EN;
            default -> throw new IllegalArgumentException("language must be fr or en, is: " + code);
        };
    }

    /** {@code fr} or {@code en}; also the ending of the published sentences of that language. */
    public String code() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }
}

package org.vigie.dashboards.pages;

import org.vigie.dashboards.texts.Texts;

/** How often chance alone does the same, in plain words. */
final class Recurrence {

    private static final double WEEKS_A_MONTH = 52.18 / 12;
    private static final double WEEKS_A_YEAR = 52.18;

    private Recurrence() {}

    /**
     * A sentence.
     *
     * @param weeks about once in so many weeks
     */
    static String inWords(double weeks, Texts texts) {
        if (weeks > 20 * WEEKS_A_YEAR) {
            return texts.say("chance.rarer");
        }
        if (weeks >= 2 * WEEKS_A_YEAR) {
            return texts.say("chance.years", "count", Math.round(weeks / WEEKS_A_YEAR));
        }
        if (weeks >= 2 * WEEKS_A_MONTH) {
            return texts.say("chance.months", "count", Math.round(weeks / WEEKS_A_MONTH));
        }
        return texts.say("chance.weeks", "count", Math.max(1, Math.round(weeks)));
    }
}

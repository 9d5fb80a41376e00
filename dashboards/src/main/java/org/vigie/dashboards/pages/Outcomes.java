package org.vigie.dashboards.pages;

import java.util.List;
import org.vigie.dashboards.texts.Texts;

/** What the field can answer, as boxes to tick. */
public final class Outcomes {

    private static final List<String> CODES =
            List.of("CONFIRMED", "KNOWN", "CAUSE_WORKS", "DATA", "NOTHING", "NOT_CHECKED");

    private Outcomes() {}

    /** The short wording of each outcome, always in the same order. */
    public static List<String> boxes(Texts texts) {
        return CODES.stream().map(code -> texts.say("outcome." + code)).toList();
    }
}

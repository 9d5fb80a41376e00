package org.vigie.dashboards.pages;

import java.util.List;
import org.vigie.dashboards.charts.Svg;

/**
 * What makes an alert actionable: nine lines, always in this order, each saying why when it has nothing to say.
 *
 * @param alertId identifier
 * @param siteName name of the residence
 * @param siteLink file name of its page
 * @param status status of the site
 * @param state state of the alert, in words
 * @param team team that owns it, in words
 * @param note why it stands as it does, where that needs saying: muted, held back, cancelled
 * @param lines the nine lines
 * @param strip a year of the site
 * @param waitingWeeks weeks without anybody following it
 */
public record AlertCard(
        String alertId,
        String siteName,
        String siteLink,
        Status status,
        String state,
        String team,
        String note,
        List<Line> lines,
        Svg strip,
        int waitingWeeks) {

    private static final int CHANGE = 1;
    private static final int CERTAINTY = 4;
    private static final int NEXT_STEP = 7;

    /** Copies the list and checks that no line is missing. */
    public AlertCard {
        lines = List.copyOf(lines);
        if (lines.size() != 9) {
            throw new IllegalArgumentException("a card has nine lines, got " + lines.size());
        }
    }

    /** A question and its answer. */
    public record Line(String label, String text) {}

    /** What changes. */
    public String change() {
        return lines.get(CHANGE).text();
    }

    /** How sure. */
    public String certainty() {
        return lines.get(CERTAINTY).text();
    }

    /** Next step, who takes it and when it is looked at again. */
    public String nextStep() {
        return lines.get(NEXT_STEP).text();
    }
}

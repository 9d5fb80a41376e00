package org.vigie.dashboards.charts;

import java.time.LocalDate;
import org.vigie.dashboards.charts.Marks.Slots;
import org.vigie.dashboards.charts.WeekSeries.Week;

/** A year of a site on one line of a card: bars, the expected line and the threshold. */
public final class StripChart {

    private static final double WIDTH = 560;
    private static final double HEIGHT = 76;
    private static final double BASE = 72;

    private StripChart() {}

    /**
     * Draws the series.
     *
     * @param since bars from this week on are marked as the rise
     * @param title what is drawn, in the reader's words
     */
    public static Svg draw(WeekSeries series, LocalDate since, String title) {
        Slots slots = new Slots(
                0, WIDTH / Math.max(1, series.weeks().size()), series.weeks().size());
        double highest = Math.max(
                series.highest(Week::facts), series.highest(week -> week.range().threshold()));
        Scale y = Scale.fromZero(highest, BASE, 4);
        Svg svg = Svg.stretching("strip", WIDTH, HEIGHT, title);
        double[] calm = series.values(week -> week.monday().isBefore(since) ? week.facts() : 0);
        double[] risen = series.values(week -> week.monday().isBefore(since) ? 0 : week.facts());
        svg.empty("path", "class", "k-calm", "d", Marks.bars(slots, series.zeros(), calm, y));
        svg.empty("path", "class", "k-rise", "d", Marks.bars(slots, series.zeros(), risen, y));
        svg.empty("path", "class", "k-expected", "d", Marks.line(slots, series.values(Week::expected), y));
        double[] threshold = series.values(week -> week.range().threshold());
        svg.empty("path", "class", "k-threshold", "d", Marks.line(slots, threshold, y));
        svg.empty("path", "class", "k-base", "d", "M0 " + Svg.number(BASE) + "H" + Svg.number(WIDTH));
        return svg.end();
    }
}

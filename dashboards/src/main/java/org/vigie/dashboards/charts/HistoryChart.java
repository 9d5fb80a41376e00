package org.vigie.dashboards.charts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.vigie.dashboards.charts.Marks.Slots;
import org.vigie.dashboards.charts.WeekSeries.Week;
import org.vigie.dashboards.texts.Texts;

/**
 * The history of a site by week: facts reported and found as stacked bars, the expected count with its ordinary range,
 * the threshold, and below one lane each for presence, moves and works.
 */
public final class HistoryChart {

    private static final double WIDTH = 1100;
    private static final double LEFT = 44;
    private static final double RIGHT = 1092;
    private static final double TOP = 20;
    private static final double BASE = 250;
    private static final double LANES_FROM = 304;
    private static final double LANE = 46;
    private static final double WORKS_LANE = 22;

    private final WeekSeries series;
    private final List<WorksBar> works;
    private final Texts texts;
    private final Slots slots;
    private final Scale y;
    private final Svg svg;

    private HistoryChart(WeekSeries series, List<WorksBar> works, Texts texts) {
        this.series = series;
        this.works = works;
        this.texts = texts;
        int count = series.weeks().size();
        slots = new Slots(LEFT, (RIGHT - LEFT) / Math.max(1, count), count);
        double highest = Math.max(
                series.highest(Week::facts), series.highest(week -> week.range().threshold()));
        y = Scale.fromZero(Math.max(highest, series.highest(week -> week.range().high())), BASE, TOP);
        svg = Svg.drawing("history", WIDTH, height(), texts.say("chart.history.title", "weeks", count));
    }

    /**
     * Building works as a bar from start to end.
     *
     * @param label what is done
     * @param start first day
     * @param end last day, not before the start
     */
    public record WorksBar(String label, LocalDate start, LocalDate end) {}

    /** Draws a series of at least one week. */
    public static Svg draw(WeekSeries series, List<WorksBar> works, Texts texts) {
        return new HistoryChart(series, works, texts).draw();
    }

    private Svg draw() {
        shadeWorks();
        grid();
        double[] low = series.values(week -> week.range().low());
        double[] high = series.values(week -> week.range().high());
        svg.empty("path", "class", "k-band", "d", Marks.band(slots, low, high, y));
        double[] reported = series.values(Week::reported);
        svg.empty("path", "class", "k-reported", "d", Marks.bars(slots, series.zeros(), reported, y));
        double[] discovered = series.values(Week::discovered);
        svg.empty("path", "class", "k-discovered", "d", Marks.bars(slots, reported, discovered, y));
        svg.empty("path", "class", "k-expected", "d", Marks.line(slots, series.values(Week::expected), y));
        double[] threshold = series.values(week -> week.range().threshold());
        svg.empty("path", "class", "k-threshold", "d", Marks.line(slots, threshold, y));
        exceedances();
        svg.empty("path", "class", "k-base", "d", "M" + Svg.number(LEFT) + " " + Svg.number(BASE) + "H1092");
        months();
        double top = LANES_FROM;
        if (hasPresence()) {
            lane(top, texts.say("chart.presence"), series.values(Week::presenceHours), "k-presence");
            top += LANE;
        }
        if (hasMoves()) {
            lane(top, texts.say("chart.moves"), series.values(Week::moves), "k-moves");
            top += LANE;
        }
        worksBars(top);
        svg.empty("path", "class", "k-cursor", "d", "M0 " + Svg.number(TOP) + "V" + Svg.number(BASE));
        return svg.end();
    }

    private boolean hasPresence() {
        return series.weeks().stream().anyMatch(week -> !Double.isNaN(week.presenceHours()));
    }

    private boolean hasMoves() {
        return series.highest(Week::moves) > 0;
    }

    private double height() {
        int lanes = (hasPresence() ? 1 : 0) + (hasMoves() ? 1 : 0);
        return LANES_FROM - 8 + lanes * LANE + works.size() * WORKS_LANE;
    }

    private void grid() {
        for (double tick : y.ticks()) {
            double at = y.at(tick);
            svg.empty("path", "class", "k-grid", "d", "M" + Svg.number(LEFT) + " " + Svg.number(at) + "H1092");
            svg.leaf("text", Svg.number(tick), "class", "k-tick", "x", LEFT - 8, "y", at + 4, "text-anchor", "end");
        }
    }

    private void exceedances() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < slots.count(); i++) {
            if (series.weeks().get(i).exceeds()) {
                double tip = y.at(series.weeks().get(i).facts()) - 11;
                path.append('M').append(Svg.number(slots.centre(i))).append(' ').append(Svg.number(tip));
                path.append("l4.5 7h-9z");
            }
        }
        svg.empty("path", "class", "k-over", "d", path);
    }

    private void months() {
        LocalDate before = series.weeks().get(0).monday().minusWeeks(1);
        for (int i = 0; i < slots.count(); i++) {
            LocalDate monday = series.weeks().get(i).monday();
            boolean quarterStarts = monday.getMonthValue() % 3 == 1 && monday.getMonth() != before.getMonth();
            if (quarterStarts) {
                label(texts.formats().month(monday), slots.centre(i), BASE + 18, "k-tick");
                if (monday.getMonthValue() == 1) {
                    label(Integer.toString(monday.getYear()), slots.centre(i), BASE + 34, "k-year");
                }
                double x = slots.centre(i);
                svg.empty("path", "class", "k-base", "d", "M" + Svg.number(x) + " " + Svg.number(BASE) + "v5");
            }
            before = monday;
        }
    }

    private void lane(double top, String name, double[] values, String mark) {
        double highest = 0;
        for (double value : values) {
            highest = Double.isNaN(value) ? highest : Math.max(highest, value);
        }
        Scale height = new Scale(0, Math.max(highest, 1), top + 36, top + 12);
        svg.empty("path", "class", mark, "d", Marks.bars(slots, series.zeros(), values, height));
        svg.empty("path", "class", "k-grid", "d", "M" + Svg.number(LEFT) + " " + Svg.number(top + 36) + "H1092");
        svg.leaf("text", name, "class", "k-lane", "x", LEFT + 2, "y", top + 8);
    }

    private void shadeWorks() {
        for (WorksBar bar : works) {
            svg.empty("path", "class", "k-shade", "d", rectangle(bar, TOP, BASE - TOP));
        }
    }

    private void worksBars(double top) {
        for (int i = 0; i < works.size(); i++) {
            WorksBar bar = works.get(i);
            double lane = top + i * WORKS_LANE;
            svg.empty("path", "class", "k-works", "d", rectangle(bar, lane, 16));
            double start = position(bar.start());
            boolean rightHalf = start > WIDTH / 2;
            double x = rightHalf ? start - 6 : position(bar.end().plusDays(1)) + 6;
            String anchor = rightHalf ? "end" : "start";
            svg.leaf("text", bar.label(), "class", "k-name", "x", x, "y", lane + 12, "text-anchor", anchor);
        }
    }

    private String rectangle(WorksBar bar, double top, double height) {
        double from = position(bar.start());
        double width = Math.max(3, position(bar.end().plusDays(1)) - from);
        return "M" + Svg.number(from) + " " + Svg.number(top) + "h" + Svg.number(width) + "v" + Svg.number(height) + "h"
                + Svg.number(-width) + "z";
    }

    private double position(LocalDate day) {
        long days = ChronoUnit.DAYS.between(series.weeks().get(0).monday(), day);
        return Math.min(slots.right(), Math.max(LEFT, LEFT + days / 7.0 * slots.width()));
    }

    private void label(String text, double x, double baseline, String style) {
        svg.leaf("text", text, "class", style, "x", x, "y", baseline, "text-anchor", "middle");
    }
}

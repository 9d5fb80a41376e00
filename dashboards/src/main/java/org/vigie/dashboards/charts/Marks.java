package org.vigie.dashboards.charts;

import static org.vigie.dashboards.charts.Svg.number;

/** Path data for the marks of a series over equally wide slots. NaN leaves a gap. */
final class Marks {

    private Marks() {}

    /** Where the slots of a series lie. */
    record Slots(double left, double width, int count) {
        double centre(int slot) {
            return left + (slot + .5) * width;
        }

        double right() {
            return left + width * count;
        }
    }

    /** Bars that stand on the heights of another series: one path for all. */
    static String bars(Slots slots, double[] below, double[] heights, Scale y) {
        StringBuilder path = new StringBuilder();
        double gap = Math.min(2, slots.width() * .22);
        for (int i = 0; i < heights.length; i++) {
            if (heights[i] > 0) {
                path.append('M').append(number(slots.left() + i * slots.width() + gap / 2));
                path.append(' ').append(number(y.at(below[i])));
                path.append('V').append(number(y.at(below[i] + heights[i])));
                path.append('h').append(number(slots.width() - gap));
                path.append('V').append(number(y.at(below[i]))).append('z');
            }
        }
        return path.toString();
    }

    /** A line through the middle of each slot. */
    static String line(Slots slots, double[] values, Scale y) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.length; i++) {
            boolean present = !Double.isNaN(values[i]);
            if (present) {
                path.append(drawing ? 'L' : 'M').append(number(slots.centre(i)));
                path.append(' ').append(number(y.at(values[i])));
            }
            drawing = present;
        }
        return path.toString();
    }

    /** The area between two series, cut where either is absent. */
    static String band(Slots slots, double[] low, double[] high, Scale y) {
        StringBuilder path = new StringBuilder();
        int i = 0;
        while (i < low.length) {
            int first = i;
            while (i < low.length && !Double.isNaN(low[i] + high[i])) {
                i++;
            }
            for (int k = first; k < i; k++) {
                path.append(k == first ? 'M' : 'L').append(number(slots.centre(k)));
                path.append(' ').append(number(y.at(high[k])));
            }
            for (int k = i - 1; k >= first; k--) {
                path.append('L').append(number(slots.centre(k))).append(' ').append(number(y.at(low[k])));
            }
            if (i > first) {
                path.append('z');
            }
            i++;
        }
        return path.toString();
    }
}

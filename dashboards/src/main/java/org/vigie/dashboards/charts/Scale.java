package org.vigie.dashboards.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * A straight scale from values to positions.
 *
 * @param low lowest value
 * @param high highest value, above the lowest
 * @param from position of the lowest value, in pixels
 * @param to position of the highest value, in pixels
 */
public record Scale(double low, double high, double from, double to) {

    /** Checks that the values span something. */
    public Scale {
        if (!(high > low)) {
            throw new IllegalArgumentException("high must be above low, are: " + high + " and " + low);
        }
    }

    /** A scale from zero to a round number not below the highest value. */
    static Scale fromZero(double highest, double from, double to) {
        double step = roundStep(Math.max(highest, 1) / 4);
        return new Scale(0, Math.ceil(Math.max(highest, 1) / step) * step, from, to);
    }

    /** Position of a value. */
    public double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Round values from low to high, four to eight of them. */
    List<Double> ticks() {
        double step = roundStep((high - low) / 4);
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(low / step) * step; tick <= high + step * 1e-9; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** The largest of 1, 2 or 5 times a power of ten that is not above the given step, but at least one. */
    private static double roundStep(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(step, 1))));
        double digit = Math.max(step, 1) / power;
        return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
    }
}

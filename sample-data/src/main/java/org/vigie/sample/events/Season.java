package org.vigie.sample.events;

import java.time.LocalDate;

/**
 * How much happens by the time of the year.
 *
 * @param swing share by which the height of the season exceeds the mean of the year
 * @param height day of the year on which most happens
 */
public record Season(double swing, double height) {

    /** Most in the second week of July, a fifth above the mean. */
    public static final Season COMMON = new Season(0.2, 190);

    private static final double DAYS = 365.25;

    static Season any(double swing, double turn) {
        return new Season(swing, turn * DAYS);
    }

    /** What happens in the week of this Monday, against the mean of the year. */
    public double factorOn(LocalDate monday) {
        double turn = 2 * StrictMath.PI * (monday.getDayOfYear() - height) / DAYS;
        return 1 + swing * StrictMath.cos(turn);
    }
}

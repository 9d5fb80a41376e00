package org.vigie.dashboards.charts;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a site counted, week by week, oldest first and without a gap.
 *
 * @param weeks one for each week
 */
public record WeekSeries(List<Week> weeks) {

    /** Copies the list. */
    public WeekSeries {
        weeks = List.copyOf(weeks);
    }

    /**
     * One week of a site; NaN means absent.
     *
     * @param monday the week
     * @param reported facts reported by residents or partners
     * @param discovered facts found by staff
     * @param expected facts expected
     * @param range ordinary range and threshold
     * @param presenceHours hours of team presence
     * @param moves move-ins and move-outs
     */
    public record Week(
            LocalDate monday,
            double reported,
            double discovered,
            double expected,
            Range range,
            double presenceHours,
            double moves) {

        /** All facts of the week. */
        public double facts() {
            return reported + discovered;
        }

        /** More facts than the highest ordinary count. */
        public boolean exceeds() {
            return facts() > range.threshold();
        }
    }

    /** Ordinary range of a week, and the highest count still called ordinary. */
    public record Range(double low, double high, double threshold) {}

    /** The newest weeks. */
    public WeekSeries last(int count) {
        return new WeekSeries(weeks.subList(Math.max(0, weeks.size() - count), weeks.size()));
    }

    double[] values(ToDoubleFunction<Week> of) {
        return weeks.stream().mapToDouble(of).toArray();
    }

    double highest(ToDoubleFunction<Week> of) {
        return weeks.stream()
                .mapToDouble(of)
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(0);
    }

    double[] zeros() {
        return new double[weeks.size()];
    }
}

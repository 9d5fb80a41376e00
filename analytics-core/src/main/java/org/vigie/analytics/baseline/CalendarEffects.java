package org.vigie.analytics.baseline;

import java.util.Arrays;
import org.vigie.analytics.calendar.CalendarWeeks;

/**
 * By how much the weeks of each kind in the calendar differ from others, over a whole portfolio.
 *
 * <p>Learned before the guard weeks from the totals of all groups, beside their season and a slow level, and shrunk to no
 * effect: {@link CalendarKernel} has the equations. Weeks are known to be of a kind long before they come, so the newest
 * weeks are measured against what earlier ones of their kind were like.
 */
public final class CalendarEffects {

    /** Standard deviation of the logarithm of a kind's effect before anything is known: a third more or less. */
    private static final double PRIOR_DEVIATION = .3;

    private static final double SEASON_PENALTY = 10;
    /** The level that a kind of week is measured against forgets within some three months to either side. */
    private static final double LEVEL_DISCOUNT = .96;

    private static final double YEARS_NEEDED = 1.5;
    private static final int ROUNDS = 3;

    /** Factor of each week, shape [parts][weeks]. */
    private final double[][] factors;

    private final double[][] variances;

    private CalendarEffects(PooledLayout layout) {
        factors = new double[layout.parts()][layout.weeks()];
        variances = new double[layout.parts()][layout.weeks()];
        for (double[] factor : factors) {
            Arrays.fill(factor, 1);
        }
    }

    /** No week differs from another. */
    public static CalendarEffects none(PooledLayout layout) {
        return new CalendarEffects(layout);
    }

    /**
     * Learns the effects; none where the calendar is empty, or where less than a year and a half came before the guard
     * weeks.
     *
     * @param calendar weeks of the same axis as the totals
     */
    public static CalendarEffects learn(PooledTotals totals, CalendarWeeks calendar, PooledSettings settings) {
        PooledLayout layout = totals.layout();
        if (calendar.weeks() != layout.weeks()) {
            throw new IllegalArgumentException(
                    "a calendar of " + calendar.weeks() + " weeks beside a portfolio of " + layout.weeks());
        }
        CalendarEffects effects = new CalendarEffects(layout);
        int guarded = layout.weeks() - settings.guardWeeks();
        if (!calendar.kinds().isEmpty() && guarded >= YEARS_NEEDED * settings.weeksPerYear()) {
            double[][] columns = columns(calendar, settings.weeksPerYear());
            for (int part = 0; part < layout.parts(); part++) {
                effects.learn(totals, part, guarded, columns);
            }
        }
        return effects;
    }

    /** Constant, season, then the kinds of the calendar. */
    private static double[][] columns(CalendarWeeks calendar, double weeksPerYear) {
        int kinds = calendar.kinds().size();
        double[][] columns = PooledSeasonKernel.harmonics(calendar.weeks(), weeksPerYear);
        for (int week = 0; week < columns.length; week++) {
            int plain = columns[week].length;
            columns[week] = Arrays.copyOf(columns[week], plain + kinds);
            for (int kind = 0; kind < kinds; kind++) {
                columns[week][plain + kind] = calendar.share(kind, week);
            }
        }
        return columns;
    }

    private void learn(PooledTotals totals, int part, int guarded, double[][] columns) {
        int plain = 1 + PooledSeasonKernel.COEFFICIENTS;
        int kinds = columns[0].length - plain;
        double[] counts = new double[guarded];
        double[] expected = new double[guarded];
        addGroups(totals, part, counts, expected);
        double[] penalties = penalties(plain, plain + kinds);
        double[] coefficients = new double[plain + kinds];
        double[] level = new double[guarded];
        Arrays.fill(level, 1);
        double[][] covariance = {};
        double[][] past = Arrays.copyOf(columns, guarded);
        for (int round = 0; round < ROUNDS; round++) {
            covariance = CalendarKernel.fit(counts, PooledSums.product(expected, level), past, penalties, coefficients);
            double[] steady = CalendarKernel.means(expected, past, coefficients);
            PooledCourseKernel.smooth(counts, steady, LEVEL_DISCOUNT, level);
        }
        for (int week = 0; week < columns.length; week++) {
            describe(part, week, Arrays.copyOfRange(columns[week], plain, plain + kinds), coefficients, covariance);
        }
    }

    /** Hardly any on the constant, that of a season, then that of the calendar. */
    private static double[] penalties(int plain, int columns) {
        double[] penalties = new double[columns];
        Arrays.fill(penalties, 1 / (PRIOR_DEVIATION * PRIOR_DEVIATION));
        Arrays.fill(penalties, 0, plain, SEASON_PENALTY);
        penalties[0] = 1e-6;
        return penalties;
    }

    private void describe(int part, int week, double[] shares, double[] coefficients, double[][] covariance) {
        int plain = coefficients.length - shares.length;
        double log = 0;
        double variance = 0;
        for (int i = 0; i < shares.length; i++) {
            log += shares[i] * coefficients[plain + i];
            for (int j = 0; j < shares.length; j++) {
                variance += shares[i] * shares[j] * covariance[plain + i][plain + j];
            }
        }
        factors[part][week] = Math.exp(log);
        variances[part][week] = variance;
    }

    /** Facts of all groups, and what each group's mean rate leads to expect of its exposure. */
    private static void addGroups(PooledTotals totals, int part, double[] counts, double[] expected) {
        for (int group = 0; group < totals.layout().groups().size(); group++) {
            double[] facts = totals.counts(part, group);
            double[] exposures = totals.exposures(part, group);
            double exposure = PooledSums.of(exposures, 0, counts.length);
            double rate = exposure > 0 ? PooledSums.of(facts, 0, counts.length) / exposure : 0;
            for (int week = 0; week < counts.length; week++) {
                counts[week] += facts[week];
                expected[week] += rate * exposures[week];
            }
        }
    }

    /**
     * Facts in a week over those of the same week if the calendar did not matter.
     *
     * @param part 0 for reported facts, or all where the layout does not tell them apart; 1 for discovered ones
     */
    public double factor(int part, int week) {
        return factors[part][week];
    }

    /** Variance of the factor, relative to its square. */
    double variance(int part, int week) {
        return variances[part][week];
    }
}

package org.vigie.analytics.baseline;

/**
 * What the pooled baseline takes as given; everything else it learns from the portfolio.
 *
 * @param guardWeeks newest weeks kept out of every estimate but the factors of the weeks themselves; also how far back
 *     an onset is looked for
 * @param minimumWeeks weeks of history without which nothing is judged
 * @param weeksPerYear length of the season in weeks
 * @param halfLifeWeeks age at which a week counts half in the rate of its site
 * @param alpha chance of a false signal accepted for a quiet site-week
 */
public record PooledSettings(
        int guardWeeks, int minimumWeeks, double weeksPerYear, double halfLifeWeeks, double alpha) {

    /** Onsets up to 14 weeks back, half a year of history at least, one false signal in 133 quiet site-weeks. */
    public static final PooledSettings STANDARD = new PooledSettings(14, 26, 365.25 / 7, 520, .0075);

    /** Checks the ranges given above. */
    public PooledSettings {
        require(guardWeeks >= 1 && guardWeeks <= 52, "guardWeeks must lie in 1..52", guardWeeks);
        require(minimumWeeks > guardWeeks, "minimumWeeks must be greater than guardWeeks", minimumWeeks);
        require(weeksPerYear > 1, "weeksPerYear must be > 1", weeksPerYear);
        require(halfLifeWeeks > 0, "halfLifeWeeks must be > 0", halfLifeWeeks);
        require(alpha > 0 && alpha < 1, "alpha must lie between 0 and 1", alpha);
    }

    /** The same with another length of the season. */
    public PooledSettings withWeeksPerYear(double weeks) {
        return new PooledSettings(guardWeeks, minimumWeeks, weeks, halfLifeWeeks, alpha);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}

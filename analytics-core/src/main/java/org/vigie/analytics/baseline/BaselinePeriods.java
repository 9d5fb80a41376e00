package org.vigie.analytics.baseline;

import org.vigie.analytics.baseline.FarringtonBaseline.Outcome;
import org.vigie.analytics.numeric.SeasonTrendRows;

/**
 * The past periods that a Farrington-flexible baseline is fitted to, each with its level of the season factor (Noufaily
 * et al. 2013, section 3.2), level after level.
 *
 * <p>The windows around the reference weeks, and the periods just before the one judged, have the last level. What lies
 * between two windows is split into the other levels in the order of time; the first ones are longer by one where the
 * division leaves a rest. The guard periods are dropped last.
 */
final class BaselinePeriods {

    private final FarringtonBaselineSettings settings;
    private final int[] references;
    private int judged;

    BaselinePeriods(FarringtonBaselineSettings settings) {
        this.settings = settings;
        this.references = new int[settings.years() + 1];
    }

    /** Collects the counts for a period judged; says whether there are enough. */
    Outcome collect(CountSeries series, int position, SeasonTrendRows rows) {
        judged = position;
        for (int year = 0; year <= settings.years(); year++) {
            references[year] = series.timeline().yearsBefore(position, settings.years() - year);
        }
        int first = references[0] - settings.halfWindow();
        if (first < 0) {
            return Outcome.HISTORY_TOO_SHORT;
        }
        if (!everyYearHasRoom()) {
            return Outcome.NO_FIT;
        }
        rows.reset(settings.seasonLevels(), position - first + settings.halfWindow() + 1);
        for (int block = 0; block < settings.seasonLevels() - 1; block++) {
            addBlock(series, block, rows);
        }
        addWindows(series, rows);
        return Outcome.FITTED;
    }

    /** Whether each season block has a period between any two windows. */
    private boolean everyYearHasRoom() {
        boolean room = true;
        for (int year = 0; year < settings.years(); year++) {
            int between = references[year + 1] - references[year] - 2 * settings.halfWindow() - 1;
            room &= between >= settings.seasonLevels() - 1;
        }
        return room || settings.seasonLevels() == 1;
    }

    private void addBlock(CountSeries series, int block, SeasonTrendRows rows) {
        int blocks = settings.seasonLevels() - 1;
        for (int year = 0; year < settings.years(); year++) {
            int from = references[year] + settings.halfWindow() + 1;
            int periods = references[year + 1] - settings.halfWindow() - from;
            int length = periods / blocks;
            int rest = periods % blocks;
            int start = from + block * length + Math.min(block, rest);
            add(series, start, start + length + (block < rest ? 1 : 0), rows);
        }
        rows.endLevel();
    }

    private void addWindows(CountSeries series, SeasonTrendRows rows) {
        int w = settings.halfWindow();
        for (int year = 0; year < settings.years(); year++) {
            add(series, references[year] - w, references[year] + w + 1, rows);
        }
        add(series, judged - w, judged, rows);
        rows.endLevel();
    }

    private void add(CountSeries series, int from, int to, SeasonTrendRows rows) {
        int end = Math.min(to, judged - settings.guardPeriods());
        for (int position = from; position < end; position++) {
            double population = settings.populationOffset() ? series.population(position) : 1;
            rows.add(series.count(position), judged - position, population);
        }
    }
}

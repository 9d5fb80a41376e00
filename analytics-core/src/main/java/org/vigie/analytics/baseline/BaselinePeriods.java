package org.vigie.analytics.baseline;

/**
 * The past periods that a Farrington-flexible baseline is fitted to, each with its level of the season factor (Noufaily
 * et al. 2013, section 3.2).
 *
 * <p>The windows around the reference weeks, and the periods just before the one judged, have the last level. What lies
 * between two windows is split into the other levels in the order of time; the first ones are longer by one where the
 * division leaves a rest. The guard periods are dropped last.
 */
final class BaselinePeriods {

    private int[] positions = new int[0];
    private int[] levels = new int[0];
    private int size;

    /** Finds the periods for one judged; false when the series starts too late. */
    boolean find(Timeline timeline, int judged, FarringtonBaselineSettings settings) {
        size = 0;
        int reference = timeline.yearsBefore(judged, settings.years());
        if (reference - settings.halfWindow() < 0) {
            return false;
        }
        int end = judged - settings.guardPeriods();
        makeRoom(judged - reference + settings.halfWindow() + 1);
        for (int year = settings.years(); year >= 1; year--) {
            int next = year == 1 ? judged : timeline.yearsBefore(judged, year - 1);
            addWindow(reference - settings.halfWindow(), reference + settings.halfWindow(), end, settings);
            addBlocks(reference + settings.halfWindow() + 1, next - settings.halfWindow(), end, settings);
            reference = next;
        }
        addWindow(judged - settings.halfWindow(), judged - 1, end, settings);
        return true;
    }

    int size() {
        return size;
    }

    /** Position in the series of a baseline period; they are in the order of time. */
    int position(int row) {
        return positions[row];
    }

    /** Level of the season factor, 1 to {@code seasonLevels}. */
    int level(int row) {
        return levels[row];
    }

    private void addWindow(int from, int to, int end, FarringtonBaselineSettings settings) {
        for (int position = from; position <= to; position++) {
            add(position, settings.seasonLevels(), end);
        }
    }

    private void addBlocks(int from, int to, int end, FarringtonBaselineSettings settings) {
        int blocks = settings.seasonLevels() - 1;
        if (blocks == 0) {
            return;
        }
        int periods = to - from;
        if (periods < blocks) {
            throw new IllegalArgumentException("seasonLevels (noPeriods) " + settings.seasonLevels()
                    + " is too large: a year leaves " + periods + " periods between reference windows");
        }
        int position = from;
        for (int block = 0; block < blocks; block++) {
            int length = periods / blocks + (block < periods % blocks ? 1 : 0);
            for (int i = 0; i < length; i++) {
                add(position++, block + 1, end);
            }
        }
    }

    private void add(int position, int level, int end) {
        if (position < end) {
            positions[size] = position;
            levels[size] = level;
            size++;
        }
    }

    private void makeRoom(int wanted) {
        if (positions.length < wanted) {
            positions = new int[wanted];
            levels = new int[wanted];
        }
    }
}

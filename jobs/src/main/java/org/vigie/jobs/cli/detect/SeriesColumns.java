package org.vigie.jobs.cli.detect;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The numbers of one series, column by column, in the order of the file until they are sorted by time. */
final class SeriesColumns {

    static final int COUNT = 0;
    static final int POPULATION = 1;
    static final int DWELLINGS = 2;
    static final int WORKS = 3;
    static final int COLUMNS = 4;

    private static final double[] WHEN_ABSENT = {0, 1, 1, 0};

    private final double[][] values = new double[COLUMNS][];
    private int[] periods = new int[64];
    private int length;

    /** Columns of which the file has only some; the others take no room. */
    SeriesColumns(boolean[] present) {
        for (int column = 0; column < COLUMNS; column++) {
            values[column] = new double[present[column] ? periods.length : 0];
        }
    }

    void add(int period, double[] row) {
        if (length == periods.length) {
            grow();
        }
        periods[length] = period;
        for (int column = 0; column < COLUMNS; column++) {
            if (values[column].length > 0) {
                values[column][length] = row[column];
            }
        }
        length++;
    }

    /** What an absent or empty cell of a column stands for. */
    static double whenAbsent(int column) {
        return WHEN_ABSENT[column];
    }

    int length() {
        return length;
    }

    int period(int position) {
        return periods[position];
    }

    double value(int column, int position) {
        return values[column].length > 0 ? values[column][position] : WHEN_ABSENT[column];
    }

    double[] all(int column) {
        return IntStream.range(0, length).mapToDouble(i -> value(column, i)).toArray();
    }

    /** Orders the rows by time, which files mostly are already. */
    void sort() {
        if (IntStream.range(1, length).allMatch(i -> periods[i - 1] < periods[i])) {
            return;
        }
        int[] order = IntStream.range(0, length)
                .boxed()
                .sorted((a, b) -> Integer.compare(periods[a], periods[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        periods = Arrays.stream(order).map(i -> periods[i]).toArray();
        for (int column = 0; column < COLUMNS; column++) {
            double[] unsorted = values[column];
            if (unsorted.length > 0) {
                values[column] =
                        Arrays.stream(order).mapToDouble(i -> unsorted[i]).toArray();
            }
        }
    }

    private void grow() {
        periods = Arrays.copyOf(periods, 2 * length);
        for (int column = 0; column < COLUMNS; column++) {
            if (values[column].length > 0) {
                values[column] = Arrays.copyOf(values[column], 2 * length);
            }
        }
    }
}

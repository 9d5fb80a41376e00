package org.vigie.jobs.backtest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.vigie.analytics.calendar.IsoWeek;

/**
 * Every tested site-week with what the methods said of it and what came: about 150 bytes each, on the driver. Rows are
 * ordered by week and site.
 */
final class SiteWeekPanel {

    private final List<String> sites;
    private final List<IsoWeek> weeks;
    private final int[] site;
    private final int[] week;
    private final String[] teams;
    private final Map<String, double[]> columns;

    private SiteWeekPanel(List<Row> rows, List<String> names) {
        this.sites = List.copyOf(new TreeSet<>(
                rows.stream().map(row -> row.<String>getAs("site_id")).toList()));
        this.weeks = new TreeSet<LocalDate>(
                        rows.stream().map(row -> row.<LocalDate>getAs("week")).toList())
                .stream().map(IsoWeek::new).toList();
        Map<String, Integer> siteNumber = numbers(sites);
        Map<LocalDate, Integer> weekNumber =
                numbers(weeks.stream().map(IsoWeek::monday).toList());
        this.site = rows.stream()
                .mapToInt(row -> number(siteNumber, row.getAs("site_id")))
                .toArray();
        this.week = rows.stream()
                .mapToInt(row -> number(weekNumber, row.getAs("week")))
                .toArray();
        this.teams = rows.stream()
                .map(row -> String.valueOf(row.<String>getAs("team")))
                .toArray(String[]::new);
        this.columns = new HashMap<>();
        for (String name : names) {
            columns.put(name, rows.stream().mapToDouble(row -> value(row, name)).toArray());
        }
    }

    /** Takes rows ordered by week and site, with site_id, week, team and these columns of numbers. */
    static SiteWeekPanel of(List<Row> rows, List<String> names) {
        return new SiteWeekPanel(rows, names);
    }

    /** Adds a column computed from others. */
    void put(String name, double[] values) {
        columns.put(name, values);
    }

    /** A column; NaN where it is empty, shape [rows]. */
    double[] column(String name) {
        double[] values = columns.get(name);
        if (values == null) {
            throw new IllegalArgumentException("no column " + name);
        }
        return values;
    }

    int rows() {
        return site.length;
    }

    /** Number of the site of a row. */
    int site(int row) {
        return site[row];
    }

    /** Number of the week of a row. */
    int week(int row) {
        return week[row];
    }

    String siteId(int row) {
        return sites.get(site[row]);
    }

    IsoWeek weekOf(int row) {
        return weeks.get(week[row]);
    }

    String team(int row) {
        return teams[row];
    }

    List<String> sites() {
        return sites;
    }

    List<IsoWeek> weeks() {
        return weeks;
    }

    /** Rows for which something holds, in order. */
    int[] where(IntPredicate holds) {
        return IntStream.range(0, rows()).filter(holds).toArray();
    }

    /** Rows of each week, among some. */
    List<int[]> byWeek(int[] some) {
        TreeMap<Integer, IntStream.Builder> byWeek = new TreeMap<>();
        for (int row : some) {
            byWeek.computeIfAbsent(week[row], one -> IntStream.builder()).add(row);
        }
        return byWeek.values().stream().map(rows -> rows.build().toArray()).toList();
    }

    /** Sites of some rows. */
    int[] sitesOf(int[] some) {
        return Arrays.stream(some).map(row -> site[row]).toArray();
    }

    /** A column at some rows. */
    double[] at(int[] some, String name) {
        double[] values = column(name);
        return Arrays.stream(some).mapToDouble(row -> values[row]).toArray();
    }

    private static <T> Map<T, Integer> numbers(List<T> names) {
        Map<T, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return numbers;
    }

    private static <T> int number(Map<T, Integer> numbers, T name) {
        return numbers.getOrDefault(name, -1);
    }

    private static double value(Row row, String name) {
        Object value = row.getAs(name);
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}

package org.vigie.jobs.cli.bench;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.series.SiteHistory;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.Table;
import org.vigie.jobs.siteweeks.SiteWeekTables;
import org.vigie.jobs.siteweeks.SiteWeeks;

/**
 * A simulated portfolio written as the tables that the join of the feeds would write, without any feed. Seven facts in ten
 * are known in their week, two a week later, the others two weeks later.
 */
final class SimulatedSiteWeeks implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final LocalDate ALWAYS = LocalDate.of(1970, 1, 5);
    private static final String KEY = "simulated";
    private static final int SITES_PER_TASK = 2000;

    private final SimulatedPortfolio portfolio;
    private final LocalDate lastMonday;

    SimulatedSiteWeeks(SimulatedPortfolio portfolio, IsoWeek last) {
        this.portfolio = portfolio;
        this.lastMonday = last.monday();
    }

    /** Names of the families. */
    List<String> families() {
        List<String> names = new ArrayList<>();
        for (int family = 0; family < portfolio.families(); family++) {
            names.add(family(family));
        }
        return names;
    }

    /** Writes the tables and reads them back. */
    SiteWeeks into(Lake lake) {
        Dataset<Row> none = lake.spark().createDataFrame(List.of(), SiteWeekTables.MOVES.schema());
        return new SiteWeeks(
                write(lake, SiteWeekTables.SITES, this::site),
                write(lake, SiteWeekTables.FACTS, this::facts),
                write(lake, SiteWeekTables.COUNTS, this::counts),
                write(lake, SiteWeekTables.WORKS, this::works),
                none,
                empty(lake, SiteWeekTables.PRESENCE),
                empty(lake, SiteWeekTables.FATES),
                empty(lake, SiteWeekTables.CALENDAR));
    }

    private static Dataset<Row> empty(Lake lake, Table table) {
        return lake.spark().createDataFrame(List.of(), table.schema());
    }

    /** Rows of one site. */
    private interface SiteStep extends Serializable {
        void take(int site, Consumer<Row> out);
    }

    private Dataset<Row> write(Lake lake, Table table, SiteStep step) {
        FlatMapFunction<Long, Row> rows = site -> {
            List<Row> some = new ArrayList<>();
            step.take(Math.toIntExact(site), some::add);
            return some.iterator();
        };
        int tasks = Math.max(1, portfolio.sites() / SITES_PER_TASK);
        return lake.derived(
                table,
                KEY,
                () -> lake.spark().range(0, portfolio.sites(), 1, tasks).flatMap(rows, Encoders.row(table.schema())));
    }

    private void site(int site, Consumer<Row> out) {
        SiteHistory history = portfolio.history(site, 0);
        Object[] row = new Object[SiteWeekTables.SITES.columns().size()];
        set(SiteWeekTables.SITES, row, "site_id", name(site));
        set(SiteWeekTables.SITES, row, "agency", history.group());
        set(SiteWeekTables.SITES, row, "team", history.group());
        set(SiteWeekTables.SITES, row, "dwellings", (int) history.size());
        set(SiteWeekTables.SITES, row, "followed_from", ALWAYS);
        out.accept(RowFactory.create(row));
    }

    private void works(int site, Consumer<Row> out) {
        SiteHistory history = portfolio.history(site, 0);
        int first = 0;
        while (first < history.weeks() && !history.worksRunning(first)) {
            first++;
        }
        int last = first;
        while (last < history.weeks() && history.worksRunning(last)) {
            last++;
        }
        if (first < history.weeks()) {
            Object[] row = new Object[SiteWeekTables.WORKS.columns().size()];
            set(SiteWeekTables.WORKS, row, "site_id", name(site));
            set(SiteWeekTables.WORKS, row, "operation_id", "O" + site);
            set(SiteWeekTables.WORKS, row, "works_type", "FACADE");
            set(SiteWeekTables.WORKS, row, "status", "ONGOING");
            set(SiteWeekTables.WORKS, row, "start", monday(first));
            set(SiteWeekTables.WORKS, row, "end", monday(last).minusDays(1));
            set(SiteWeekTables.WORKS, row, "known_on", monday(first));
            out.accept(RowFactory.create(row));
        }
    }

    private void facts(int site, Consumer<Row> out) {
        forEachCount(site, (family, week, known, count) -> {
            for (int fact = 0; fact < count; fact++) {
                Object[] row = new Object[SiteWeekTables.FACTS.columns().size()];
                set(SiteWeekTables.FACTS, row, "feed", "INCIDENTS");
                set(SiteWeekTables.FACTS, row, "site_id", name(site));
                set(SiteWeekTables.FACTS, row, "week", week);
                set(SiteWeekTables.FACTS, row, "known_on", known);
                set(SiteWeekTables.FACTS, row, "fate", "used");
                out.accept(RowFactory.create(row));
            }
        });
    }

    private void counts(int site, Consumer<Row> out) {
        forEachCount(site, (family, week, known, count) -> {
            Object[] row = new Object[SiteWeekTables.COUNTS.columns().size()];
            set(SiteWeekTables.COUNTS, row, "site_id", name(site));
            set(SiteWeekTables.COUNTS, row, "week", week);
            set(SiteWeekTables.COUNTS, row, "known_on", known);
            set(SiteWeekTables.COUNTS, row, "family", family(family));
            set(SiteWeekTables.COUNTS, row, "origin", "REPORTED");
            set(SiteWeekTables.COUNTS, row, "severity", family == 0 ? 4 : 2);
            set(SiteWeekTables.COUNTS, row, "escalation", false);
            set(SiteWeekTables.COUNTS, row, "count", count);
            out.accept(RowFactory.create(row));
        });
    }

    /** Facts of one family and week that became known in the same week. */
    private interface CountStep {
        void take(int family, LocalDate week, LocalDate known, int count);
    }

    private void forEachCount(int site, CountStep step) {
        for (int family = 0; family < portfolio.families(); family++) {
            SiteHistory history = portfolio.history(site, family);
            SplittableRandom random = new SplittableRandom(portfolio.seed() + 31L * site + family);
            for (int week = 0; week < history.weeks(); week++) {
                int[] late = new int[3];
                for (int fact = 0; fact < history.reported(week); fact++) {
                    double draw = random.nextDouble();
                    late[draw < .7 ? 0 : draw < .9 ? 1 : 2]++;
                }
                for (int weeks = 0; weeks < late.length; weeks++) {
                    LocalDate known = monday(week + weeks);
                    if (late[weeks] > 0 && !known.isAfter(lastMonday)) {
                        step.take(family, monday(week), known, late[weeks]);
                    }
                }
            }
        }
    }

    private LocalDate monday(int week) {
        return lastMonday.minusWeeks(portfolio.weeks() - 1L - week);
    }

    private static String family(int family) {
        return String.format("F%02d", family);
    }

    private static String name(int site) {
        return String.format("S%07d", site);
    }

    private static void set(Table table, Object[] row, String column, Object value) {
        row[table.indexOf(column)] = value;
    }
}

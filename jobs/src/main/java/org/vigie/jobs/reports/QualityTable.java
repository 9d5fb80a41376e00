package org.vigie.jobs.reports;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.siteweeks.SiteWeeks;

/** What became of every row delivered, file by file; rows read = used + superseded + duplicate + out of scope + rejected. */
public final class QualityTable {

    private final Map<String, FileFates> byFile = new HashMap<>();

    private QualityTable() {}

    /**
     * Fates of one file's rows.
     *
     * @param feed feed in the words of the settings
     * @param file name as delivered
     * @param rowsRead records in the file
     * @param fates rows by fate
     * @param rules rows by rule, of rejected rows, repeated rows and rows out of scope; and sheets that were not read
     */
    public record FileFates(
            String feed, String file, long rowsRead, TreeMap<String, Long> fates, TreeMap<String, Long> rules) {

        /** Rows of one fate. */
        public long of(String fate) {
            return fates.getOrDefault(fate, 0L);
        }

        /** Whether every row has exactly one fate. */
        public boolean addsUp() {
            return fates.values().stream().mapToLong(Long::longValue).sum() == rowsRead;
        }

        String reasons() {
            return rules.entrySet().stream()
                    .map(rule -> rule.getKey() + "=" + rule.getValue())
                    .collect(Collectors.joining("|"));
        }
    }

    /** Counts the fates of every file of a manifest: a table as long as the list of files. */
    public static QualityTable of(Manifest manifest, SiteWeeks joined, Dataset<Row> rejects) {
        QualityTable table = new QualityTable();
        for (Manifest.FileRead file : manifest.files()) {
            TreeMap<String, Long> rules = new TreeMap<>();
            if (file.unreadSheets() > 0) {
                rules.put("unread-sheet", (long) file.unreadSheets());
            }
            table.byFile.put(
                    file.fileId(), new FileFates(file.feed(), file.name(), file.rowsRead(), new TreeMap<>(), rules));
        }
        for (Row row : joined.fatesByFile().collectAsList()) {
            table.add(row.getAs("file_id"), row.getAs("fate"), row.getAs("rule"), row.<Long>getAs("rows"));
        }
        Dataset<Row> refused =
                rejects.groupBy("file_id", "rule").agg(count(lit(1)).as("rows"));
        for (Row row : refused.collectAsList()) {
            table.add(row.getAs("file_id"), "rejected", row.getAs("rule"), row.<Long>getAs("rows"));
        }
        return table;
    }

    /** Adds a file that could not be used as a whole: none of its rows was read. */
    public void refused(String feed, String file) {
        TreeMap<String, Long> rules = new TreeMap<>(Map.of("file-refused", 1L));
        byFile.put("refused " + file, new FileFates(feed, file, 0, new TreeMap<>(), rules));
    }

    /** Files in order of feed and name. */
    public List<FileFates> files() {
        return byFile.values().stream()
                .sorted(java.util.Comparator.comparing(FileFates::feed).thenComparing(FileFates::file))
                .toList();
    }

    /** Rows of the published table: the files of the manifest, then files that match no feed. */
    List<Row> rows(Map<String, LocalDate> latestFacts, List<String> unmatched, LocalDate sunday) {
        List<Row> rows = new ArrayList<>();
        for (FileFates file : files()) {
            LocalDate latest = latestFacts.get(file.feed());
            rows.add(RowFactory.create(
                    file.feed(),
                    file.file(),
                    (int) file.rowsRead(),
                    (int) file.of("used"),
                    (int) file.of("superseded"),
                    (int) file.of("duplicate"),
                    (int) file.of("out_of_scope"),
                    (int) file.of("rejected"),
                    file.reasons(),
                    latest,
                    latest == null ? null : (int) ChronoUnit.DAYS.between(latest, sunday)));
        }
        unmatched.stream()
                .sorted()
                .forEach(
                        name -> rows.add(RowFactory.create("", name, 0, 0, 0, 0, 0, 0, "matches-no-feed", null, null)));
        return rows;
    }

    /** Newest thing told by each feed up to a Sunday: facts by their day, other feeds by their own dates. */
    static Map<String, LocalDate> latestFacts(SiteWeeks joined, LocalDate sunday) {
        Map<String, LocalDate> latest = new HashMap<>();
        Dataset<Row> facts = joined.facts()
                .where(col("fate").equalTo("used").and(col("fact_date").leq(lit(sunday))))
                .groupBy("feed")
                .agg(max(col("fact_date")));
        facts.collectAsList()
                .forEach(row -> latest.put(row.<String>getAs(0).toLowerCase(java.util.Locale.ROOT), row.getAs(1)));
        put(latest, "works", joined.works(), "known_on", sunday);
        put(latest, "turnover", joined.moves(), "week", sunday);
        put(latest, "presence", joined.presence(), "week", sunday);
        return latest;
    }

    private static void put(
            Map<String, LocalDate> latest, String feed, Dataset<Row> rows, String day, LocalDate sunday) {
        LocalDate monday =
                rows.where(col(day).leq(lit(sunday))).agg(max(col(day))).first().getAs(0);
        if (monday != null) {
            LocalDate end = monday.plusDays(6);
            latest.put(feed, end.isAfter(sunday) ? sunday : end);
        }
    }

    private void add(String fileId, String fate, String rule, long rows) {
        FileFates file = byFile.get(fileId);
        if (file == null) {
            throw new IllegalStateException("rows of a file that no manifest lists: " + fileId);
        }
        file.fates().merge(fate, rows, Long::sum);
        if (rule != null) {
            file.rules().merge(rule, rows, Long::sum);
        }
    }
}

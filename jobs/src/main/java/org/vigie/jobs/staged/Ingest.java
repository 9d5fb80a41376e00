package org.vigie.jobs.staged;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.vigie.jobs.feeds.ExportReader;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedFile;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.lake.Table;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.texts.Message;

/**
 * Takes new files into the staged log as one batch, in two steps: its rows are written, then, once the caller has found
 * that what was delivered is enough, the manifest that lists it. Nothing is visible before that.
 */
public final class Ingest {

    private static final long ROWS_BEFORE_REFUSAL = 50;
    private static final double REJECTED_SHARE = 0.25;

    private final Lake lake;
    private final Settings settings;

    /** Ingestion into this lake. */
    public Ingest(Lake lake, Settings settings) {
        this.lake = lake;
        this.settings = settings;
    }

    /**
     * What an ingestion gave.
     *
     * @param manifest the newest manifest once it is published
     * @param refused file name to why the file as a whole could not be used
     */
    public record Ingested(Manifest manifest, Map<String, String> refused) {

        /** Copies the map. */
        public Ingested {
            refused = Collections.unmodifiableMap(new TreeMap<>(refused));
        }
    }

    /** Files of the inbox whose content no batch holds; the same content under two names is one file. */
    public static List<FeedFile> unseen(List<FeedFile> files, Manifest manifest) {
        Set<String> seen =
                manifest.files().stream().map(Manifest.FileRead::fileId).collect(Collectors.toCollection(HashSet::new));
        return files.stream().filter(file -> seen.add(file.id())).toList();
    }

    /** Writes the rows of files; throws {@link DataRefused} when too many rows of a feed break rules. */
    public Ingested take(List<FeedFile> files, Manifest before, LocalDateTime now) {
        if (files.isEmpty()) {
            return new Ingested(before, Map.of());
        }
        String batch = String.format("b%06d-%s", before.number() + 1, UUID.randomUUID());
        Map<Table, List<FeedFile>> byTable =
                files.stream().collect(Collectors.groupingBy(file -> TypedFile.tableOf(file.feed())));
        List<Dataset<Row>> held = new ArrayList<>();
        Taken taken = new Taken(new TreeMap<>(), new ArrayList<>(), new TreeMap<>());
        for (Table table : StagedTables.all()) {
            List<FeedFile> ofTable = byTable.getOrDefault(table, List.of());
            if (!ofTable.isEmpty()) {
                Dataset<Row> told = told(table, ofTable, before, now).persist(StorageLevel.MEMORY_AND_DISK());
                held.add(told);
                Column whole = col("refusal").isNull().and(col("rule").isNull());
                lake.append(batch, table, told.where(whole));
                taken.add(table, tally(told, ofTable));
            }
        }
        appendRejects(batch, held, taken);
        held.forEach(Dataset::unpersist);
        refuseIfTooManyRejects(taken.read());
        if (taken.read().isEmpty()) {
            return new Ingested(before, taken.refused());
        }
        Manifest after = before.plus(new Manifest.Batch(batch, now.toString(), taken.rows(), taken.read()));
        return new Ingested(after, taken.refused());
    }

    /** Makes what was taken visible to every reader. */
    public void publish(Ingested taken, Manifest before) {
        if (taken.manifest().number() > before.number()) {
            lake.manifests().publish(taken.manifest());
        }
    }

    private void appendRejects(String batch, List<Dataset<Row>> told, Taken taken) {
        long rejected =
                taken.read().stream().mapToLong(Manifest.FileRead::rowsRejected).sum();
        if (rejected > 0) {
            Dataset<Row> rejects = told.stream()
                    .map(Ingest::rejects)
                    .reduce(Dataset::unionByName)
                    .orElseThrow();
            lake.append(batch, StagedTables.REJECTS, rejects.coalesce(1));
            taken.rows().put(StagedTables.REJECTS.path(), rejected);
        }
    }

    /** What a batch holds so far: rows by table, files read, files refused with their reason. */
    private record Taken(TreeMap<String, Long> rows, List<Manifest.FileRead> read, TreeMap<String, String> refused) {

        void add(Table table, Tally tally) {
            refused.putAll(tally.refused());
            read.addAll(tally.read());
            if (tally.typed() > 0) {
                rows.put(table.path(), tally.typed());
            }
        }
    }

    private record Tally(List<Manifest.FileRead> read, Map<String, String> refused, long typed) {}

    /** Everything that files tell, typed rows and rejects in one shape; a file is read by one task. */
    private Dataset<Row> told(Table table, List<FeedFile> files, Manifest before, LocalDateTime now) {
        Set<String> known = before.files().stream().map(Manifest.FileRead::feed).collect(Collectors.toSet());
        EnumMap<Feed, Reading> readings = new EnumMap<>(Feed.class);
        for (FeedFile file : files) {
            boolean firstLoad = isFirstLoad(file.feed(), known);
            readings.put(
                    file.feed(),
                    new Reading(
                            Objects.requireNonNull(settings.feeds().get(file.feed())),
                            new TypingContext(settings.timezone(), now, firstLoad, settings.language())));
        }
        StructType shape = shape(table);
        int columns = table.columns().size();
        MapPartitionsFunction<FeedFile, Row> read =
                partition -> new ToldRows(partition, new HashMap<>(readings), columns);
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
        return lake.spark()
                .createDataset(
                        context.parallelize(files, files.size()).rdd(), Encoders.javaSerialization(FeedFile.class))
                .mapPartitions(read, Encoders.row(shape));
    }

    /** Outcomes always follow a published week: only with the first load of all can they be history. */
    private static boolean isFirstLoad(Feed feed, Set<String> known) {
        return feed == Feed.OUTCOMES ? known.isEmpty() : !known.contains(feed.yamlName());
    }

    private record Reading(org.vigie.jobs.feeds.FeedSettings settings, TypingContext context) implements Serializable {}

    /** Rows of the files of one task, one file after the other. */
    private static final class ToldRows implements Iterator<Row> {

        private final Iterator<FeedFile> files;
        private final Map<Feed, Reading> readings;
        private final int columns;
        private Iterator<FileRows.Told> current = Collections.emptyIterator();
        private String fileId = "";

        ToldRows(Iterator<FeedFile> files, Map<Feed, Reading> readings, int columns) {
            this.files = files;
            this.readings = readings;
            this.columns = columns;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && files.hasNext()) {
                FeedFile file = files.next();
                Reading reading = Objects.requireNonNull(readings.get(file.feed()));
                fileId = file.id();
                current = new FileRows(file, reading.settings(), reading.context());
            }
            return current.hasNext();
        }

        @Override
        public Row next() {
            FileRows.Told told = current.next();
            Object[] values = new Object[columns + 7];
            values[columns] = fileId;
            if (told.typed() != null) {
                for (int i = 0; i < columns; i++) {
                    values[i] = told.typed().get(i);
                }
            } else if (told.reject() != null) {
                Row reject = told.reject().row();
                for (int i = 0; i < reject.length(); i++) {
                    values[columns + 1 + i] = reject.get(i);
                }
            } else {
                values[columns + 6] = told.refusal();
            }
            return RowFactory.create(values);
        }
    }

    private static StructType shape(Table table) {
        List<StructField> fields = new ArrayList<>(List.of(table.schema().fields()));
        fields.add(new StructField("told_by", DataTypes.StringType, true, Metadata.empty()));
        for (StructField field : StagedTables.REJECTS.schema().fields()) {
            String name = field.name().equals("rule") ? "rule" : "reject_" + field.name();
            fields.add(new StructField(name, field.dataType(), true, Metadata.empty()));
        }
        fields.add(new StructField("refusal", DataTypes.StringType, true, Metadata.empty()));
        return new StructType(fields.toArray(StructField[]::new));
    }

    private static Dataset<Row> rejects(Dataset<Row> told) {
        return told.where(col("rule").isNotNull())
                .select(
                        col("reject_feed").as("feed"),
                        col("reject_file_id").as("file_id"),
                        col("reject_line").as("line"),
                        col("reject_column").as("column"),
                        col("rule"));
    }

    /** Counts rows by file: a table as long as the list of files. */
    private static Tally tally(Dataset<Row> told, List<FeedFile> files) {
        Map<String, Long> typed = new HashMap<>();
        Map<String, Long> rejected = new HashMap<>();
        Map<String, String> refusals = new HashMap<>();
        Dataset<Row> counted = told.groupBy(
                        col("told_by"), col("rule").isNotNull().as("rejected"), col("refusal"))
                .agg(count(lit(1)).as("rows"));
        for (Row row : counted.collectAsList()) {
            String refusal = row.getAs("refusal");
            if (refusal != null) {
                refusals.put(row.getAs("told_by"), refusal);
            } else {
                Map<String, Long> side = row.<Boolean>getAs("rejected") ? rejected : typed;
                side.merge(row.getAs("told_by"), row.<Long>getAs("rows"), Long::sum);
            }
        }
        List<Manifest.FileRead> read = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        for (FeedFile file : files) {
            String refusal = refusals.get(file.id());
            long good = typed.getOrDefault(file.id(), 0L);
            if (refusal != null) {
                refused.put(file.name(), refusal);
            } else {
                long all = good + rejected.getOrDefault(file.id(), 0L);
                read.add(new Manifest.FileRead(
                        file.feed().yamlName(),
                        file.name(),
                        file.id(),
                        all,
                        good,
                        ExportReader.unreadSheets(file).size()));
            }
        }
        return new Tally(
                read,
                refused,
                typed.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Throws {@link DataRefused} when too many rows of a feed break rules. */
    public static void refuseIfTooManyRejects(List<Manifest.FileRead> read) {
        Map<String, List<Manifest.FileRead>> byFeed = read.stream()
                .collect(Collectors.groupingBy(Manifest.FileRead::feed, TreeMap::new, Collectors.toList()));
        byFeed.forEach((feed, files) -> {
            long rows = files.stream().mapToLong(Manifest.FileRead::rowsRead).sum();
            long rejected =
                    files.stream().mapToLong(Manifest.FileRead::rowsRejected).sum();
            if (rows >= ROWS_BEFORE_REFUSAL && rejected > REJECTED_SHARE * rows) {
                throw new DataRefused(Message.of("data.too-many-rejects", "rejected", rejected)
                        .with("rows", rows)
                        .with("feed", feed)
                        .with("percent", Math.round(REJECTED_SHARE * 100)));
            }
        });
    }
}

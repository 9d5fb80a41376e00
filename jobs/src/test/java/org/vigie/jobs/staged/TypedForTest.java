package org.vigie.jobs.staged;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedFile;
import org.vigie.jobs.feeds.FeedSettings;

/** A file read into memory, with its columns by name. */
record TypedForTest(Feed feed, List<Row> rows, List<Reject> rejects, TypedFile.Counts counts) {

    static final TypingContext NOVEMBER =
            new TypingContext(ZoneId.of("Europe/Paris"), LocalDateTime.of(2026, 11, 24, 5, 0), true, "en");

    static TypedForTest read(Path path, Feed feed, FeedSettings settings, TypingContext context) {
        List<Row> rows = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        FeedFile file = new FeedFile(path.toString(), feed, "0123456789abcdef");
        TypedFile.Counts counts = TypedFile.read(file, settings, context, new TypedFile.Sink() {
            @Override
            public void typed(Row row) {
                rows.add(row);
            }

            @Override
            public void rejected(Reject reject) {
                rejects.add(reject);
            }
        });
        return new TypedForTest(feed, rows, rejects, counts);
    }

    static TypedForTest read(Path path, Feed feed) {
        return read(path, feed, FeedSettings.of("*"), NOVEMBER);
    }

    static TypedForTest resource(String name, Feed feed, Path folder) {
        return read(copied(name, folder), feed);
    }

    static TypedForTest text(String csv, Feed feed, Path folder) {
        return text(csv, feed, folder, FeedSettings.of("*"));
    }

    static TypedForTest text(String csv, Feed feed, Path folder, FeedSettings settings) {
        return read(write(csv, folder), feed, settings, NOVEMBER);
    }

    static Path write(String csv, Path folder) {
        try {
            return Files.writeString(Files.createTempFile(folder, "export", ".csv"), csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path copied(String name, Path folder) {
        try (InputStream in = TypedForTest.class.getResourceAsStream("/feeds/" + name)) {
            Path path = folder.resolve(name);
            Files.write(path, in.readAllBytes());
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Object value(int row, String column) {
        return rows.get(row).get(TypedFile.tableOf(feed).indexOf(column));
    }

    List<Object> column(String column) {
        int index = TypedFile.tableOf(feed).indexOf(column);
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /** Rejects as {@code line:column:rule}. */
    List<String> reasons() {
        return rejects.stream()
                .map(reject -> reject.line() + ":" + reject.column() + ":"
                        + reject.rule().code())
                .toList();
    }
}

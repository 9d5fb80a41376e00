package org.vigie.jobs.staged;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.vigie.jobs.feeds.ExportReader;
import org.vigie.jobs.feeds.ExportRow;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedException;
import org.vigie.jobs.feeds.FeedFile;
import org.vigie.jobs.feeds.FeedSettings;
import org.vigie.jobs.lake.Table;

/**
 * Types one file: every row becomes a row of its staged table or a reject, as they come, in constant memory.
 *
 * <p>A version is <b>known at</b> its recording time, unless that is missing or later than ingestion: then at ingestion.
 * A history that was delivered without any recording time counts, on a first load, as known at the end of each fact's
 * day; sites and calendars as always known.
 */
public final class TypedFile {

    private static final int CONTENT_BYTES = 8;

    private final FeedFile file;
    private final FeedSettings settings;
    private final TypingContext context;
    private final ExportReader reader;
    private final RowTyper typer;
    private final CodeReader codes;
    private final MessageDigest digest = sha256();

    /** Takes rows and rejects, in the order of the file. */
    public interface Sink {

        /** A row in the order of the feed's staged table. */
        void typed(Row row);

        /** A row that breaks a rule. */
        void rejected(Reject reject);
    }

    /**
     * Rows of a file; {@code read = typed + rejected}.
     *
     * @param read rows below the header, empty lines excepted
     * @param typed rows that follow the rules
     * @param rejected rows that break one
     */
    public record Counts(long read, long typed, long rejected) {}

    private TypedFile(FeedFile file, FeedSettings settings, TypingContext context) {
        this.file = file;
        this.settings = settings;
        this.context = context.of(file);
        this.reader = ExportReader.open(file, settings);
        this.typer = RowTyper.of(file.feed());
        this.codes = new CodeReader(file.feed(), settings);
    }

    /**
     * Reads a file into a sink; throws {@link FeedException} when it cannot be used, and then before the sink has seen any
     * row.
     */
    public static Counts read(FeedFile file, FeedSettings settings, TypingContext context, Sink sink) {
        return new TypedFile(file, settings, context).readInto(sink);
    }

    /** The table that holds the rows of a feed. */
    public static Table tableOf(Feed feed) {
        return switch (feed) {
            case INCIDENTS, INCIVILITIES -> StagedTables.FACTS;
            case WORKS -> StagedTables.WORKS;
            case TURNOVER -> StagedTables.TURNOVER;
            case SITES -> StagedTables.SITES;
            case PRESENCE -> StagedTables.PRESENCE;
            case CALENDAR -> StagedTables.CALENDAR;
            case OUTCOMES -> StagedTables.OUTCOMES;
        };
    }

    private Counts readInto(Sink sink) {
        long[] counts = new long[2];
        reader.forEach(row -> {
            try {
                sink.typed(typed(row));
                counts[0]++;
            } catch (RejectedValue e) {
                sink.rejected(new Reject(file, row.line(), e.column(), e.rule()));
                counts[1]++;
            }
        });
        return new Counts(counts[0] + counts[1], counts[0], counts[1]);
    }

    private Row typed(ExportRow row) {
        if (row.isTotal()) {
            throw new RejectedValue(Rule.TOTAL_LINE, "");
        }
        if (row.hasSurplusValues()) {
            throw new RejectedValue(Rule.TOO_MANY_FIELDS, "");
        }
        Cells cells = new Cells(file.feed(), settings, context, codes, row);
        RowTyper.Typed typed = typer.type(cells);
        Optional<LocalDateTime> recorded = cells.recordedAt();
        List<@Nullable Object> values = new ArrayList<>(typed.values());
        values.add(recorded.orElse(null));
        values.add(knownAt(recorded, typed.day()));
        values.add(contentOf(typed.values()));
        values.add(file.id());
        values.add(Math.toIntExact(row.line()));
        return RowFactory.create(values.toArray());
    }

    private LocalDateTime knownAt(Optional<LocalDateTime> recorded, LocalDate day) {
        LocalDateTime ingested = context.ingestedAt();
        if (!reader.tellsWhenRecorded() && context.firstLoad()) {
            LocalDateTime endOfDay = day.atTime(23, 59, 59);
            return endOfDay.isBefore(ingested) ? endOfDay : ingested;
        }
        return recorded.filter(ingested::isAfter).orElse(ingested);
    }

    private String contentOf(List<@Nullable Object> values) {
        for (Object value : values) {
            digest.update(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0x1F);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, CONTENT_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

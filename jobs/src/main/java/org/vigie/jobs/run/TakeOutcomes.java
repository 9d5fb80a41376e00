package org.vigie.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedException;
import org.vigie.jobs.feeds.FeedFile;
import org.vigie.jobs.feeds.FeedFiles;
import org.vigie.jobs.feeds.FeedSettings;
import org.vigie.jobs.feeds.ReceivedName;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.lake.Manifests;
import org.vigie.jobs.reports.PublishedAlerts;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.SettingsException;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.staged.DataRefused;
import org.vigie.jobs.staged.Ingest;
import org.vigie.jobs.staged.Reject;
import org.vigie.jobs.staged.TypedFile;
import org.vigie.jobs.staged.TypingContext;
import org.vigie.jobs.texts.Message;

/**
 * Takes what the field found of earlier alerts: looks at a file as the pipeline would, and puts it into the inbox, whence
 * it goes the way of every feed. Needs neither Spark nor the lock of a run.
 */
public final class TakeOutcomes {

    private final Workspace workspace;
    private final Settings settings;
    private final LocalDateTime now;
    private final Set<String> published;

    /** Takes outcomes into a workspace. */
    public TakeOutcomes(Workspace workspace, Settings settings, Instant now) {
        this.workspace = workspace;
        this.settings = settings;
        this.now = now.atZone(settings.timezone()).toLocalDateTime().truncatedTo(ChronoUnit.MILLIS);
        this.published = new PublishedAlerts(workspace).numbers();
    }

    /**
     * What a file tells.
     *
     * @param file the file
     * @param rows its rows in order of their lines, each with its fate
     * @param replaced outcomes typed earlier that it corrects
     * @param takenBefore whether the same content lies in the inbox or in the lake already
     */
    public record Told(FeedFile file, List<OutcomeRow> rows, int replaced, boolean takenBefore) {

        /** Copies the list. */
        public Told {
            rows = List.copyOf(rows);
        }

        /** Rows of one fate. */
        public long of(String fate) {
            return rows.stream().filter(row -> row.fate().equals(fate)).count();
        }
    }

    /** Numbers of every alert published. */
    public Set<String> published() {
        return published;
    }

    /** Local time at which the file is taken, to the millisecond: two files of one second keep their order. */
    public LocalDateTime at() {
        return now;
    }

    /** Reads a file without keeping anything; throws {@link FeedException} when it cannot be used as a whole. */
    public Told read(Path path) {
        FeedFile file = FeedFiles.fileOf(path, Feed.OUTCOMES);
        List<FeedFile> earlier = FeedFiles.list(inbox(), settings.feeds()).files().stream()
                .filter(one -> one.feed() == Feed.OUTCOMES && !one.id().equals(file.id()))
                .toList();
        List<Row> typed = new ArrayList<>();
        List<OutcomeRow> rejected = new ArrayList<>();
        earlier.forEach(one -> readEarlier(one, typed));
        TypedFile.read(file, feed(), context(), sink(typed, rejected));
        OutcomeVersions.Fates fates = new OutcomeVersions(published).of(file.id(), typed);
        List<OutcomeRow> rows = new ArrayList<>(fates.rows());
        rows.addAll(rejected);
        rows.sort(Comparator.comparingLong(OutcomeRow::line));
        return new Told(file, rows, fates.replaced(), takenBefore(file));
    }

    /**
     * Puts the file into the inbox, flushed to disk when this returns; gives where it lies. Throws {@link DataRefused} when
     * nothing of it can be used.
     */
    public Path keep(Told told) {
        requireUsable(told);
        Path target = inbox().resolve(targetName(told.file()));
        Path draft = inbox().resolve(".outcomes-" + UUID.randomUUID());
        try {
            Files.copy(told.file().toPath(), draft);
            if (!FeedFiles.fileOf(draft, Feed.OUTCOMES).id().equals(told.file().id())) {
                throw new FeedException(
                        Message.of("feed.file", "file", told.file().name()).with("reason", Message.of("feed.changed")));
            }
            flush(draft, StandardOpenOption.WRITE);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            flush(inbox(), StandardOpenOption.READ);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
        } finally {
            draft.toFile().delete();
        }
    }

    private void requireUsable(Told told) {
        long rejected = told.of(OutcomeRow.REJECTED);
        if (rejected + told.of(OutcomeRow.OUT_OF_SCOPE) == told.rows().size()) {
            throw new DataRefused(
                    Message.of("outcomes.none", "file", told.file().name())
                            .with("rows", told.rows().size()));
        }
        long rows = told.rows().size();
        Ingest.refuseIfTooManyRejects(List.of(new Manifest.FileRead(
                Feed.OUTCOMES.yamlName(), told.file().name(), told.file().id(), rows, rows - rejected)));
    }

    private String targetName(FeedFile file) {
        String pattern = feed().files();
        return ReceivedName.of(pattern, file.name(), file.id(), now)
                .filter(name -> FeedFiles.feedOf(name, settings.feeds())
                        .filter(Feed.OUTCOMES::equals)
                        .isPresent())
                .orElseThrow(() -> new SettingsException(Message.of("outcomes.pattern", "pattern", pattern)));
    }

    private boolean takenBefore(FeedFile file) {
        return FeedFiles.list(inbox(), settings.feeds()).files().stream()
                        .anyMatch(one -> one.id().equals(file.id()))
                || new Manifests(workspace.lake())
                        .latest().files().stream().anyMatch(one -> one.fileId().equals(file.id()));
    }

    /** Rows typed before; a file of the inbox that cannot be read is told by the run, not here. */
    private void readEarlier(FeedFile file, List<Row> typed) {
        try {
            TypedFile.read(file, feed(), context(), sink(typed, new ArrayList<>()));
        } catch (FeedException e) {
            return;
        }
    }

    private static TypedFile.Sink sink(List<Row> typed, List<OutcomeRow> rejected) {
        return new TypedFile.Sink() {
            @Override
            public void typed(Row row) {
                typed.add(row);
            }

            @Override
            public void rejected(Reject reject) {
                rejected.add(OutcomeRow.rejected(reject));
            }
        };
    }

    private TypingContext context() {
        return new TypingContext(settings.timezone(), now, false, settings.language());
    }

    private FeedSettings feed() {
        return Objects.requireNonNull(settings.feeds().get(Feed.OUTCOMES));
    }

    private Path inbox() {
        return workspace.inbox();
    }

    private static void flush(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }
}

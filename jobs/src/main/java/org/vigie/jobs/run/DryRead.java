package org.vigie.jobs.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.vigie.jobs.feeds.ExportReader;
import org.vigie.jobs.feeds.FeedException;
import org.vigie.jobs.feeds.FeedFile;
import org.vigie.jobs.feeds.FeedFiles;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.lake.Manifests;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.staged.Ingest;
import org.vigie.jobs.staged.Reject;
import org.vigie.jobs.staged.TypedFile;
import org.vigie.jobs.staged.TypingContext;

/** Reads the inbox as a run would, without Spark and without keeping anything. */
public final class DryRead {

    private final Settings settings;
    private final Manifest manifest;
    private final FeedFiles inbox;
    private final Deliveries deliveries;
    private final Instant now;

    /**
     * What a file holds.
     *
     * @param name file name
     * @param feed feed in the words of the settings
     * @param read rows
     * @param rejected rows that break a rule
     * @param rules rows by rule
     * @param unreadSheets sheets of a workbook that are not read
     * @param refusal why the file as a whole cannot be used; empty when it can
     */
    public record FileCheck(
            String name,
            String feed,
            long read,
            long rejected,
            TreeMap<String, Long> rules,
            List<String> unreadSheets,
            String refusal) {}

    /** A look at the inbox of a workspace; throws what a run would when there is nothing to read. */
    public DryRead(Workspace workspace, Settings settings, Instant now) {
        this.settings = settings;
        this.manifest = new Manifests(workspace.lake()).latest();
        this.deliveries = new Deliveries(workspace, settings, manifest);
        this.inbox = FeedFiles.list(workspace.inbox(), settings.feeds());
        this.now = now;
    }

    /** Names of files that match no feed. */
    public List<String> unmatched() {
        return inbox.unmatched();
    }

    /** Every file that belongs to a feed, in order of its name. */
    public List<FileCheck> files() {
        deliveries.requireEnough();
        return inbox.files().stream().map(this::check).toList();
    }

    /** Throws what a run would when too little of this can be used. */
    public void requireUsable(List<FileCheck> files) {
        List<Manifest.FileRead> read = new ArrayList<>(manifest.files());
        TreeMap<String, String> refused = new TreeMap<>();
        for (FileCheck file : files) {
            if (file.refusal().isEmpty()) {
                read.add(new Manifest.FileRead(
                        file.feed(), file.name(), "", file.read(), file.read() - file.rejected()));
            } else {
                refused.put(file.name(), file.refusal());
            }
        }
        Ingest.refuseIfTooManyRejects(read.subList(manifest.files().size(), read.size()));
        Manifest seen = new Manifest(
                manifest.number(), List.of(new Manifest.Batch("check", now.toString(), new TreeMap<>(), read)));
        deliveries.requireReadable(new Ingest.Ingested(seen, refused));
    }

    private FileCheck check(FeedFile file) {
        TreeMap<String, Long> rules = new TreeMap<>();
        TypedFile.Sink sink = new TypedFile.Sink() {
            @Override
            public void typed(Row row) {
                // only counted
            }

            @Override
            public void rejected(Reject reject) {
                rules.merge(reject.rule().code(), 1L, Long::sum);
            }
        };
        String feed = file.feed().yamlName();
        TypingContext context = new TypingContext(
                settings.timezone(),
                now.atZone(settings.timezone()).toLocalDateTime(),
                manifest.files().isEmpty(),
                settings.language());
        try {
            TypedFile.Counts counts =
                    TypedFile.read(file, Objects.requireNonNull(settings.feeds().get(file.feed())), context, sink);
            return new FileCheck(
                    file.name(), feed, counts.read(), counts.rejected(), rules, ExportReader.unreadSheets(file), "");
        } catch (FeedException e) {
            return new FileCheck(file.name(), feed, 0, 0, rules, List.of(), e.in(settings.language()));
        }
    }
}

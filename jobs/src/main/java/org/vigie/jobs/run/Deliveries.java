package org.vigie.jobs.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedFile;
import org.vigie.jobs.feeds.FeedFiles;
import org.vigie.jobs.feeds.FeedSettings;
import org.vigie.jobs.lake.Manifest;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.staged.DataRefused;
import org.vigie.jobs.staged.Ingest;
import org.vigie.jobs.texts.Message;

/** What lies in the inbox beside what the lake already holds. */
final class Deliveries {

    private final FeedFiles inbox;
    private final Manifest manifest;
    private final Settings settings;

    Deliveries(Workspace workspace, Settings settings, Manifest manifest) {
        this.inbox = FeedFiles.list(workspace.inbox(), settings.feeds());
        this.manifest = manifest;
        this.settings = settings;
    }

    /** Files that no batch holds. */
    List<FeedFile> unseen() {
        return Ingest.unseen(inbox.files(), manifest);
    }

    /** Names of files that match no feed. */
    List<String> unmatched() {
        return inbox.unmatched();
    }

    /** Throws {@link DataRefused} when nothing was ever delivered, or nothing for a feed that must be there. */
    void requireEnough() {
        if (inbox.files().isEmpty() && manifest.files().isEmpty()) {
            throw new DataRefused(
                    inbox.unmatched().isEmpty()
                            ? Message.of("data.empty-inbox")
                            : Message.of("data.unmatched-inbox", "files", String.join(", ", inbox.unmatched())));
        }
        Set<Feed> delivered = new HashSet<>();
        inbox.files().forEach(file -> delivered.add(file.feed()));
        manifest.files().forEach(file -> Feed.named(file.feed()).ifPresent(delivered::add));
        requireEach(delivered, Map.of());
    }

    /** Throws {@link DataRefused} when a feed that must be there has no readable file. */
    void requireReadable(Ingest.Ingested ingested) {
        Set<Feed> readable = new HashSet<>();
        ingested.manifest().files().forEach(file -> Feed.named(file.feed()).ifPresent(readable::add));
        requireEach(readable, ingested.refused());
    }

    private void requireEach(Set<Feed> there, Map<String, String> refused) {
        for (Map.Entry<Feed, FeedSettings> feed : settings.feeds().entrySet()) {
            boolean needed = !feed.getValue().optional() || feed.getKey() == Feed.SITES;
            if (needed && !there.contains(feed.getKey())) {
                throw new DataRefused(
                        Message.of("data.no-file", "feed", feed.getKey().yamlName())
                                .with("why", why(feed.getValue().files(), refused)));
            }
        }
    }

    private static Message why(String pattern, Map<String, String> refused) {
        List<String> reasons = new ArrayList<>();
        refused.forEach((name, reason) -> {
            if (FeedFiles.matches(name, pattern)) {
                reasons.add(reason);
            }
        });
        return reasons.isEmpty()
                ? Message.of("data.nothing-matches", "pattern", pattern)
                : Message.of("data.reasons", "reasons", String.join(" ; ", reasons));
    }

    /** Names everything that the tables of a week are made from: equal digests, equal tables. */
    String digest(IsoWeek week) {
        TreeSet<String> contents = new TreeSet<>();
        manifest.files().forEach(file -> contents.add(file.fileId() + " " + file.name()));
        inbox.files().forEach(file -> contents.add(file.id() + " " + file.name()));
        inbox.unmatched().forEach(name -> contents.add("unmatched " + name));
        contents.add("settings " + settings.digest());
        contents.add("code " + BuildVersion.current());
        contents.add("week " + week);
        return shortDigest(String.join("\n", contents));
    }

    static String shortDigest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

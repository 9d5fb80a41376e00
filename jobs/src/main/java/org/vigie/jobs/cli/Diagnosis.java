package org.vigie.jobs.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.dashboards.tables.Freshness;
import org.vigie.jobs.run.DryRead;
import org.vigie.jobs.run.Standing;
import org.vigie.jobs.schedule.ExpectedWeek;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.staged.DataRefused;
import org.vigie.jobs.texts.Sentences;

/** What is wrong with a workspace: one line each, with what to do. */
final class Diagnosis {

    private static final Set<String> UNUSUAL = Set.of("EN_DESSOUS", "AU_DESSUS");
    private static final long LEAST_FREE_BYTES = 1L << 30;

    private final Workspace workspace;
    private final Settings settings;
    private final Instant now;
    private final Sentences sentences;
    private final StandingText text;
    private final List<String> troubles = new ArrayList<>();

    Diagnosis(Workspace workspace, Settings settings, Instant now) {
        this.workspace = workspace;
        this.settings = settings;
        this.now = now;
        this.sentences = Sentences.of(settings.language());
        this.text = new StandingText(settings);
    }

    List<String> troubles() {
        troubles.clear();
        Standing standing = Standing.of(workspace, settings);
        ExpectedWeek.at(settings, now)
                .filter(expected -> !StandingText.isThere(expected, standing))
                .ifPresent(this::late);
        inbox(standing);
        if (standing.run().interrupted()) {
            add("doctor.interrupted", Map.of("workspace", workspace.root().toString()));
        }
        standing.feeds().forEach(this::feed);
        long free = workspace.root().toFile().getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            add("doctor.disk", Map.of("megabytes", free >> 20));
        }
        return List.copyOf(troubles);
    }

    private void late(ExpectedWeek expected) {
        add(
                "doctor.late",
                Map.of(
                        "week", expected.week().toString(),
                        "by", text.when(expected.by()),
                        "workspace", workspace.root().toString()));
    }

    /** What a run would say of the inbox now; a refusal of the past that would not come again needs a new run only. */
    private void inbox(Standing standing) {
        int before = troubles.size();
        try {
            DryRead dry = new DryRead(workspace, settings, now);
            List<DryRead.FileCheck> files = dry.files();
            files.stream()
                    .filter(file -> !file.refusal().isEmpty())
                    .forEach(file -> add("doctor.file", Map.of("why", file.refusal())));
            dry.unmatched().forEach(name -> add("doctor.unmatched", Map.of("file", name)));
            dry.requireUsable(files);
        } catch (DataRefused e) {
            add("doctor.refused", Map.of("why", e.in(settings.language())));
        }
        if (standing.run().refused() && troubles.size() == before) {
            add("doctor.refused-before", Map.of("workspace", workspace.root().toString()));
        }
    }

    private void feed(Standing.FeedStanding feed) {
        if (feed.days().isPresent() && Freshness.isLate(feed.feed(), feed.days().getAsInt())) {
            add("doctor.feed", Map.of("feed", feed.feed(), "days", feed.days().getAsInt()));
        }
        feed.volume()
                .filter(volume -> UNUSUAL.contains(volume.state()))
                .ifPresent(volume -> add("doctor.volume", Map.of("feed", feed.feed(), "volume", text.volume(volume))));
    }

    private void add(String key, Map<String, ?> arguments) {
        troubles.add(sentences.say(key, arguments));
    }
}

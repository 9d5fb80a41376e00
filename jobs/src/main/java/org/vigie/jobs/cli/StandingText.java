package org.vigie.jobs.cli;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.dashboards.tables.Freshness;
import org.vigie.dashboards.texts.Language;
import org.vigie.dashboards.texts.Texts;
import org.vigie.jobs.run.Standing;
import org.vigie.jobs.schedule.ExpectedWeek;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.texts.Sentences;

/** How a workspace stands, in the lines that people read. */
final class StandingText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Settings settings;
    private final Sentences sentences;
    private final Texts words;

    StandingText(Settings settings) {
        this.settings = settings;
        this.sentences = Sentences.of(settings.language());
        this.words = Texts.of(Language.of(settings.language()));
    }

    List<String> lines(Standing standing, Optional<ExpectedWeek> expected, Optional<Instant> next) {
        List<String> lines = new ArrayList<>();
        lines.add(published(standing));
        expected.ifPresent(week -> lines.add(expected(week, standing)));
        next.ifPresent(firing -> lines.add(sentences.say("status.next", Map.of("when", when(firing)))));
        if (standing.run().atWork()) {
            lines.add(sentences.say("status.at-work"));
        }
        if (standing.run().refused()) {
            lines.add(sentences.say("status.refused"));
        }
        lines.add(waiting(standing));
        if (standing.newest().isPresent()) {
            lines.add(alerts(standing));
            standing.feeds().forEach(feed -> lines.add(feed(feed)));
        }
        return lines;
    }

    private String published(Standing standing) {
        return standing.newest()
                .map(newest -> sentences.say(
                        "status.published",
                        Map.of(
                                "landlord", settings.landlord(),
                                "week", newest.week().toString(),
                                "revision", newest.revision(),
                                "when", when(newest.finished()),
                                "weeks", standing.weeks())))
                .orElseGet(() -> sentences.say("status.nothing", Map.of("landlord", settings.landlord())));
    }

    private String expected(ExpectedWeek expected, Standing standing) {
        return sentences.say(
                isThere(expected, standing) ? "status.there" : "status.late",
                Map.of("week", expected.week().toString(), "by", when(expected.by())));
    }

    /** Whether the newest published week is not older than the one expected. */
    static boolean isThere(ExpectedWeek expected, Standing standing) {
        return standing.newest()
                .filter(newest -> newest.week().compareTo(expected.week()) >= 0)
                .isPresent();
    }

    private String waiting(Standing standing) {
        return sentences.say(
                "status.waiting",
                Map.of("files", standing.waiting().size(), "names", String.join(", ", standing.waiting())));
    }

    private String alerts(Standing standing) {
        String states = standing.alerts().entrySet().stream()
                .map(state -> sentences.say(
                        "status.state",
                        Map.of("state", words.say("state." + state.getKey()), "alerts", state.getValue())))
                .collect(Collectors.joining(", "));
        return states.isEmpty()
                ? sentences.say("status.no-alerts")
                : sentences.say("status.alerts", Map.of("states", states));
    }

    private String feed(Standing.FeedStanding feed) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("feed", feed.feed());
        arguments.put("files", feed.files());
        arguments.put("fresh", feed.days().isPresent() ? freshness(feed) : "");
        arguments.put(
                "volume",
                feed.volume()
                        .map(volume -> sentences.say("status.and") + volume(volume))
                        .orElse(""));
        return sentences.say("status.feed", arguments);
    }

    private String freshness(Standing.FeedStanding feed) {
        int days = feed.days().orElse(0);
        return sentences.say("status.and")
                + sentences.say(
                        Freshness.isLate(feed.feed(), days) ? "status.feed.late" : "status.feed.fresh",
                        Map.of("days", days));
    }

    /** Observed count and expected interval. */
    String volume(Standing.Volume volume) {
        return sentences.say(
                "status.volume." + volume.state(),
                Map.of(
                        "weeks", volume.weeks(),
                        "observed", volume.observed(),
                        "low", volume.low(),
                        "high", volume.high()));
    }

    /** A moment in the landlord's time zone. */
    String when(Instant instant) {
        ZonedDateTime local = instant.atZone(settings.timezone());
        String day = words.formats().longDay(local.toLocalDate());
        return sentences.say("schedule.when", Map.of("day", day, "time", TIME.format(local)));
    }
}

package org.vigie.jobs.schedule;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.texts.Language;
import org.vigie.dashboards.texts.Texts;
import org.vigie.jobs.run.WeeklyRun;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.texts.Explained;
import org.vigie.jobs.texts.Sentences;

/** The lines that the schedule prints, in the landlord's language and time zone. */
final class ScheduleLines {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Settings settings;
    private final Sentences sentences;

    ScheduleLines(Settings settings) {
        this.settings = settings;
        this.sentences = Sentences.of(settings.language());
    }

    /** What is scheduled. */
    String opening(Workspace workspace) {
        return sentences.say(
                "schedule.opening",
                Map.of(
                        "workspace",
                        workspace.root().toString(),
                        "cron",
                        settings.schedule().weekly(),
                        "zone",
                        settings.timezone().getId()));
    }

    /** When it fires next; a firing whose time has passed was missed. */
    String next(Optional<Instant> next, Instant now) {
        return next.map(at ->
                        sentences.say(at.isBefore(now) ? "schedule.missed" : "schedule.next", Map.of("when", when(at))))
                .orElseGet(() -> sentences.say("schedule.never"));
    }

    /** How one stops it. */
    String hint() {
        return sentences.say("schedule.hint");
    }

    /** It stops when the run at work has ended. */
    String stopping() {
        return sentences.say("schedule.stopping");
    }

    /** It has stopped. */
    String stopped() {
        return sentences.say("schedule.stopped");
    }

    /** A firing that ended well. */
    String done(Firing firing, IsoWeek week, WeeklyRun.Outcome outcome, Workspace workspace) {
        String page =
                workspace.published(week).resolve("pages").resolve("index.html").toString();
        String result = outcome.published().contains(week)
                ? sentences.say("run.published", Map.of("week", week.toString(), "page", page))
                : sentences.say("run.unchanged", Map.of("week", week.toString()));
        String refused = outcome.refused().isEmpty()
                ? ""
                : sentences.say(
                        "schedule.refused",
                        Map.of("files", String.join(", ", outcome.refused().keySet())));
        return line(firing, result + refused);
    }

    /** A firing that failed and will be tried again. */
    String failed(Firing firing, IsoWeek week, Throwable failure, Retry retry) {
        return line(
                firing,
                sentences.say(
                        "schedule.retry",
                        Map.of(
                                "week",
                                week.toString(),
                                "why",
                                reason(failure),
                                "number",
                                retry.number(),
                                "most",
                                retry.most(),
                                "next",
                                when(retry.at()))));
    }

    /** A firing that failed for the last time. */
    String failedForGood(Firing firing, IsoWeek week, Throwable failure) {
        return line(firing, sentences.say("schedule.failed", Map.of("week", week.toString(), "why", reason(failure))));
    }

    /** Which retry of how many, and when. */
    record Retry(int number, int most, Instant at) {}

    private String line(Firing firing, String result) {
        return sentences.say("schedule.line", Map.of("when", when(firing.fired()), "result", result));
    }

    private String when(Instant instant) {
        ZonedDateTime local = instant.atZone(settings.timezone());
        String day = Texts.of(Language.of(settings.language())).formats().longDay(local.toLocalDate());
        return sentences.say("schedule.when", Map.of("day", day, "time", TIME.format(local)));
    }

    /** What was made to be read, else the innermost cause, which says most. */
    private String reason(Throwable failure) {
        if (failure instanceof Explained explained) {
            return explained.in(settings.language());
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return said.isEmpty() || cause.getMessage() == null ? cause.getClass().getSimpleName() : said;
    }
}

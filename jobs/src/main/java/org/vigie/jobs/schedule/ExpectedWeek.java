package org.vigie.jobs.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.settings.Settings;

/**
 * The week that {@code schedule.weekly} lets people expect to be published by now, whoever starts the runs.
 *
 * @param week the last week that had ended when the schedule fired
 * @param by when it should have been there
 */
public record ExpectedWeek(IsoWeek week, Instant by) {

    /** Room for a run and for its retries, which end {@link WeeklySchedule#RETRY_DELAYS} after the firing. */
    private static final Duration GRACE = Duration.ofHours(4);

    /** How far back a firing is looked for: near first, for a schedule that fires often. */
    private static final List<Duration> LOOK_BACK = List.of(
            Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(8), Duration.ofDays(35), Duration.ofDays(400));

    /** What is expected at a moment; empty when the schedule has not fired for more than a year. */
    public static Optional<ExpectedWeek> at(Settings settings, Instant now) {
        CronExpression weekly = cron(settings);
        Instant limit = now.minus(GRACE);
        return LOOK_BACK.stream()
                .flatMap(back -> last(weekly, limit.minus(back), limit).stream())
                .findFirst()
                .map(firing -> new ExpectedWeek(ended(settings, firing), firing.plus(GRACE)));
    }

    /** When the schedule fires next; empty when it never does again. */
    public static Optional<Instant> nextFiring(Settings settings, Instant now) {
        return after(cron(settings), now);
    }

    private static Optional<Instant> last(CronExpression weekly, Instant from, Instant limit) {
        Optional<Instant> last = Optional.empty();
        Optional<Instant> firing = after(weekly, from);
        while (firing.filter(at -> !at.isAfter(limit)).isPresent()) {
            last = firing;
            firing = after(weekly, firing.orElseThrow());
        }
        return last;
    }

    private static Optional<Instant> after(CronExpression weekly, Instant moment) {
        return Optional.ofNullable(weekly.getNextValidTimeAfter(Date.from(moment)))
                .map(Date::toInstant);
    }

    private static IsoWeek ended(Settings settings, Instant firing) {
        return IsoWeek.of(firing.atZone(settings.timezone()).toLocalDate()).plusWeeks(-1);
    }

    /** The cron of the settings; throws {@link org.vigie.jobs.settings.SettingsException} when it cannot be read. */
    static CronExpression cron(Settings settings) {
        try {
            CronExpression weekly = new CronExpression(settings.schedule().weekly());
            weekly.setTimeZone(TimeZone.getTimeZone(settings.timezone()));
            return weekly;
        } catch (ParseException e) {
            throw WeeklySchedule.refused(settings.schedule().weekly(), "settings.cron-unreadable");
        }
    }
}

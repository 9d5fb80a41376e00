package org.vigie.jobs.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.SharedSpark;
import org.vigie.jobs.lake.TableRows;
import org.vigie.jobs.siteweeks.SiteWeekTables;
import org.vigie.jobs.siteweeks.SiteWeeks;

class FeedPulseTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int FIRST = WeekAxis.weekOf(START);

    private final TableRows facts =
            TableRows.of(SiteWeekTables.FACTS, "feed", "INCIDENTS", "site_id", "RES1", "fate", "used");
    private int number;

    @Test
    void aFeedThatStopsIsSilentOnceChanceWouldHardlyDoIt() {
        weekly("INCIDENTS", "RES1", 0, 60, 2);

        FeedPulse pulse = pulse();

        // with 2 facts a week, exp(-2 L) falls below 1e-4 after five empty weeks
        assertThat(pulse.silent("INCIDENTS", "AG1", FIRST + 63)).isFalse();
        assertThat(pulse.silent("INCIDENTS", "AG1", FIRST + 64)).isTrue();
        assertThat(pulse.silentFeeds("AG1", FIRST + 64)).containsExactly("INCIDENTS");
    }

    @Test
    void anAgencyThatReportsLittleIsGivenMoreTime() {
        for (int week = 0; week < 60; week += 10) {
            weekly("INCIDENTS", "RES1", week, week + 1, 1);
        }

        assertThat(pulse().silent("INCIDENTS", "AG1", FIRST + 64)).isFalse();
    }

    @Test
    void aFeedIsAliveAgainWhenFactsComeBack() {
        weekly("INCIDENTS", "RES1", 0, 60, 2);
        weekly("INCIDENTS", "RES1", 80, 82, 2);

        FeedPulse pulse = pulse();

        assertThat(pulse.silent("INCIDENTS", "AG1", FIRST + 79)).isTrue();
        assertThat(pulse.silent("INCIDENTS", "AG1", FIRST + 81)).isFalse();
    }

    @Test
    void silenceIsJudgedByWhatWasKnownThen() {
        weekly("INCIDENTS", "RES1", 0, 60, 2);
        // what happened in weeks 60 to 69 arrived in week 70
        for (int week = 60; week < 70; week++) {
            add("INCIDENTS", "RES1", week, 70);
        }

        FeedPulse pulse = pulse();

        assertThat(pulse.silent("INCIDENTS", "AG1", FIRST + 69)).isTrue();
        assertThat(pulse.silent("INCIDENTS", "AG1", FIRST + 70)).isFalse();
    }

    @Test
    void aFeedThatNeverCoveredAnAgencyIsNotSilentThere() {
        weekly("INCIDENTS", "RES1", 0, 60, 2);
        weekly("INCIVILITIES", "RES2", 0, 60, 2);

        assertThat(pulse().silentFeeds("AG1", FIRST + 59)).isEmpty();
    }

    @Test
    void aFewStrayOldRowsDoNotBeginAFeed() {
        add("INCIDENTS", "RES1", 0, 0);
        add("INCIDENTS", "RES1", 7, 7);
        weekly("INCIDENTS", "RES1", 200, 300, 4);

        assertThat(pulse().firstWeek("INCIDENTS", FIRST + 299)).isBetween(FIRST + 188, FIRST + 200);
    }

    @Test
    void aWeekBeforeTheFirstFactHasNoHistory() {
        weekly("INCIDENTS", "RES1", 100, 120, 2);

        FeedPulse pulse = pulse();

        assertThat(pulse.firstWeek("INCIDENTS", FIRST)).isEqualTo(FIRST);
        assertThat(pulse.silent("INCIDENTS", "AG1", FIRST)).isFalse();
    }

    @Test
    void afterwardsEveryWeekOfASilenceIsKnown() {
        weekly("INCIDENTS", "RES1", 0, 60, 2);
        weekly("INCIDENTS", "RES1", 80, 90, 2);
        // too short to be more than chance
        weekly("INCIDENTS", "RES1", 92, 100, 2);

        assertThat(pulse().silentWeeks(FIRST + 99, 100)).isEqualTo(silence("AG1", 60, 80));
    }

    @Test
    void theWeeksBeforeAFeedBeganAreSilent() {
        weekly("INCIDENTS", "RES1", 0, 60, 2);
        weekly("INCIDENTS", "RES2", 30, 60, 2);
        weekly("INCIVILITIES", "RES2", 20, 60, 2);

        assertThat(pulse().silentWeeks(FIRST + 59, 60)).isEqualTo(silence("AG2", 0, 30));
    }

    private static List<SilentWeek> silence(String agency, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(week -> new SilentWeek(agency, START.plusWeeks(week)))
                .toList();
    }

    private void weekly(String feed, String site, int from, int to, int each) {
        for (int week = from; week < to; week++) {
            for (int i = 0; i < each; i++) {
                add(feed, site, week, week);
            }
        }
    }

    private void add(String feed, String site, int week, int knownIn) {
        facts.row(
                "feed",
                feed,
                "site_id",
                site,
                "fact_id",
                "F" + number++,
                "week",
                START.plusWeeks(week),
                "known_on",
                START.plusWeeks(knownIn));
    }

    private FeedPulse pulse() {
        var sites = TableRows.of(SiteWeekTables.SITES)
                .row("site_id", "RES1", "agency", "AG1")
                .row("site_id", "RES2", "agency", "AG2")
                .dataset();
        var none = SharedSpark.session().emptyDataFrame();
        return FeedPulse.of(new SiteWeeks(sites, facts.dataset(), none, none, none, none, none, none));
    }
}

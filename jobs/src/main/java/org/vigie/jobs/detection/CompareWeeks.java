package org.vigie.jobs.detection;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.lake.Table;
import org.vigie.jobs.settings.DetectionSettings;
import org.vigie.jobs.siteweeks.SiteWeeks;

/**
 * What could be counted of every site at the end of each of some past weeks, as known then, by methods that look at one
 * series alone; and, for the comparison only, what came in the four weeks after.
 */
public final class CompareWeeks {

    /** Weeks that forecasts are about. */
    public static final int WEEKS_AHEAD = 4;

    /** One row per site and past week. Handed from stage to stage and not kept. */
    public static final Table COMPARED = Table.named("backtest/compared")
            .text("site_id", "unit scored")
            .date("week", "Monday of the past week; nothing known later was read, but for the last two columns")
            .number("dwellings", "dwellings")
            .number("farrington_p", "p-value of Farrington flexible on all facts of the site; empty when not assessed")
            .number("ears_p", "p-value of EARS C2 on the same series; empty when not assessed")
            .count("facts_recent", "all facts of the last four weeks")
            .count("facts_year", "all facts of the last 52 weeks")
            .count("escalations_year", "facts of the kinds that the forecast is about, in the last 52 weeks")
            .count("escalations_last_year", "the same, in the four weeks ahead, a year earlier")
            .number(
                    "escalations_mean",
                    "the same, a week, mean of the weeks of the last 52 in which the site was followed")
            .count("ahead", "the same, in the four weeks ahead, as known at the end; empty when they are not over")
            .count("first_ahead", "which of these weeks holds the first of them, from 1; 0 for none");

    private CompareWeeks() {}

    /**
     * Rows of {@link #COMPARED}.
     *
     * @param joined feeds as known at {@code end}
     * @param last last week looked at, {@code settings.horizonWeeks()} weeks in all
     * @param end last week of which anything is known
     */
    public static Dataset<Row> of(SiteWeeks joined, IsoWeek last, IsoWeek end, DetectionSettings settings) {
        List<JudgementPlan.WeekToJudge> weeks =
                JudgeSites.horizon(FeedPulse.of(joined), WeekAxis.weekOf(last.monday()), settings);
        int oldest = weeks.stream()
                .mapToInt(JudgementPlan.WeekToJudge::firstWeek)
                .min()
                .orElseThrow();
        LocalDate since = WeekAxis.mondayOf(oldest).minusWeeks(2L * ComparedSite.YEAR);
        ComparedSite step = new ComparedSite(weeks, WeekAxis.weekOf(end.monday()));
        return JudgeSites.rows(SiteEvents.of(joined, since, settings.buckets()), COMPARED.schema(), step::rows);
    }
}

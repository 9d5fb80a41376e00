package org.vigie.jobs.detection;

import static org.vigie.jobs.detection.CompareWeeks.WEEKS_AHEAD;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.baseline.CountSeries;
import org.vigie.analytics.baseline.FarringtonBaselineSettings;
import org.vigie.analytics.baseline.Timeline;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.prospective.Ears;
import org.vigie.analytics.prospective.EarsSettings;
import org.vigie.analytics.prospective.Evidence;
import org.vigie.analytics.prospective.FarringtonFlexible;
import org.vigie.analytics.prospective.FarringtonFlexibleSettings;

/** Rows of {@link CompareWeeks#COMPARED} for one site: runs inside a task. */
final class ComparedSite implements Serializable {

    static final int YEAR = 52;

    private static final long serialVersionUID = 1L;
    private static final int MOST_YEARS = 3;
    private static final SiteRecord.Series ALL = new SiteRecord.AllFacts();

    private final int[] weeks;
    private final int[] firstWeeks;
    private final int end;

    ComparedSite(List<JudgementPlan.WeekToJudge> weeks, int end) {
        this.weeks = weeks.stream().mapToInt(JudgementPlan.WeekToJudge::asOf).toArray();
        this.firstWeeks =
                weeks.stream().mapToInt(JudgementPlan.WeekToJudge::firstWeek).toArray();
        this.end = end;
    }

    void rows(SiteRecord site, List<Row> out) {
        for (int i = 0; i < weeks.length; i++) {
            if (site.followedIn(weeks[i])) {
                out.add(row(site, weeks[i], firstWeeks[i]));
            }
        }
    }

    private Row row(SiteRecord site, int week, int firstWeek) {
        double[] year = counts(site, week, week - YEAR + 1, ALL);
        double[] escalations = counts(site, week, week - YEAR + 1, SiteRecord.Marked.ESCALATIONS);
        int followed = site.followedWeeks(week, YEAR);
        CountSeries series = series(site, week, firstWeek);
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                site.siteId(),
                WeekAxis.mondayOf(week),
                site.dwellings(),
                farrington(series),
                ears(series),
                whole(year, YEAR - WEEKS_AHEAD, YEAR),
                whole(year, 0, YEAR),
                whole(escalations, 0, YEAR),
                whole(escalations, 0, WEEKS_AHEAD),
                (double) whole(escalations, 0, YEAR) / followed));
        values.addAll(ahead(site, week));
        return RowFactory.create(values.toArray());
    }

    /** What came in the weeks ahead, as known at the end; absent when they are not over or the site was given up. */
    private List<@Nullable Object> ahead(SiteRecord site, int week) {
        int last = week + WEEKS_AHEAD;
        if (last > end || !site.followedIn(last)) {
            return Arrays.asList(null, null);
        }
        double[] came = counts(site, end, week + 1, SiteRecord.Marked.ESCALATIONS);
        int first = 0;
        for (int i = WEEKS_AHEAD; i >= 1; i--) {
            first = came[i - 1] > 0 ? i : first;
        }
        return Arrays.asList(whole(came, 0, WEEKS_AHEAD), first);
    }

    private static CountSeries series(SiteRecord site, int week, int firstWeek) {
        int first = Math.max(firstWeek, site.firstFollowed(week));
        double[] counts = counts(site, week, first, ALL);
        return CountSeries.of(
                new Timeline.Dated(new IsoWeek(WeekAxis.mondayOf(first))),
                Arrays.stream(counts)
                        .map(count -> Math.max(0, Math.rint(count)))
                        .toArray());
    }

    /** As many years back as the history holds, three at most; the rule on few recent counts would silence small sites. */
    private static @Nullable Double farrington(CountSeries series) {
        FarringtonFlexibleSettings usual = FarringtonFlexibleSettings.NOUFAILY;
        FarringtonBaselineSettings past = usual.baseline();
        int years = Math.min(MOST_YEARS, (series.length() - 1 - past.halfWindow()) / (YEAR + 1));
        if (years < 1) {
            return null;
        }
        FarringtonFlexible detector = new FarringtonFlexible(new FarringtonFlexibleSettings(
                past.withYears(years), usual.thresholdMethod(), usual.alpha(), 0, 1, usual.power()));
        double pValue = detector.judge(series, series.length() - 1).pValue();
        return Double.isNaN(pValue) ? null : pValue;
    }

    /** Half a fact as the smallest deviation: most baselines of seven weeks are flat. */
    private static @Nullable Double ears(CountSeries series) {
        EarsSettings usual = EarsSettings.usual(EarsSettings.Variant.C2);
        Ears detector = new Ears(new EarsSettings(usual.variant(), usual.baselinePeriods(), 0.5, usual.alpha()));
        double pValue = detector.judge(series, series.length() - 1)
                .fold(Evidence::pValue, Evidence::pValue, reason -> Double.NaN);
        return Double.isNaN(pValue) ? null : pValue;
    }

    private static double[] counts(SiteRecord site, int asOf, int firstWeek, SiteRecord.Series series) {
        double[] counts = site.facts(false, asOf, firstWeek, series);
        double[] found = site.facts(true, asOf, firstWeek, series);
        Arrays.setAll(counts, week -> counts[week] + found[week]);
        return counts;
    }

    private static int whole(double[] counts, int from, int to) {
        return (int) Math.round(Arrays.stream(counts, from, to).sum());
    }
}

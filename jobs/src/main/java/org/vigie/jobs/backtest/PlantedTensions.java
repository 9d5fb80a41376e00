package org.vigie.jobs.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.analytics.evaluation.ClusteredShare;
import org.vigie.analytics.evaluation.EvaluationPeriod;
import org.vigie.analytics.evaluation.KnownTension;
import org.vigie.analytics.evaluation.RaisedAlert;
import org.vigie.analytics.evaluation.TruthScore;
import org.vigie.dashboards.tables.BacktestMeasure;

/**
 * Tensions that were planted and written down: a week is clean at a site while none is active there, nor was in the four
 * weeks before.
 */
final class PlantedTensions implements GroundTruth {

    private static final int GRACE_WEEKS = 4;

    private final SiteWeekPanel panel;
    private final List<KnownTension> tensions;
    private final EvaluationPeriod period;
    private final Map<String, List<KnownTension>> bySite = new HashMap<>();

    PlantedTensions(SiteWeekPanel panel, List<KnownTension> tensions, EvaluationPeriod period) {
        this.panel = panel;
        this.tensions = List.copyOf(tensions);
        this.period = period;
        tensions.forEach(one ->
                bySite.computeIfAbsent(one.site(), site -> new ArrayList<>()).add(one));
    }

    @Override
    public boolean known(int row) {
        return true;
    }

    @Override
    public boolean clean(int row) {
        return !right(row);
    }

    @Override
    public boolean right(int row) {
        IsoWeek week = panel.weekOf(row);
        return bySite.getOrDefault(panel.siteId(row), List.of()).stream().anyMatch(tension -> active(tension, week));
    }

    @Override
    public List<BacktestMeasure> found(
            String scope, String method, String suffix, double at, List<RaisedAlert> alerts) {
        TruthScore score = TruthScore.of(tensions, alerts, period);
        List<BacktestMeasure> found = new ArrayList<>();
        found.add(share(
                        scope,
                        method,
                        "pod" + suffix,
                        score.all().alerted(),
                        score.all().active())
                .at(at));
        found.add(share(
                        scope,
                        method,
                        "pod_strong" + suffix,
                        score.strong().alerted(),
                        score.strong().active())
                .at(at));
        found.add(share(
                        scope,
                        method,
                        "pod_four_weeks" + suffix,
                        score.all().alertedEarly(),
                        score.all().started())
                .at(at));
        found.add(BacktestMeasure.of(
                        scope,
                        method,
                        "delay_weeks" + suffix,
                        score.all().medianWeeksToAlert(),
                        score.all().started())
                .at(at));
        return found;
    }

    private static boolean active(KnownTension tension, IsoWeek week) {
        return week.compareTo(tension.start()) >= 0
                && week.compareTo(tension.end().plusWeeks(GRACE_WEEKS)) <= 0;
    }

    private static BacktestMeasure share(String scope, String method, String measure, int hits, int cases) {
        boolean[] hit = new boolean[cases];
        for (int i = 0; i < hits; i++) {
            hit[i] = true;
        }
        ClusteredShare share = ClusteredShare.of(hit, IntStream.range(0, cases).toArray());
        return Measures.share(scope, method, measure, share);
    }
}

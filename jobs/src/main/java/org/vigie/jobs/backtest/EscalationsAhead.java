package org.vigie.jobs.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.analytics.evaluation.ClusteredShare;
import org.vigie.analytics.evaluation.RaisedAlert;
import org.vigie.dashboards.tables.BacktestMeasure;

/**
 * Where nobody wrote down what was there: a week is clean at a site when no escalation fact follows in four weeks, and it
 * was right to look when one does. A tension that passes without such a fact counts as a false alarm, so these rates are
 * for comparing methods with each other.
 */
final class EscalationsAhead implements GroundTruth {

    private final SiteWeekPanel panel;
    private final double[] ahead;
    private final double[] first;

    EscalationsAhead(SiteWeekPanel panel) {
        this.panel = panel;
        this.ahead = panel.column("ahead");
        this.first = panel.column("first_ahead");
    }

    @Override
    public boolean known(int row) {
        return !Double.isNaN(ahead[row]);
    }

    @Override
    public boolean clean(int row) {
        return ahead[row] == 0;
    }

    @Override
    public boolean right(int row) {
        return ahead[row] > 0;
    }

    /** Of the site-weeks that a fact follows, those alerted; and how many weeks ahead of it, median. */
    @Override
    public List<BacktestMeasure> found(
            String scope, String method, String suffix, double at, List<RaisedAlert> alerts) {
        Set<String> alerted = new HashSet<>();
        alerts.forEach(alert -> alert.shown().forEach(week -> alerted.add(alert.site() + " " + week)));
        int[] followed = panel.where(this::right);
        boolean[] hit = new boolean[followed.length];
        List<Double> lead = new ArrayList<>();
        for (int i = 0; i < followed.length; i++) {
            hit[i] = alerted.contains(panel.siteId(followed[i]) + " " + panel.weekOf(followed[i]));
            if (hit[i]) {
                lead.add(first[followed[i]]);
            }
        }
        ClusteredShare share = ClusteredShare.of(hit, panel.sitesOf(followed));
        double[] sorted =
                lead.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.asList(
                Measures.share(scope, method, "pod" + suffix, share).at(at),
                BacktestMeasure.of(scope, method, "lead_weeks" + suffix, median(sorted), sorted.length)
                        .at(at));
    }

    private static double median(double[] sorted) {
        int count = sorted.length;
        return count == 0 ? Double.NaN : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }
}

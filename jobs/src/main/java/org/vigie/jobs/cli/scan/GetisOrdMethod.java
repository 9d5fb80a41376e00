package org.vigie.jobs.cli.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vigie.analytics.spacetime.GetisOrd;
import org.vigie.analytics.spacetime.LocalDeviate;
import org.vigie.analytics.spacetime.NearestSites;
import org.vigie.analytics.trend.EmergingHotspots;
import org.vigie.jobs.cli.detect.Settings;

/**
 * Getis-Ord Gi* of every site and period, with neighbours in the same period and in earlier ones; with classes, also the
 * pattern of each site's hot and cold periods.
 */
final class GetisOrdMethod implements ScanMethod {

    private static final double ALPHA = .05;

    private final boolean classes;

    GetisOrdMethod(boolean classes) {
        this.classes = classes;
    }

    @Override
    public String name() {
        return classes ? "emerging" : "gi-star";
    }

    @Override
    public List<String> settings() {
        return List.of("k", "lag");
    }

    @Override
    public Scanner with(Settings settings) {
        int neighbours = ScanOptions.neighbours(settings, EvidenceMethod.USUAL_NEIGHBOURS);
        int lag = ScanOptions.lag(settings, classes ? 1 : 0);
        return (plan, watch) -> rows(plan, neighbours, lag);
    }

    private ScanResult rows(ScanPlan plan, int neighbours, int lag) {
        int sites = plan.sites().size();
        int periods = plan.periods();
        double[] stacked = new double[sites * periods];
        int[][] counts = plan.counts();
        Arrays.setAll(stacked, i -> counts[i % sites][i / sites]);
        int[][] nearest = NearestSites.of(plan.sites().x(), plan.sites().y(), neighbours);
        LocalDeviate[] deviates = GetisOrd.star(stacked, GetisOrd.cube(nearest, periods, lag));
        List<ScanResult.SiteRow> rows = new ArrayList<>();
        for (int site = 0; site < sites; site++) {
            double[] z = new double[periods];
            double[] p = new double[periods];
            for (int t = 0; t < periods; t++) {
                z[t] = deviates[t * sites + site].deviate();
                p[t] = deviates[t * sites + site].pValue();
            }
            String pattern = classes ? pattern(z, p) : "";
            for (int t = 0; t < periods; t++) {
                rows.add(new ScanResult.SiteRow(plan.sites().name(site), plan.time(t), z[t], p[t], pattern));
            }
        }
        return new ScanResult.Rows(rows);
    }

    private static String pattern(double[] z, double[] p) {
        return EmergingHotspots.classify(z, p, ALPHA)
                .name()
                .toLowerCase(Locale.ROOT)
                .replace("none", "no_pattern")
                .replace('_', ' ');
    }
}

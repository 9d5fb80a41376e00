package org.vigie.jobs.cli.scan;

import java.util.Arrays;

/**
 * What reference methods expect of each site and period: the column of the file, else the mean of the site's periods
 * before the windows, one period at the mean of all sites added so that no site is expected never to have a fact.
 */
final class ReferenceBaseline {

    private ReferenceBaseline() {}

    /** Expected facts of the newest periods, shape [sites][periods]. */
    static double[][] ofNewest(ScanPlan plan, int periods) {
        return plan.baseline().map(given -> newest(given, periods)).orElseGet(() -> estimated(plan, periods));
    }

    /**
     * Facts of the newest periods as the population shares them: an equal part to every period, in it by the baseline of
     * the file, else by the population of the sites. Shape [sites][periods].
     */
    static double[][] byShare(ScanPlan plan, int periods, double facts) {
        double[] population = plan.sites().population();
        double[][] weights = plan.baseline()
                .map(given -> newest(given, periods))
                .orElseGet(() -> Arrays.stream(population)
                        .mapToObj(people -> {
                            double[] everyPeriod = new double[periods];
                            Arrays.fill(everyPeriod, people);
                            return everyPeriod;
                        })
                        .toArray(double[][]::new));
        double[][] shares = new double[weights.length][periods];
        for (int period = 0; period < periods; period++) {
            int t = period;
            double all = Arrays.stream(weights).mapToDouble(site -> site[t]).sum();
            for (int site = 0; site < shares.length; site++) {
                shares[site][period] = facts / periods * weights[site][period] / all;
            }
        }
        return shares;
    }

    /** The newest columns, shape [sites][periods]. */
    static double[][] newest(double[][] values, int periods) {
        return Arrays.stream(values)
                .map(site -> Arrays.copyOfRange(site, site.length - periods, site.length))
                .toArray(double[][]::new);
    }

    /** Counts as numbers, shape [sites][periods]. */
    static double[][] observed(ScanPlan plan) {
        return Arrays.stream(plan.counts())
                .map(site -> Arrays.stream(site).asDoubleStream().toArray())
                .toArray(double[][]::new);
    }

    private static double[][] estimated(ScanPlan plan, int periods) {
        int past = plan.periods() - periods;
        if (past < 1) {
            throw new IllegalArgumentException(
                    "needs a column baseline, or more periods than max-duration (" + plan.periods() + " given)");
        }
        double[][] observed = observed(plan);
        double[] sums = Arrays.stream(observed)
                .mapToDouble(site -> Arrays.stream(site, 0, past).sum())
                .toArray();
        double usual = Arrays.stream(sums).sum() / past / sums.length;
        if (!(usual > 0)) {
            throw new IllegalArgumentException("needs at least one fact before the windows to expect anything");
        }
        return Arrays.stream(sums)
                .mapToObj(sum -> {
                    double[] expected = new double[periods];
                    Arrays.fill(expected, (sum + usual) / (past + 1));
                    return expected;
                })
                .toArray(double[][]::new);
    }
}

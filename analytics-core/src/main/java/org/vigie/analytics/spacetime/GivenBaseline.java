package org.vigie.analytics.spacetime;

/** Expected counts that the caller brings; only their spread is learned, from the weeks before the newest window. */
final class GivenBaseline implements ExpectedCounts {

    private final double[][] baseline;
    private final int historyWeeks;
    private final double countDispersion;
    private final double shockVariance;

    /**
     * Takes the baseline over, without a copy.
     *
     * @param baseline expected counts, 0 or more, shape [sites][weeks]
     */
    GivenBaseline(SiteWeekCounts counts, double[][] baseline, int historyWeeks) {
        this.baseline = baseline;
        this.historyWeeks = historyWeeks;
        ScanMoments moments = new ScanMoments(counts);
        for (int site = 0; site < counts.sites(); site++) {
            for (int week = 0; week < historyWeeks; week++) {
                moments.add(site, week, baseline[site][week], 1);
            }
        }
        countDispersion = moments.countDispersion();
        shockVariance = moments.shockVariance();
    }

    @Override
    public int historyWeeks() {
        return historyWeeks;
    }

    @Override
    public ExpectedWeeks window(int last, int weeks) {
        double[] mean = new double[baseline.length * weeks];
        for (int site = 0; site < baseline.length; site++) {
            for (int back = 0; back < weeks; back++) {
                mean[site * weeks + back] = baseline[site][last - back];
            }
        }
        return new ExpectedWeeks(mean, new double[baseline.length], countDispersion, shockVariance);
    }
}

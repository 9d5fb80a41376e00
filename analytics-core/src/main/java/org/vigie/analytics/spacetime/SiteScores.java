package org.vigie.analytics.spacetime;

import java.util.Arrays;

/**
 * Scores of single sites, the shock of their neighbourhood taken out, as {@link EvidenceKernel} defines w, v, u and
 * lambda.
 *
 * <p>Cells have shape [sites * weeks], newest week first.
 */
final class SiteScores {

    private final int[] area;
    private final int weeks;
    private final double[] weight;
    private final double[] information;
    private final double[] shrink;
    private final double[] areaSum;
    private final double[] score;
    private ExpectedWeeks expected;

    /**
     * Prepares for sites.
     *
     * @param areas number of each site's neighbourhood, shape [sites]
     * @param weeks longest window
     */
    SiteScores(int[] areas, int weeks) {
        area = areas.clone();
        this.weeks = weeks;
        int cells = area.length * weeks;
        weight = new double[cells];
        information = new double[cells];
        shrink = new double[(Arrays.stream(areas).max().orElse(0) + 1) * weeks];
        areaSum = new double[shrink.length];
        score = new double[cells];
        expected = new ExpectedWeeks(new double[cells], new double[area.length], 0, 0);
    }

    /** The same expectations, with room of its own for scores in another thread. */
    SiteScores(SiteScores other) {
        area = other.area;
        weeks = other.weeks;
        weight = other.weight;
        information = other.information;
        shrink = other.shrink;
        expected = other.expected;
        areaSum = new double[shrink.length];
        score = new double[weight.length];
    }

    /** Sets what is expected. */
    void expect(ExpectedWeeks expectedWeeks) {
        expected = expectedWeeks;
        Arrays.fill(areaSum, 0);
        for (int site = 0; site < area.length; site++) {
            for (int t = 0; t < weeks; t++) {
                int cell = site * weeks + t;
                weight[cell] = 1 / (1 + expected.mean[cell] * expected.countDispersion);
                information[cell] = expected.mean[cell] * weight[cell];
                areaSum[area[site] * weeks + t] += information[cell];
            }
        }
        for (int cell = 0; cell < shrink.length; cell++) {
            shrink[cell] = expected.shockVariance / (1 + expected.shockVariance * areaSum[cell]);
        }
    }

    /** What was set by {@link #expect}. */
    ExpectedWeeks expected() {
        return expected;
    }

    /** Neighbourhood of a site. */
    int area(int site) {
        return area[site];
    }

    /** Neighbourhood of each site, shape [sites]. */
    int[] areas() {
        return area.clone();
    }

    /** Number of neighbourhoods times weeks. */
    int areaCells() {
        return shrink.length;
    }

    /** v of a cell. */
    double information(int cell) {
        return information[cell];
    }

    /** lambda of a neighbourhood and week. */
    double shrink(int areaCell) {
        return shrink[areaCell];
    }

    /**
     * Scores summed from the newest week back; overwritten by the next counts.
     *
     * @param counts facts of the cells
     */
    double[] of(int[] counts) {
        Arrays.fill(areaSum, 0);
        for (int site = 0; site < area.length; site++) {
            for (int t = 0; t < weeks; t++) {
                int cell = site * weeks + t;
                score[cell] = weight[cell] * (counts[cell] - expected.mean[cell]);
                areaSum[area[site] * weeks + t] += score[cell];
            }
        }
        for (int cell = 0; cell < areaSum.length; cell++) {
            areaSum[cell] *= shrink[cell];
        }
        for (int site = 0; site < area.length; site++) {
            double sum = 0;
            for (int t = 0; t < weeks; t++) {
                int cell = site * weeks + t;
                sum += score[cell] - information[cell] * areaSum[area[site] * weeks + t];
                score[cell] = sum;
            }
        }
        return score;
    }
}

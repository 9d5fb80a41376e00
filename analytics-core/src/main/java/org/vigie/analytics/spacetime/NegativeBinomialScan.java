package org.vigie.analytics.spacetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Expectation-based scan of the newest weeks for counts that vary more than Poisson ones.
 *
 * <pre>
 *   y_it negative binomial, mean m_it, variance m_it w_it, w_it = 1 + m_it / size
 *   U = sum c_t (y_it - m_it) / w_it     I = sum c_t^2 m_it / w_it      over sites i and the last d weeks t = 0 (newest), 1...
 *   statistic = U / sqrt(I)              rise = U / I
 *   LASTING c_t = 1                      EMERGING c_t = d - t
 * </pre>
 *
 * <p>U is the score of a common rise of the means by 1 + rise c_t at rise = 0, I its information: the statistic is the
 * efficient score test, rise its first estimate. Source: Tango, Takahashi, Kohriyama 2011, Biometrics 67, 106-115,
 * section 3. Reference: scan_eb_negbin of the R package scanstatistics, whose score is the rise and not the statistic.
 */
public final class NegativeBinomialScan implements QuietScans.PanelScan {

    private final int[][] zones;
    private final int mostWeeks;
    private final double size;
    private final Course course;

    /** How a rise goes. */
    public enum Course {
        /** By the same factor in all its weeks. */
        LASTING,
        /** By more from week to week. */
        EMERGING
    }

    /**
     * Prepares a scan.
     *
     * @param zones indices of sites, shape [zones][any]
     * @param mostWeeks longest duration of a window
     * @param size of the negative binomial law, above 0
     * @param course of the rise that is looked for
     */
    public NegativeBinomialScan(int[][] zones, int mostWeeks, double size, Course course) {
        if (!(size > 0)) {
            throw new IllegalArgumentException("size must be > 0: " + size);
        }
        this.zones = Arrays.stream(zones).map(int[]::clone).toArray(int[][]::new);
        this.mostWeeks = mostWeeks;
        this.size = size;
        this.course = course;
    }

    /**
     * A zone over the last weeks.
     *
     * @param zone index of the zone
     * @param weeks how many, up to the newest
     * @param score U
     * @param information I
     */
    public record Window(int zone, int weeks, double score, double information) {

        /** U / sqrt(I): about standard normal if nothing rose. */
        public double statistic() {
            return score / Math.sqrt(information);
        }

        /** U / I: about what the mean of the oldest week rose by, over that mean. */
        public double rise() {
            return score / information;
        }
    }

    /**
     * All windows, by zone and within a zone by weeks.
     *
     * @param observed facts, newest week last, shape [sites][weeks]
     * @param baseline of the same shape, above 0
     */
    public List<Window> windows(double[][] observed, double[][] baseline) {
        int durations = Math.min(mostWeeks, observed[0].length);
        List<Window> windows = new ArrayList<>(zones.length * durations);
        for (int zone = 0; zone < zones.length; zone++) {
            double[] scores = new double[durations];
            double[] informations = new double[durations];
            for (int site : zones[zone]) {
                for (int t = 0; t < durations; t++) {
                    int week = observed[site].length - 1 - t;
                    double mean = baseline[site][week];
                    double weight = 1 / (1 + mean / size);
                    scores[t] += weight * (observed[site][week] - mean);
                    informations[t] += weight * mean;
                }
            }
            for (int weeks = 1; weeks <= durations; weeks++) {
                windows.add(window(zone, weeks, scores, informations));
            }
        }
        return windows;
    }

    private Window window(int zone, int weeks, double[] scores, double[] informations) {
        double score = 0;
        double information = 0;
        for (int t = 0; t < weeks; t++) {
            double weight = course == Course.LASTING ? 1 : weeks - t;
            score += weight * scores[t];
            information += weight * weight * informations[t];
        }
        return new Window(zone, weeks, score, information);
    }

    /** The largest statistic of all windows. */
    @Override
    public double maximum(double[][] observed, double[][] baseline) {
        return windows(observed, baseline).stream()
                .mapToDouble(Window::statistic)
                .max()
                .orElse(0);
    }
}

package org.vigie.analytics.forecast;

import java.util.ArrayList;
import java.util.List;
import org.vigie.analytics.numeric.Normal;

/**
 * Forecasts beside what came of them, in groups of equal size from the lowest forecasts to the highest (Murphy and Winkler
 * 1977, Applied Statistics 26(1), 41-47).
 */
public final class Reliability {

    private static final int GROUPS = 10;
    private static final double TAIL = 0.05;

    private Reliability() {}

    /**
     * Forecasts of about the same probability.
     *
     * @param group 1 for the lowest tenth; 0 for all forecasts together
     * @param forecasts number of forecasts
     * @param forecast their mean probability
     * @param observed share of them that came true
     * @param low lower end of its 90 % interval
     * @param high upper end
     */
    public record Group(int group, long forecasts, double forecast, double observed, double low, double high) {}

    /**
     * All forecasts, then their tenths; a tenth without forecasts, as when many are equal, is left out.
     *
     * <p>The interval is Wilson's (1927, JASA 22, 209-212) for as many independent forecasts as there are periods that do
     * not overlap.
     *
     * @param record forecasts that can be checked
     * @param overlap forecasts that tell of one period
     */
    public static List<Group> groups(ForecastRecord record, double overlap) {
        long total = record.forecasts();
        long[] forecasts = new long[GROUPS + 1];
        long[] happened = new long[GROUPS + 1];
        double[] said = new double[GROUPS + 1];
        long before = 0;
        for (int bin = 0; bin < record.bins(); bin++) {
            long here = record.forecasts(bin);
            if (here > 0) {
                // a bin is not torn apart: it goes where its middle forecast goes
                int group = 1 + (int) Math.min(GROUPS - 1, GROUPS * (before + here / 2.0) / total);
                for (int to : new int[] {0, group}) {
                    forecasts[to] += here;
                    happened[to] += record.happened(bin);
                    said[to] += here / (1 + Math.exp(-record.logOdds(bin)));
                }
                before += here;
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int group = 0; group <= GROUPS; group++) {
            if (forecasts[group] > 0) {
                double share = (double) happened[group] / forecasts[group];
                double[] ends = wilson(share, forecasts[group] / overlap);
                groups.add(new Group(group, forecasts[group], said[group] / forecasts[group], share, ends[0], ends[1]));
            }
        }
        return groups;
    }

    private static double[] wilson(double share, double trials) {
        double z = Normal.quantile(1 - TAIL);
        double middle = (share + z * z / (2 * trials)) / (1 + z * z / trials);
        double half =
                z / (1 + z * z / trials) * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
        return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
    }
}

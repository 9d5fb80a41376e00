package org.vigie.analytics.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PooledRiseKernelTest {

    private static final int WEEKS = 60;
    private static final int ASKED = 30;

    private static PooledSite smoothed(double[] counts) {
        double[] expected = new double[WEEKS];
        Arrays.fill(expected, .4);
        PooledSite site = new PooledSite(WEEKS);
        System.arraycopy(counts, 0, site.counts, 0, WEEKS);
        PooledRiseKernel.smooth(site, expected, 0, 1.3);
        return site;
    }

    private static double[] calmBut(int from, int to, double count) {
        double[] counts = new double[WEEKS];
        for (int week = 0; week < WEEKS; week += 3) {
            counts[week] = 1;
        }
        Arrays.fill(counts, from, to, count);
        return counts;
    }

    @Test
    void aWeekHasNoSayInWhatItsNeighboursShow() {
        double six = smoothed(calmBut(ASKED, ASKED + 1, 6)).riseElsewhere[ASKED];
        double twenty = smoothed(calmBut(ASKED, ASKED + 1, 20)).riseElsewhere[ASKED];
        assertThat(twenty).isCloseTo(six, within(1e-9));
        assertThat(six).isBetween(1.0, 1.1);
        assertThat(smoothed(calmBut(ASKED, ASKED + 1, 20)).rise[ASKED]).isGreaterThan(2);
    }

    @Test
    void neighboursShowATension() {
        assertThat(smoothed(calmBut(ASKED - 4, ASKED + 5, 2)).riseElsewhere[ASKED])
                .isGreaterThan(2);
    }
}

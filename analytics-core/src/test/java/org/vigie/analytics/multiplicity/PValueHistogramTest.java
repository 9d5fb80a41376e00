package org.vigie.analytics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PValueHistogramTest {

    /** The example of Benjamini and Hochberg (1995), section 3.2: fifteen p-values, four discoveries at 5 %. */
    @Test
    void findsTheFourDiscoveriesOfThePaper() {
        double[] pValues = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };
        double threshold = of(pValues).threshold(0.05);
        assertThat(Arrays.stream(pValues).filter(p -> p <= threshold).count()).isEqualTo(4);
    }

    @Property
    void neverDiscoversMoreThanTheExactProcedure(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 1) Double> pValues) {
        double[] sorted = pValues.stream().mapToDouble(p -> p * p * p).sorted().toArray();
        double exact = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] <= 0.2 * (i + 1) / sorted.length) {
                exact = sorted[i];
            }
        }
        double limit = exact;
        double threshold = of(sorted).threshold(0.2);
        assertThat(Arrays.stream(sorted).filter(p -> p <= threshold).count())
                .isLessThanOrEqualTo(
                        Arrays.stream(sorted).filter(p -> p <= limit).count());
    }

    @Property
    void partsAddUp(@ForAll @Size(max = 40) List<@DoubleRange(min = 0, max = 1) Double> pValues) {
        double[] all = pValues.stream().mapToDouble(Double::doubleValue).toArray();
        PValueHistogram whole = of(all);
        PValueHistogram parts = of(Arrays.copyOfRange(all, 0, all.length / 2));
        parts.addAll(PValueHistogram.of(
                of(Arrays.copyOfRange(all, all.length / 2, all.length)).toArray()));
        assertThat(parts.toArray()).isEqualTo(whole.toArray());
        assertThat(parts.total()).isEqualTo(all.length);
    }

    @Test
    void noDiscoveryAmongEvenPValues() {
        double[] even = new double[100];
        Arrays.setAll(even, i -> (i + 0.5) / 100);
        assertThat(of(even).threshold(0.1)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new PValueHistogram().add(Double.NaN));
    }

    private static PValueHistogram of(double[] pValues) {
        PValueHistogram histogram = new PValueHistogram();
        Arrays.stream(pValues).forEach(histogram::add);
        return histogram;
    }
}

package org.vigie.analytics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class EmpiricalNullTest {

    /** Draws of which the share a^k is at most a. */
    private static PValueHistogram past(int siteWeeks, double k, long seed) {
        Random random = new Random(seed);
        PValueHistogram past = new PValueHistogram();
        for (int i = 0; i < siteWeeks; i++) {
            past.add(Math.pow(random.nextDouble(), 1 / k));
        }
        return past;
    }

    @Test
    void findsTheExponentThatPastPValuesFollow() {
        for (double k : new double[] {.9, .8, .65}) {
            assertThat(EmpiricalNull.of(past(100_000, k, 3)).exponent()).isCloseTo(k, within(.02));
        }
    }

    @Test
    void leavesPValuesThatAreUniformOrTooLargeAsTheyAre() {
        assertThat(EmpiricalNull.of(past(100_000, 1, 4))).isEqualTo(EmpiricalNull.AS_STATED);
        assertThat(EmpiricalNull.of(past(100_000, 1.5, 4))).isEqualTo(EmpiricalNull.AS_STATED);
        assertThat(EmpiricalNull.of(new PValueHistogram())).isEqualTo(EmpiricalNull.AS_STATED);
    }

    @Test
    void doesNotJudgeALandlordByAFewWeeks() {
        assertThat(EmpiricalNull.of(past(300, .8, 5))).isEqualTo(EmpiricalNull.AS_STATED);
    }

    /** Tensions fill the smallest p-values, not those from which the exponent is read. */
    @Test
    void aTensionInTwentySiteWeeksMovesNothing() {
        PValueHistogram past = past(12_000, 1, 6);
        for (int i = 0; i < 600; i++) {
            past.add(1e-4);
        }
        assertThat(EmpiricalNull.of(past)).isEqualTo(EmpiricalNull.AS_STATED);
    }

    @Property(tries = 200)
    void neverMakesAPValueSmallerNorChangesTheirOrder(
            @ForAll @DoubleRange(min = .4, max = 1) double k,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        EmpiricalNull correction = new EmpiricalNull(k);
        assertThat(correction.corrected(one)).isGreaterThanOrEqualTo(one);
        assertThat(correction.corrected(Math.min(one, other)))
                .isLessThanOrEqualTo(correction.corrected(Math.max(one, other)));
    }

    @Test
    void withTheCorrectionFewerStandOut() {
        PValueHistogram week = new PValueHistogram();
        week.add(.0009);
        for (int i = 1; i < 100; i++) {
            week.add(.05 + .0095 * i);
        }
        assertThat(week.threshold(.1)).isGreaterThan(.0009);
        assertThat(week.threshold(.1, new EmpiricalNull(.8))).isZero();
    }

    @Test
    void refusesAnExponentThatWouldMakePValuesSmaller() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmpiricalNull(1.1));
    }
}

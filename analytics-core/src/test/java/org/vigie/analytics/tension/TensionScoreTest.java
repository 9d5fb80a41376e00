package org.vigie.analytics.tension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.tension.TensionScore.Caps;
import org.vigie.analytics.tension.TensionScore.Kind;
import org.vigie.analytics.tension.TensionScore.Part;

class TensionScoreTest {

    @Property
    void partsAddUpToTheScoreInTenths(
            @ForAll @DoubleRange(min = 0, max = 1) double p,
            @ForAll @DoubleRange(min = -3, max = 9) double first,
            @ForAll @DoubleRange(min = -3, max = 9) double second,
            @ForAll @IntRange(max = 12) int grave,
            @ForAll @IntRange(max = 3) int works) {
        Situation situation = new Situation(
                p * p * p,
                Map.of("OCC", first, "PRO", second),
                grave,
                Math.sqrt(p),
                new Situation.Context(works, 1, works, first, grave, p));
        TensionScore score = TensionScore.of(situation, Caps.DEFAULT);
        BigDecimal sum = score.parts().stream()
                .map(part -> BigDecimal.valueOf(part.points()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(score.points()));
        assertThat(score.points()).isBetween(0.0, 100.0);
        assertThat(score.parts()).allSatisfy(part -> assertThat(part.points()).isPositive());
    }

    @Property
    void strongerEvidenceNeverLowersTheScore(
            @ForAll @DoubleRange(min = 0.01, max = 1) double p,
            @ForAll @DoubleRange(min = 0.01, max = 1) double shrink,
            @ForAll @IntRange(max = 8) int grave) {
        Situation.Context context = new Situation.Context(1, 1, 1, 2, 3, 0.5);
        Map<String, Double> excess = Map.of("NEI", 1.0, "ENV", 0.4);
        double weaker = TensionScore.of(new Situation(p, excess, grave, 0.2, context), Caps.DEFAULT)
                .points();
        double stronger = TensionScore.of(new Situation(p * shrink, excess, grave + 1, 0.1, context), Caps.DEFAULT)
                .points();
        assertThat(stronger).isGreaterThanOrEqualTo(weaker);
    }

    @Test
    void contextAloneIsNoTension() {
        Situation calm = new Situation(0.6, Map.of(), 0, 1, new Situation.Context(2, 1, 2, 9, 9, 1));
        assertThat(TensionScore.of(calm, Caps.DEFAULT).parts()).isEmpty();
    }

    @Test
    void factsAreSharedAsTheirExcess() {
        Situation tense =
                new Situation(1e-4, Map.of("OCC", 6.0, "PRO", 2.0, "VEH", -1.0), 0, 1, Situation.Context.NONE);
        TensionScore score = TensionScore.of(tense, Caps.DEFAULT);
        assertThat(score.parts()).extracting(Part::kind).containsOnly(Kind.FACTS);
        assertThat(score.parts()).extracting(Part::family).containsExactly("OCC", "PRO");
        assertThat(score.parts().get(0).points() / score.points()).isEqualTo(0.75, within(0.002));
    }

    @Test
    void capsMustAddUpToOneHundred() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Caps(Map.of(Kind.FACTS, 100.0)));
    }
}

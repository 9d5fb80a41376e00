package org.vigie.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.calendar.IsoWeek;

class TruthScoreTest {

    private static final EvaluationPeriod PERIOD = new EvaluationPeriod(week(1), week(40), 5);

    private static IsoWeek week(int number) {
        return IsoWeek.of(2025, 1).plusWeeks(number - 1L);
    }

    private static KnownTension tension(String site, int start, int end, double factor) {
        return new KnownTension(site, "OCC", week(start), week(end), factor);
    }

    private static RaisedAlert alert(String site, String family, Integer... shown) {
        List<IsoWeek> weeks = Stream.of(shown).map(TruthScoreTest::week).toList();
        return new RaisedAlert(site, family, weeks.get(0), weeks);
    }

    @Test
    void countsFoundMissedEarlyAndFalse() {
        List<KnownTension> tensions = List.of(
                tension("A", 10, 17, 3), tension("B", 20, 25, 2), tension("C", 5, 9, 2.5), tension("D", 30, 33, 4));
        List<RaisedAlert> alerts = List.of(
                alert("A", "OCC", 12, 13, 14), // two weeks after the start, right family
                alert("B", "NEI", 24), // four weeks after: found, not early, other family
                alert("C", "OCC", 12), // three weeks after the end: not found in time, yet not false
                alert("D", "OCC", 38), // five weeks after the end: false
                alert("E", "OCC", 12)); // no tension there at all: false

        TruthScore score = TruthScore.of(tensions, alerts, PERIOD);

        assertThat(score.all()).isEqualTo(new TruthScore.Found(4, 2, 1, 4, 1, 3.0));
        assertThat(score.strong()).isEqualTo(new TruthScore.Found(3, 1, 1, 3, 1, 2.0));
        assertThat(score.alerts()).isEqualTo(5);
        assertThat(score.falseAlerts()).isEqualTo(2);
        assertThat(score.falsePerTeamWeek()).isCloseTo(2.0 / 200, within(1e-15));
        assertThat(score.shareTrue()).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void anAlertOpenedBeforeTheTensionIsNotDueToIt() {
        TruthScore score =
                TruthScore.of(List.of(tension("A", 10, 17, 3)), List.of(alert("A", "OCC", 9, 10, 11)), PERIOD);

        assertThat(score.all().alerted()).isZero();
        assertThat(score.falseAlerts()).isEqualTo(1);
    }

    @Test
    void whatCapacityHeldBackIsLateByTheWeeksItWaited() {
        RaisedAlert heldBack = new RaisedAlert("A", "OCC", week(11), List.of(week(15)));

        TruthScore score = TruthScore.of(List.of(tension("A", 10, 17, 3)), List.of(heldBack), PERIOD);

        assertThat(score.all()).isEqualTo(new TruthScore.Found(1, 1, 1, 1, 0, 5.0));
    }

    @Test
    void theFourthWeekIsEarlyAndTheFifthIsNot() {
        List<KnownTension> tensions = List.of(tension("A", 10, 20, 3), tension("B", 10, 20, 3));

        TruthScore score = TruthScore.of(tensions, List.of(alert("A", "OCC", 13), alert("B", "OCC", 14)), PERIOD);

        assertThat(score.all().alertedEarly()).isEqualTo(1);
        assertThat(score.all().medianWeeksToAlert()).isEqualTo(3.5);
    }

    @Test
    void aTensionThatStartedBeforeThePeriodTellsNothingOfHowEarly() {
        TruthScore score = TruthScore.of(List.of(tension("A", -5, 4, 3)), List.of(alert("A", "OCC", -3, 2)), PERIOD);

        assertThat(score.all()).isEqualTo(new TruthScore.Found(1, 1, 1, 0, 0, Double.NaN));
    }

    @Test
    void weeksOutsideThePeriodDoNotCount() {
        TruthScore score = TruthScore.of(
                List.of(tension("A", 50, 55, 3), tension("B", 38, 45, 3)),
                List.of(alert("A", "OCC", 51), alert("B", "OCC", 42)),
                PERIOD);

        assertThat(score.all()).isEqualTo(new TruthScore.Found(1, 0, 0, 1, 0, Double.NaN));
        assertThat(score.alerts()).isZero();
        assertThat(score.shareTrue()).isNaN();
    }

    @Test
    void oneAlertAtASiteWithTwoTensionsBelongsToTheOneDuringWhichItWasOpened() {
        List<KnownTension> tensions = List.of(tension("A", 5, 8, 2), tension("A", 25, 30, 2));

        TruthScore score = TruthScore.of(tensions, List.of(alert("A", "OCC", 26, 27)), PERIOD);

        assertThat(score.all().alerted()).isEqualTo(1);
        assertThat(score.all().medianWeeksToAlert()).isEqualTo(1);
        assertThat(score.falseAlerts()).isZero();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tension("A", 9, 8, 2))
                .withMessageContaining("ends after");
        assertThatIllegalArgumentException().isThrownBy(() -> tension("A", 8, 9, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RaisedAlert("A", "OCC", week(5), List.of(week(4))))
                .withMessageContaining("opened");
        assertThatIllegalArgumentException().isThrownBy(() -> new RaisedAlert("A", "OCC", week(5), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new EvaluationPeriod(week(2), week(1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new EvaluationPeriod(week(1), week(2), 0));
    }

    @Property
    void anOracleFindsEverythingAtOnceAndIsNeverWrong(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 40) Integer> starts) {
        List<KnownTension> tensions = IntStream.range(0, starts.size())
                .mapToObj(i -> tension("S" + i, starts.get(i), starts.get(i) + 6, 2))
                .toList();
        List<RaisedAlert> oracle = tensions.stream()
                .map(known -> new RaisedAlert(known.site(), "OCC", known.start(), List.of(known.start())))
                .toList();

        TruthScore score = TruthScore.of(tensions, oracle, PERIOD);

        int count = tensions.size();
        assertThat(score.all()).isEqualTo(new TruthScore.Found(count, count, count, count, count, 0.0));
        assertThat(score.falseAlerts()).isZero();
        assertThat(score.shareTrue()).isEqualTo(1.0);
    }
}

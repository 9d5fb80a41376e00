package org.vigie.jobs.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.alerts.Finding.Outcome;
import org.vigie.jobs.settings.AlertSettings.PrecisionSettings;

class FamilyTrustTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final PrecisionSettings RULE = new PrecisionSettings(0.2, 10, 26);

    @Test
    void aFamilyThatWasWrongTooOftenStopsAlertingAndStaysInTheDrawer() {
        FamilyTrust trust = trust(found("ENV", 30, Outcome.NOTHING), found("OCC", 10, Outcome.CONFIRMED));
        TeamLoad team = new TeamLoad(5, 5, trust);

        List<TeamLoad.Decision> decisions = team.next(MONDAY, List.of(open("ENV", 1e-9, 0), open("OCC", 1e-4, 0)));

        assertThat(decisions)
                .extracting(decision -> decision.episode().family() + " " + decision.state() + " " + decision.held())
                .containsExactly("ENV NON_TRANSMISE PRECISION", "OCC NOUVELLE NOT");
    }

    @Test
    void aFactOfSeverityFiveIsToldWhateverTheRecordOfItsFamily() {
        FamilyTrust trust = trust(found("PER", 30, Outcome.NOTHING));

        assertThat(new TeamLoad(5, 5, trust).next(MONDAY, List.of(open("PER", 1e-9, 1))))
                .extracting(TeamLoad.Decision::state)
                .containsExactly(TeamLoad.State.NOUVELLE);
    }

    @Test
    void fewChecksStopNothingAndOldOnesAreForgotten() {
        assertThat(trust(found("ENV", 9, Outcome.NOTHING)).stopped("ENV", MONDAY))
                .isFalse();

        Findings old = findings(found("ENV", 30, Outcome.NOTHING));
        LocalDate later = MONDAY.plusWeeks(40);
        FamilyTrust trust = FamilyTrust.of(old, List.of(MONDAY, later), RULE);
        assertThat(trust.stopped("ENV", MONDAY)).isTrue();
        assertThat(trust.stopped("ENV", later)).isFalse();
    }

    @Test
    void whatIsLearntLaterDoesNotStopAnEarlierWeek() {
        FamilyTrust trust = FamilyTrust.of(
                findings(found("ENV", 30, Outcome.NOTHING)), List.of(MONDAY.minusWeeks(9), MONDAY), RULE);

        assertThat(trust.stopped("ENV", MONDAY.minusWeeks(9))).isFalse();
        assertThat(trust.stopped("ENV", MONDAY)).isTrue();
    }

    @Test
    void knownTensionsAndWorksAreNotFalseAlarms() {
        assertThat(trust(found("ENV", 20, Outcome.KNOWN)).stopped("ENV", MONDAY))
                .isFalse();
        assertThat(trust(found("ENV", 20, Outcome.CAUSE_WORKS)).stopped("ENV", MONDAY))
                .isFalse();
    }

    @Test
    void ofTwoAlertsAlikeTheFamilyThatIsRightMoreOftenComesFirst() {
        List<Episode> alike = List.of(open("ENV", 1e-4, 0), open("OCC", 1.2e-4, 0));
        FamilyTrust trust = trust(
                found("ENV", 10, Outcome.NOTHING),
                found("ENV", 5, Outcome.CONFIRMED),
                found("OCC", 15, Outcome.CONFIRMED));

        assertThat(new TeamLoad(1, 1).next(MONDAY, alike).get(0).episode().family())
                .isEqualTo("ENV");
        assertThat(new TeamLoad(1, 1, trust)
                        .next(MONDAY, alike)
                        .get(0)
                        .episode()
                        .family())
                .isEqualTo("OCC");
    }

    private static Episode open(String family, double pValue, int gravest) {
        SiteWeek.Rise rise = new SiteWeek.Rise(MONDAY, 5, 1, 5, 3, pValue);
        return Episode.open(
                "RES" + family,
                new SiteWeek(MONDAY, pValue, true, family, rise, 5, 1, gravest, gravest, true, Optional.empty()));
    }

    @SafeVarargs
    private static FamilyTrust trust(List<Finding>... found) {
        return FamilyTrust.of(findings(found), List.of(MONDAY), RULE);
    }

    @SafeVarargs
    private static Findings findings(List<Finding>... found) {
        List<Finding> all = new ArrayList<>();
        for (List<Finding> some : found) {
            all.addAll(some);
        }
        return new Findings(all);
    }

    private static List<Finding> found(String family, int alerts, Outcome outcome) {
        Said said = new Said();
        for (int i = 0; i < alerts; i++) {
            said.found("A-2026-W20-" + outcome.name().charAt(0) + i + "-" + family, MONDAY.minusWeeks(2), outcome);
        }
        return said.all().byAlert().values().stream().flatMap(List::stream).toList();
    }
}

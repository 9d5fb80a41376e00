package org.vigie.jobs.alerts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What people said of an episode since it last opened, as known in one week. The newest day counts; the newest decision
 * stands until another one.
 *
 * <ul>
 *   <li><b>Confirmed</b> or <b>explained by works</b>, or an action without a check: taken in charge until the review, or
 *       four weeks.
 *   <li><b>Already known</b> mutes for four weeks, <b>nothing found</b> for two.
 *   <li><b>Data error</b> cancels the alert.
 *   <li>A person may mute, close, or set the site red, each with a reason.
 * </ul>
 *
 * @param newest newest finding that answers
 * @param decided newest finding with a decision
 */
record Answer(Optional<Finding> newest, Optional<Finding> decided) {

    static final Answer NONE = new Answer(Optional.empty(), Optional.empty());

    private static final int WEEKS_IN_CHARGE = 4;
    private static final int WEEKS_KNOWN = 4;
    private static final int WEEKS_NOTHING = 2;
    private static final String WATCH = "WATCH";

    /** Why an episode is not told for a while. */
    record Mute(LocalDate from, LocalDate until, String reason) {}

    /** Of what was believed in a week, oldest day first, that which is about the present opening. */
    static Answer of(List<Finding> believed, LocalDate opened) {
        Optional<Finding> newest = Optional.empty();
        Optional<Finding> decided = Optional.empty();
        for (Finding finding : believed) {
            if (!finding.day().isBefore(opened) && finding.answers()) {
                newest = Optional.of(finding);
                decided = finding.decision().taken() ? newest : decided;
            }
        }
        return new Answer(newest, decided);
    }

    boolean given() {
        return newest.isPresent();
    }

    /** Whether somebody follows it in a week. */
    boolean inCharge(LocalDate monday) {
        return newest.filter(finding -> !monday.isAfter(chargeEnds(finding))).isPresent();
    }

    private static LocalDate chargeEnds(Finding finding) {
        boolean taken = switch (finding.outcome()) {
            case CONFIRMED, CAUSE_WORKS -> true;
            case NOT_CHECKED -> !finding.action().isEmpty() && !finding.action().equals(WATCH);
            case KNOWN, NOTHING, DATA -> false;
        };
        if (!taken) {
            return LocalDate.MIN;
        }
        LocalDate review = finding.decision().reviewOn();
        return review.equals(Finding.Decision.FAR) ? finding.day().plusWeeks(WEEKS_IN_CHARGE) : review;
    }

    /** The mute that covers a week: a decision goes before what an outcome brings. */
    Optional<Mute> mute(LocalDate monday) {
        Optional<Mute> byDecision = decided.filter(finding -> finding.decision().is("SOURDINE"))
                .map(finding -> new Mute(
                        finding.believed().from(),
                        finding.decision().until(),
                        finding.decision().reason()));
        return byDecision
                .filter(mute -> covers(mute, monday))
                .or(() -> newest.flatMap(Answer::muteOf).filter(mute -> covers(mute, monday)));
    }

    private static boolean covers(Mute mute, LocalDate monday) {
        return !monday.isAfter(mute.until());
    }

    private static Optional<Mute> muteOf(Finding finding) {
        int weeks = switch (finding.outcome()) {
            case KNOWN -> WEEKS_KNOWN;
            case NOTHING -> WEEKS_NOTHING;
            case CONFIRMED, CAUSE_WORKS, DATA, NOT_CHECKED -> 0;
        };
        return weeks == 0
                ? Optional.empty()
                : Optional.of(new Mute(
                        finding.believed().from(),
                        finding.day().plusWeeks(weeks),
                        finding.outcome().name()));
    }

    /** How a person ends it, if one does. */
    Optional<Ending.Kind> ending() {
        if (newest.filter(finding -> finding.outcome() == Finding.Outcome.DATA).isPresent()) {
            return Optional.of(Ending.Kind.DATA);
        }
        return decided.filter(finding -> finding.decision().is("LEVEE")).map(finding -> Ending.Kind.PERSON);
    }

    /** Code of the reason for which a person sets the site red in a week. */
    Optional<String> red(LocalDate monday) {
        return decided.map(Finding::decision)
                .filter(decision -> decision.is("ROUGE") && !monday.isAfter(decision.until()))
                .map(Finding.Decision::reason);
    }
}

package org.vigie.sample.events;

import org.vigie.sample.basis.Period;

/**
 * How the clerks of each agency write facts down; what a detector must not take for a tension.
 *
 * <p>The Nord agency is asked to write down more and more; the Est agency's caretakers go from half to full time; the Sud
 * agency enters six weeks of caretaker logs at once; the incivility reports of the Ouest agency stop arriving.
 *
 * @param period the simulated weeks; the habits are placed from its end
 */
public record AgencyHabits(Period period) {

    static final String DRIFTING_AGENCY = "AG01";
    static final String BETTER_STAFFED_AGENCY = "AG02";
    private static final String BATCH_AGENCY = "AG03";
    static final String SILENT_AGENCY = "AG04";

    private static final int DRIFT_WEEKS = 78;
    private static final double DRIFT = 0.4;
    private static final int BATCH_COVERS = 6;

    /** How much of what happens is written down in this week, against 1 before the drift. */
    public double effort(String agency, int week) {
        int since = week - period.beforeLast(DRIFT_WEEKS);
        return agency.equals(DRIFTING_AGENCY) && since > 0 ? 1 + DRIFT * since / DRIFT_WEEKS : 1;
    }

    /** Caretaker hours against those at the start. */
    double caretakerHours(String agency, int week) {
        return agency.equals(BETTER_STAFFED_AGENCY) && week >= period.beforeLast(85) ? 1.9 : 1;
    }

    /** Number of the week in which the Sud agency catches up. */
    public int batchWeek() {
        return period.beforeLast(19);
    }

    /** Whether a fact discovered in this week waits for the batch entry. */
    public boolean waitsForBatch(String agency, int week) {
        return agency.equals(BATCH_AGENCY) && week <= batchWeek() && week > batchWeek() - BATCH_COVERS;
    }

    /** Number of the first week from which the Ouest agency's incivility reports are missing. */
    public int silentFrom() {
        return period.beforeLast(7);
    }

    /** Whether an incivility report recorded in this week never arrives. */
    public boolean silent(String agency, int recordedWeek) {
        return agency.equals(SILENT_AGENCY) && recordedWeek >= silentFrom();
    }
}

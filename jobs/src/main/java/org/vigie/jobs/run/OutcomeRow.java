package org.vigie.jobs.run;

import org.apache.spark.sql.Row;
import org.vigie.jobs.staged.Reject;
import org.vigie.jobs.staged.StagedTables;

/**
 * One row of an outcomes file with what becomes of it.
 *
 * @param line line of the file
 * @param fate used, superseded, duplicate, out_of_scope or rejected: as for every feed
 * @param rule rule of the fate; empty when used
 * @param column column at fault; empty unless rejected
 * @param alertId alert that it is about; empty when rejected
 * @param outcome code of the outcome; empty when rejected
 */
public record OutcomeRow(long line, String fate, String rule, String column, String alertId, String outcome) {

    static final String USED = "used";
    static final String SUPERSEDED = "superseded";
    static final String DUPLICATE = "duplicate";
    static final String OUT_OF_SCOPE = "out_of_scope";
    static final String REJECTED = "rejected";

    static OutcomeRow rejected(Reject reject) {
        return new OutcomeRow(reject.line(), REJECTED, reject.rule().code(), reject.column(), "", "");
    }

    static OutcomeRow of(Row typed, String fate, String rule) {
        return new OutcomeRow(
                typed.getInt(StagedTables.OUTCOMES.indexOf("line")),
                fate,
                rule,
                "",
                typed.getString(StagedTables.OUTCOMES.indexOf("alert_id")),
                typed.getString(StagedTables.OUTCOMES.indexOf("outcome")));
    }

    /** Whether something is taken from it. */
    public boolean isUsed() {
        return fate.equals(USED);
    }
}

package org.vigie.jobs.alerts;

import java.time.LocalDate;

/**
 * How an episode ended.
 *
 * @param monday Monday of the week
 * @param kind by what
 */
record Ending(LocalDate monday, Kind kind) {

    /** By what an episode ends. */
    enum Kind {
        /** The facts are back to what is expected. */
        EVIDENCE,
        /** A person closed it, with a reason. */
        PERSON,
        /** The facts were an error of data. */
        DATA
    }
}

package org.vigie.jobs.alerts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.alerts.Finding.Outcome;

/** What people said of alerts, told by what matters to a test. */
final class Said {

    private final List<Finding> findings = new ArrayList<>();

    /** An outcome of a day, known in its week. */
    Said found(String alert, LocalDate day, Outcome outcome) {
        return found(alert, day, outcome, Finding.Decision.NONE);
    }

    /** An outcome with a decision, known in the week of its day. */
    Said found(String alert, LocalDate day, Outcome outcome, Finding.Decision decision) {
        return version(
                alert,
                day,
                outcome,
                decision,
                new Finding.Believed(IsoWeek.of(day).monday(), Finding.Decision.FAR));
    }

    /** An outcome believed in some weeks. */
    Said version(String alert, LocalDate day, Outcome outcome, Finding.Decision decision, Finding.Believed believed) {
        findings.add(new Finding(alert, day, outcome, "", decision, believed));
        return this;
    }

    Findings all() {
        return new Findings(findings);
    }

    static Finding.Decision decided(String kind, String reason, LocalDate until) {
        return new Finding.Decision(kind, reason, until, Finding.Decision.FAR);
    }
}

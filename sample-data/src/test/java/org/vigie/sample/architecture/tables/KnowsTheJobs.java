package org.vigie.sample.architecture.tables;

import org.vigie.jobs.stub.Stage;

/** Breaks a rule on purpose: a simulator that knows what looks for its tensions. */
final class KnowsTheJobs {
    Stage stage() {
        return new Stage();
    }
}

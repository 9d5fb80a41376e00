package org.vigie.jobs.architecture.left.feeds;

import org.vigie.jobs.architecture.left.alerts.Told;

/** Breaks a rule on purpose: a stage that reads from one on its right. */
final class ReadsFromItsRight {
    Told told() {
        return new Told();
    }
}

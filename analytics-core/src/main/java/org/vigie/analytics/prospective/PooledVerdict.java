package org.vigie.analytics.prospective;

/**
 * What the pooled detector says of the newest week of a site, with when the rise began and how far it has gone.
 *
 * @param verdict the answer; its evidence speaks of the newest week alone, its score and p-value of the whole rise
 * @param onsetWeek position of the week in which a rise most likely began; -1 where not assessed
 * @param observedSinceOnset facts from that week to the newest, both included; NaN where not assessed
 * @param expectedSinceOnset facts expected in the same weeks; NaN where not assessed
 * @param recurrenceWeeks by chance alone such evidence comes about once in so many weeks; NaN where not assessed
 */
public record PooledVerdict(
        Verdict verdict, int onsetWeek, double observedSinceOnset, double expectedSinceOnset, double recurrenceWeeks) {

    static PooledVerdict notAssessed(Reason reason) {
        return new PooledVerdict(new Verdict.NotAssessed(reason), -1, Double.NaN, Double.NaN, Double.NaN);
    }
}

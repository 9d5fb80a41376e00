package org.vigie.analytics.prospective;

/**
 * What the pooled detector says of the newest week of a site, with when the rise began and how far it has gone.
 *
 * @param verdict the answer; its evidence speaks of the newest week alone, its score and p-value of the whole rise
 * @param onsetWeek position of the week in which a rise most likely began; -1 where not assessed
 * @param observedSinceOnset facts from that week to the newest, both included; NaN where not assessed
 * @param expectedSinceOnset facts expected in the same weeks; NaN where not assessed
 * @param chanceBeyond chance, in a quiet week, of evidence that is stronger; with the p-value, the chance of evidence at
 *     least as strong, it bounds the randomised p-value; NaN where not assessed
 * @param recurrenceWeeks by chance alone such evidence comes about once in so many weeks; NaN where not assessed
 */
public record PooledVerdict(
        Verdict verdict,
        int onsetWeek,
        double observedSinceOnset,
        double expectedSinceOnset,
        double chanceBeyond,
        double recurrenceWeeks) {

    /**
     * A p-value that is uniform on quiet weeks although counts are whole numbers. For evaluation only: nobody is told
     * anything by the drawing of lots.
     *
     * @param share draw from the uniform distribution on 0..1
     * @return chanceBeyond + share (p - chanceBeyond); NaN where not assessed
     */
    public double randomisedPValue(double share) {
        double pValue = verdict.fold(Evidence::pValue, Evidence::pValue, reason -> Double.NaN);
        return chanceBeyond + share * (pValue - chanceBeyond);
    }

    static PooledVerdict notAssessed(Reason reason) {
        return new PooledVerdict(new Verdict.NotAssessed(reason), -1, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}

package org.vigie.jobs.settings;

/**
 * How far detection looks, and how rare a site must be to stand out.
 *
 * @param historyWeeks weeks of history that a judgement may use, the week judged included
 * @param horizonWeeks weeks judged anew in a run, the published one included: episodes are followed through them
 * @param falseDiscoveryRate share of the sites standing out in a week that may do so by chance
 * @param buckets hash buckets in which sums over sites are taken, so that they do not depend on the number of cores
 */
public record DetectionSettings(int historyWeeks, int horizonWeeks, double falseDiscoveryRate, int buckets) {

    /**
     * Four years of history as the classical detectors ask for, a year of episodes. The trade asks that one alert in two be
     * confirmed. Most weeks of a landlord hold no new tension, and in such a week the false discovery rate is the chance
     * of a false alert: .15 gives about eight in a year, .5 half a year of them.
     */
    public static final DetectionSettings STANDARD = new DetectionSettings(208, 52, 0.15, 8);

    /** The same with another number of weeks judged. */
    public DetectionSettings withHorizon(int weeks) {
        return new DetectionSettings(historyWeeks, weeks, falseDiscoveryRate, buckets);
    }
}

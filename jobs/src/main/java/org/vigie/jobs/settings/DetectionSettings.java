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
     * Four years of history as the classical detectors ask for, a year of episodes, one alert in two confirmed as the
     * trade asks for.
     */
    public static final DetectionSettings STANDARD = new DetectionSettings(208, 52, 0.5, 8);
}

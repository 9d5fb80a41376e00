package org.vigie.analytics.spacetime;

import java.util.List;

/** A search for the groups of sites and last weeks whose facts lie most above a baseline. */
public interface SpaceTimeSearch extends QuietScans.PanelScan {

    /**
     * Windows in falling order of evidence, each without any site of the ones before it.
     *
     * @param observed facts, newest week last, shape [sites][weeks]
     * @param baseline of the same shape
     */
    List<Found> separate(double[][] observed, double[][] baseline);

    /**
     * A group of sites over the last weeks.
     *
     * @param sites indices of its sites
     * @param weeks how many, up to the newest
     * @param observed facts inside
     * @param baseline inside
     * @param logLikelihoodRatio evidence for a rise inside
     */
    record Found(List<Integer> sites, int weeks, double observed, double baseline, double logLikelihoodRatio) {

        /** Copies the list. */
        public Found {
            sites = List.copyOf(sites);
        }
    }
}

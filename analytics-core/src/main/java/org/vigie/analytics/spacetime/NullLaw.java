package org.vigie.analytics.spacetime;

import java.util.Arrays;

/** How rarely evidence at least as strong comes where nothing has changed. */
@FunctionalInterface
interface NullLaw {

    /** Chance of evidence at least as strong. */
    double pValue(double evidence);

    /** By rank among quiet replicates: p = (1 + number at least as strong) / (1 + replicates). */
    static NullLaw ofReplicates(double[] quiet) {
        double[] sorted = quiet.clone();
        Arrays.sort(sorted);
        return evidence -> {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < evidence) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return (1.0 + sorted.length - low) / (1 + sorted.length);
        };
    }
}

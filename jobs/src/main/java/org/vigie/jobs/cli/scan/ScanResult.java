package org.vigie.jobs.cli.scan;

import java.util.List;
import java.util.OptionalDouble;
import org.vigie.analytics.multiplicity.RareMaximum;

/** What a method writes. {@link ScanFile} names its parts. */
public sealed interface ScanResult {

    /** P-value of a statistic by the largest ones of quiet replicates; empty where none was drawn. */
    static OptionalDouble pValue(double statistic, double[] quiet) {
        return quiet.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(RareMaximum.monteCarlo(statistic, quiet));
    }

    /**
     * Of a method that looks for clusters.
     *
     * @param statistic the maximum log-likelihood ratio, or the evidence
     * @param pValue chance of a statistic at least as high if nothing happened; empty where none was asked for
     * @param recurrenceWeeks weeks in which chance does the same about once
     * @param clusters most remarkable first
     */
    record Clusters(double statistic, OptionalDouble pValue, OptionalDouble recurrenceWeeks, List<Cluster> clusters)
            implements ScanResult {

        /** Copies the list. */
        public Clusters {
            clusters = List.copyOf(clusters);
        }
    }

    /**
     * A group of neighbouring sites over some periods.
     *
     * @param sites names, in the method's order
     * @param start first period
     * @param end last period
     */
    record Cluster(
            List<String> sites,
            String start,
            String end,
            double observed,
            double expected,
            double relativeRisk,
            double llr,
            OptionalDouble pValue) {

        /** Copies the list. */
        public Cluster {
            sites = List.copyOf(sites);
        }
    }

    /**
     * Of a method that says something of every site and period.
     *
     * @param rows by site, then by period
     */
    record Rows(List<SiteRow> rows) implements ScanResult {

        /** Copies the list. */
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One site in one period.
     *
     * @param z standard score
     * @param pValue two-sided
     * @param label class of the place; empty for methods without classes
     */
    record SiteRow(String site, String t, double z, double pValue, String label) {}
}

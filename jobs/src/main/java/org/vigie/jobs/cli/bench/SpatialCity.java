package org.vigie.jobs.cli.bench;

import org.vigie.jobs.cli.scan.ScanPlan;

/**
 * A city of the spatial benchmark.
 *
 * @param scenario number of its scenario
 * @param rep number of the city within the scenario
 * @param plan its sites and counts
 */
record SpatialCity(int scenario, int rep, ScanPlan plan) {}

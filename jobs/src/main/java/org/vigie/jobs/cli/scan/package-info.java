/**
 * The files and methods of {@code vigie scan}: any spatial method on CSV, without Spark.
 *
 * <p>A <b>plan</b> is the sites with their counts on one time axis. Adding a method: implement {@link
 * org.vigie.jobs.cli.scan.ScanMethod} and name it in {@link org.vigie.jobs.cli.scan.ScanMethods#standard}.
 */
@NullMarked
package org.vigie.jobs.cli.scan;

import org.jspecify.annotations.NullMarked;

/**
 * The files and methods of {@code vigie detect}: any temporal detector on any CSV of series, without Spark.
 *
 * <p>A <b>series</b> is one line of counts over time, a <b>period</b> its step (a week, unless {@code freq} says
 * otherwise). Periods are numbers: those of the file, or weeks since the first Monday of 1970 when the file gives dates.
 *
 * <p>Adding a method: implement {@link org.vigie.jobs.cli.detect.SeriesMethod} and name it in {@link
 * org.vigie.jobs.cli.detect.SeriesMethods#standard}.
 */
@NullMarked
package org.vigie.jobs.cli.detect;

import org.jspecify.annotations.NullMarked;

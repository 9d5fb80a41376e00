/**
 * The benchmarks of {@code vigie bench}: each measures one thing, prints a table, and ends with one JSON object for
 * machines. None starts Spark unless its help says so.
 *
 * <p>What is measured is <b>CPU time</b> and memory given out, of the threads that do the work: wall time says more about
 * what else the machine does. Inputs come from a seed.
 *
 * <p>Adding a benchmark: extend {@link org.vigie.jobs.cli.bench.Benchmark}, give it a {@code @Command} with its name, its
 * options and examples, and name it in {@link org.vigie.jobs.cli.bench.BenchCommand}.
 */
@NullMarked
package org.vigie.jobs.cli.bench;

import org.jspecify.annotations.NullMarked;

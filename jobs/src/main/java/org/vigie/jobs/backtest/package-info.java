/**
 * What would have been said at the end of each past week, held against what came.
 *
 * <p>Everything that is said of a week is made from what was known at its end; only the outcome it is held against is
 * younger, and nothing is read that became known after the last tested week. A <b>rival</b> is a naive method for the same
 * job; each gives an expected number of escalation facts, and from it a probability.
 *
 * <p>Adding a rival: one more entry of {@link org.vigie.jobs.backtest.Rivals}.
 */
@NullMarked
package org.vigie.jobs.backtest;

import org.jspecify.annotations.NullMarked;

/**
 * Which way a place is going: trend tests of one series, and the class of a place by the weeks in which it was a hot or a
 * cold spot.
 *
 * <p>Series are ordered oldest first, one value per step, steps of equal length.
 */
@NullMarked
package org.vigie.analytics.trend;

import org.jspecify.annotations.NullMarked;

/** How likely facts of a kind are in the weeks to come: probabilities with intervals, learned from the past alone. */
@NullMarked
package org.vigie.analytics.forecast;

import org.jspecify.annotations.NullMarked;

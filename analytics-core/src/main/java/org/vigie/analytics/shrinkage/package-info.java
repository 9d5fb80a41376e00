/** Rates of small places that borrow strength from the others. */
@NullMarked
package org.vigie.analytics.shrinkage;

import org.jspecify.annotations.NullMarked;

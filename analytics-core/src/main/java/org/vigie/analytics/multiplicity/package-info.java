/**
 * Many tests at once: one figure for several tests of the same site, and control of the share of false discoveries
 * across sites.
 */
@NullMarked
package org.vigie.analytics.multiplicity;

import org.jspecify.annotations.NullMarked;

/**
 * Groups of neighbouring sites that stand out together though none may alone.
 *
 * <p>A <b>window</b> is a group of neighbouring sites over the last weeks, its <b>evidence</b> how much better a rise in
 * it explains the counts than none, a <b>hotspot</b> the sites that the evidence speaks for. {@link
 * org.vigie.analytics.spacetime.EvidenceScan} is where to begin.
 */
@NullMarked
package org.vigie.analytics.spacetime;

import org.jspecify.annotations.NullMarked;

/**
 * What happens at the landlord's: planted tensions, building works, hours of presence, moves, the calendar, and the habits
 * of each agency's clerks. Nothing here knows a file.
 *
 * <p>A new circumstance is one more class here, with its effect on the facts in {@code org.vigie.sample.facts}.
 */
@NullMarked
package org.vigie.sample.events;

import org.jspecify.annotations.NullMarked;

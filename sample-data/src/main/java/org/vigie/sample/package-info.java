/**
 * A landlord who does not exist: seeded exports as a French housing system would write them, with the tensions that were
 * planted written beside the data.
 *
 * <p>{@link org.vigie.sample.SampleLandlord} is the outline. Read on in this order: {@code places}, {@code events} (what
 * happens), {@code facts} (what is written down of it), {@code exports} (how it is printed); {@code basis} holds the dice.
 * The committed sample, {@code sample-data/landlord}, is what the default settings give: after a change here, write it
 * again. {@link org.vigie.sample.SampleCounts} is the same landlord as counts in memory.
 */
@NullMarked
package org.vigie.sample;

import org.jspecify.annotations.NullMarked;

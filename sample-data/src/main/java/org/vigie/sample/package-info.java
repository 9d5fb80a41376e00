/**
 * A landlord who does not exist: seeded exports as a French housing system would write them, with the tensions that were
 * planted written beside the data.
 */
@NullMarked
package org.vigie.sample;

import org.jspecify.annotations.NullMarked;

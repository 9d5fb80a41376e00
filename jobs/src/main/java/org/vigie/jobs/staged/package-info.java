/** One typed table per feed, an append-only log of versions; what could not be typed stands aside with its rule. */
@NullMarked
package org.vigie.jobs.staged;

import org.jspecify.annotations.NullMarked;

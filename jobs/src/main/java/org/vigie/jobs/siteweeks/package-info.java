/**
 * The join: what the feeds said, resolved to sites and ISO weeks, as it became known.
 *
 * <p>Counts are <b>signed</b>: a fact adds 1 in the week in which it became known; a correction takes the old version
 * back and adds the new one in the week of the correction. Any past state of knowledge is therefore a sum over
 * {@code known_on}. Only what is not zero is kept; zeros exist in the kernels that read a site's history.
 */
@NullMarked
package org.vigie.jobs.siteweeks;

import org.jspecify.annotations.NullMarked;

/**
 * The pages of a published week: the week for the prevention manager, a page for each site, the list of each team of
 * mediators (with its PDF), the neighbourhoods for directors.
 *
 * <p>Each page is a record of things to say, filled from the published tables by its builder, and a template of the same
 * name in {@code src/main/jte} that only lays it out. So what a page says is tested without HTML.
 *
 * <p>Adding a page: a record and a builder here, a template beside the others, its words in both bundles, a line in
 * {@link org.vigie.dashboards.pages.Pages}.
 */
@NullMarked
package org.vigie.dashboards.pages;

import org.jspecify.annotations.NullMarked;

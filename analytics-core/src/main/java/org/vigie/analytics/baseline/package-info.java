/**
 * Expected counts: what the past, and the rest of the portfolio, lead us to expect of a site in a week.
 *
 * <p>The <b>guard weeks</b> are the newest ones, kept out of a site's own baseline so that its ongoing rise does not
 * feed what it is compared with. The classes named {@code Pooled} share one baseline across a portfolio and are made of
 * sums over sites, so that they can be computed wherever the histories are; {@link
 * org.vigie.analytics.baseline.PooledBaseline} gives their order. The classes named {@code Farrington} fit one series
 * alone: a <b>reference week</b> is the week judged, some years earlier; the weeks within {@code halfWindow} of one make
 * a <b>reference window</b>; the weeks between two windows are split into <b>season blocks</b>.
 */
@NullMarked
package org.vigie.analytics.baseline;

import org.jspecify.annotations.NullMarked;

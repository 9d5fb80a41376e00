/**
 * Who is told what this week. Evidence becomes an <b>episode</b>: opened, updated only with news, closed when the facts
 * are back to what is expected, opened again under the same number. Each team is given as many <b>alerts</b> as it can
 * follow; the others stay visible in the drawer.
 *
 * <p>Episodes are folded over the weeks before the published one, each week with what was known then, so that the state
 * of a week is a function of the data alone: running a week again, or another week, changes nothing.
 */
@NullMarked
package org.vigie.jobs.alerts;

import org.jspecify.annotations.NullMarked;

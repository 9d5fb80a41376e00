/**
 * How good a run was, judged after the event.
 *
 * <p>A <b>known tension</b> is one that was planted or confirmed: a place and the weeks between which it was active. A
 * <b>raised alert</b> is what a mediator was told. {@link org.vigie.analytics.evaluation.TruthScore} compares the two; it
 * knows nothing of how tensions are planted or how alerts are found.
 *
 * <p>A <b>back-test</b> holds what could be said at the end of each past week against what came. <b>Cases</b> are site-weeks;
 * a <b>unit</b> is what is independent of the others, such as a site with all its weeks: intervals are over units, because
 * the weeks of a site resemble each other and forecasts over four weeks overlap.
 *
 * <p>Adding a figure: put it into {@code TruthScore} with its definition in the Javadoc and a hand-made case in the test, or
 * give it a class of its own with its equation and source.
 */
@NullMarked
package org.vigie.analytics.evaluation;

import org.jspecify.annotations.NullMarked;

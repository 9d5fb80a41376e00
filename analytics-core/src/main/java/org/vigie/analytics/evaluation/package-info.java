/**
 * How good a run was, judged after the event.
 *
 * <p>A <b>known tension</b> is one that was planted or confirmed: a place and the weeks between which it was active. A
 * <b>raised alert</b> is what a mediator was told. {@link org.vigie.analytics.evaluation.TruthScore} compares the two; it
 * knows nothing of how tensions are planted or how alerts are found.
 *
 * <p>Adding a figure: put it into {@code TruthScore} with its definition in the Javadoc and a hand-made case in the test.
 */
@NullMarked
package org.vigie.analytics.evaluation;

import org.jspecify.annotations.NullMarked;

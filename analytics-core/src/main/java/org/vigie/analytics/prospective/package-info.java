/**
 * Prospective detectors: each says whether the <em>newest</em> week of a series departs from what its past leads us to
 * expect.
 *
 * <p>The <b>baseline</b> is the set of past weeks compared with; the <b>threshold</b> is the highest count still called
 * ordinary. A <b>signal</b> is a statistical statement; the decision to tell a mediator is an alert, taken elsewhere.
 */
@NullMarked
package org.vigie.analytics.prospective;

import org.jspecify.annotations.NullMarked;

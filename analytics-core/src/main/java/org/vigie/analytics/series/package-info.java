/**
 * What is known of places, week by week, ready to be compared: counts, and what they must be measured against.
 *
 * <p>The <b>observed</b> count of a site is split by how a fact became known: <b>reported</b> by somebody, or
 * <b>discovered</b> by staff on the spot. The <b>exposure</b> is what stands behind a count: dwellings for reported
 * facts, hours of presence for discovered ones. Weeks are positions on an axis that all histories of a portfolio share;
 * a new covariate becomes another {@code with...} method here and a factor in the baselines that use it.
 */
@NullMarked
package org.vigie.analytics.series;

import org.jspecify.annotations.NullMarked;

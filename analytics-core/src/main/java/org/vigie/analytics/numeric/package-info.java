/**
 * Numerical ground of the detectors: log-linear regression of counts, distributions of over-dispersed counts.
 *
 * <p>Words: a <b>row</b> is one observation of a regression, a <b>column</b> one term of its linear predictor;
 * <b>dispersion</b> is variance over mean, 1 for Poisson counts.
 */
@NullMarked
package org.vigie.analytics.numeric;

import org.jspecify.annotations.NullMarked;

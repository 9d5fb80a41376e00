/**
 * The published week: small extracts in the form that people and pages read, complete or absent. Nothing is computed
 * after this.
 */
@NullMarked
package org.vigie.jobs.reports;

import org.jspecify.annotations.NullMarked;

package org.vigie.analytics.prospective;

/**
 * Observed against expected, with the score that ranks series and the chance of a week at least as extreme.
 *
 * @param observed count of the week judged
 * @param expected prediction for that week, in the unit of the count; NaN where the method gives none
 * @param threshold highest count still called ordinary; NaN where the method gives none
 * @param score larger is more suspicious, comparable across series; -log10 of the p-value unless the method defines it
 * @param pValue chance, if nothing changed, of evidence at least as strong; NaN where the method gives none
 */
public record Evidence(double observed, double expected, double threshold, double score, double pValue) {}

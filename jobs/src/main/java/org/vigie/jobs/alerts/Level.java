package org.vigie.jobs.alerts;

/** How strong an alert is: how rarely chance does the same at one site. The words of the cards go by the same bounds. */
public enum Level {
    /** Once in three years or rarer. */
    STRONG,
    /** Once in a year or rarer. */
    CLEAR,
    /** More often. */
    WEAK;

    private static final int YEAR = 52;

    /** The level of an alert by its chance of evidence as strong in a week. */
    public static Level of(double pValue) {
        double weeks = 1 / Math.max(pValue, 1e-6);
        return weeks >= 3 * YEAR ? STRONG : weeks >= YEAR ? CLEAR : WEAK;
    }
}

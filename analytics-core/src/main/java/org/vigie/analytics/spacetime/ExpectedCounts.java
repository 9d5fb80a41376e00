package org.vigie.analytics.spacetime;

/** What is expected of every site in windows of the present and, for comparison, of the past. */
interface ExpectedCounts {

    /** Weeks from the first that are history: windows that end in them are past, and not learned from when judged. */
    int historyWeeks();

    /** What the window of so many weeks that ends with a week would hold. */
    ExpectedWeeks window(int last, int weeks);
}

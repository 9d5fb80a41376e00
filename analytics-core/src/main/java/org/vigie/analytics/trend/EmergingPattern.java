package org.vigie.analytics.trend;

/** Class of a place by the history of its hot and cold spots; {@link EmergingHotspots} gives the definitions. */
public enum EmergingPattern {
    /** Neither. */
    NONE,
    /** Hot now, for the first time. */
    NEW_HOT,
    /** Hot in one unbroken run up to now, never before it. */
    CONSECUTIVE_HOT,
    /** Hot nine steps of ten, now too, and rising. */
    INTENSIFYING_HOT,
    /** Hot nine steps of ten, now too, without a trend. */
    PERSISTENT_HOT,
    /** Hot nine steps of ten, now too, and falling. */
    DIMINISHING_HOT,
    /** Hot now and off and on before, never cold. */
    SPORADIC_HOT,
    /** Hot now, cold at some step before. */
    OSCILLATING_HOT,
    /** Hot nine steps of ten, not now. */
    HISTORICAL_HOT,
    /** Mirror of {@link #NEW_HOT}. */
    NEW_COLD,
    /** Mirror of {@link #CONSECUTIVE_HOT}. */
    CONSECUTIVE_COLD,
    /** Mirror of {@link #INTENSIFYING_HOT}: cold, and colder. */
    INTENSIFYING_COLD,
    /** Mirror of {@link #PERSISTENT_HOT}. */
    PERSISTENT_COLD,
    /** Mirror of {@link #DIMINISHING_HOT}: cold, and less so. */
    DIMINISHING_COLD,
    /** Mirror of {@link #SPORADIC_HOT}. */
    SPORADIC_COLD,
    /** Mirror of {@link #OSCILLATING_HOT}. */
    OSCILLATING_COLD,
    /** Mirror of {@link #HISTORICAL_HOT}. */
    HISTORICAL_COLD
}

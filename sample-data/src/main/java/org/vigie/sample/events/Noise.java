package org.vigie.sample.events;

/**
 * Ways in which counts depart from what a multiplicative model of them assumes. The committed sample has none of them.
 */
public enum Noise {
    /** Clerks of an agency write down more or fewer facts, as many at each residence: what is quiet changes most. */
    DRIFT,
    /** Good and bad months that whole agencies and neighbourhoods have, each week much like the one before. */
    SHOCKS,
    /** Each residence has a season of its own: another strength, another time of the year. */
    SEASONS,
    /** Some residences are filed under another agency than the one whose clerks write their facts down. */
    LABELS,
    /** Single weeks of single residences with many times the usual facts, and no tension behind them. */
    BURSTS
}

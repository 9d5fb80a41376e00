package org.vigie.jobs.scoring;

import org.vigie.jobs.lake.Table;

/** Scores before they are published. */
public final class ScoringTables {

    /** What stands around a site in a week: works and moves. One row per site. */
    public static final Table CONTEXT = Table.named("scoring/context")
            .text("site_id", "unit scored")
            .count("works_running", "works running in the week")
            .count("works_starting", "works that start within four weeks")
            .count("works_untold", "of both, works of which tenants were not told")
            .count("works_ended", "works that ended in the eight weeks before")
            .count("moves", "move-ins and move-outs in 13 weeks")
            .number("moves_usual", "the same, mean of the three years before");

    /** One row per site: score, status and forecast. */
    public static final Table SCORES = Table.named("scoring/scores")
            .text("site_id", "unit scored")
            .date("week", "Monday of the week scored")
            .number("tension_score", "0 to 100, one decimal")
            .text("status", "VERT, JAUNE, ORANGE, ROUGE (set by a person) or GRIS")
            .text("dynamics", "AMELIORATION, STABLE, DEGRADATION")
            .number("escalation_probability", "chance of at least one escalation fact in the next four weeks")
            .number("escalation_low", "lower end of its 90 % interval")
            .number("escalation_high", "upper end of its 90 % interval")
            .number("escalation_expected", "escalation facts expected in the next eight weeks")
            .count("observed", "facts of the last four weeks")
            .number("expected", "facts expected in the last four weeks")
            .text("method", "pooled, or pooled-single for the only site of its agency")
            .text("reason_fr", "why this status")
            .text("reason_en", "why this status");

    /** One row per site and week: what is likely to come. */
    public static final Table FORECASTS = Table.named("scoring/forecasts")
            .text("site_id", "unit scored")
            .date("week", "Monday of the week at whose end the forecast could be made")
            .number("probability", "chance of at least one escalation fact in the four weeks after")
            .number("low", "lower end of its 90 % interval")
            .number("high", "upper end of its 90 % interval")
            .number("expected_eight", "escalation facts expected in the eight weeks after");

    /** One row per site and part. */
    public static final Table PARTS = Table.named("scoring/parts")
            .text("site_id", "unit scored")
            .date("week", "Monday of the week scored")
            .text("part", "code of the part")
            .number("points", "tenths of a point; parts of a site add up to its score")
            .text("sentence_fr", "what the part says")
            .text("sentence_en", "what the part says");

    private ScoringTables() {}
}

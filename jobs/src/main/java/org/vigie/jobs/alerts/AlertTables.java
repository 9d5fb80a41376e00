package org.vigie.jobs.alerts;

import org.vigie.jobs.lake.Table;

/** Episodes and what teams are told of them. */
public final class AlertTables {

    /** One row per episode and week in which it was open, or closed by it. */
    public static final Table DECISIONS = Table.named("alerts/decisions")
            .text("team", "team that owns the alert")
            .date("week", "Monday of the week")
            .text("site_id", "unit scored")
            .text("alert_id", "A-<week opened>-<site>-<family>")
            .text("episode_id", "episode")
            .text("family", "series that led when it opened")
            .date("opened_week", "Monday of the week in which it opened")
            .date("closed_week", "Monday of the week in which it closed; empty while open")
            .text("state", "NOUVELLE, TRANSMISE, EN_OBSERVATION, NON_TRANSMISE or LEVEE")
            .flag("on_list", "on the team's list in the week")
            .flag("reopened", "it had been closed within the last eight weeks")
            .date("since_week", "Monday of the onset of the rise")
            .count("observed", "facts since then")
            .number("expected", "facts expected since then")
            .count("reported", "of these facts, reported")
            .number("score", "strength of the rise")
            .number("p_value", "chance of evidence as strong as the rise shown, all series together")
            .count("recent_facts", "facts of the last four weeks")
            .number("recent_expected", "facts expected in the last four weeks")
            .count("recent_grave", "facts of severity 4 and 5 in the last four weeks")
            .count("weeks_open", "weeks since it opened");

    private AlertTables() {}
}

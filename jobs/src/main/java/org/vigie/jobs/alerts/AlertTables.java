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
            .text(
                    "state",
                    "NOUVELLE, TRANSMISE, PRISE_EN_CHARGE, EN_OBSERVATION, SOURDINE, NON_TRANSMISE, LEVEE or ANNULEE")
            .flag("on_list", "on the team's list in the week")
            .flag("reopened", "it had been closed within the last eight weeks")
            .date("since_week", "Monday of the onset of the rise")
            .count("observed", "facts since then")
            .number("expected", "facts expected since then")
            .count("reported", "of these facts, reported")
            .number("score", "strength of the rise in its strongest week")
            .number("p_value", "chance of evidence as strong as in its strongest week, all series together")
            .count("recent_facts", "facts of the last four weeks")
            .number("recent_expected", "facts expected in the last four weeks")
            .count("recent_grave", "facts of severity 4 and 5 in the last four weeks")
            .count("weeks_open", "weeks since it opened")
            .text("held", "why it is not on the list while open: CAPACITY, PRECISION, MUTED or NO_NEWS; else NOT")
            .flag("answered", "somebody looked, acted or decided since it last opened, as known in the week")
            .text("outcome", "newest outcome known in the week; empty if none")
            .date("outcome_on", "day of that outcome")
            .date("muted_until", "last day of the mute that holds; empty if none")
            .text("state_reason", "code of the reason of the mute or of the closing by a person; empty if none")
            .text("red_reason", "code of the reason for which a person sets the site red; empty if nobody does")
            .text("opened_by", "rule that opened it: three-facts or severity-five")
            .number("opened_p_value", "chance of evidence as strong in the week in which it opened")
            .number("opened_bound", "largest chance that still stood out among all sites in that week")
            .date(
                    "told_week",
                    "Monday of the first week in which the team was told since it last opened; empty if never")
            .date("strongest_week", "Monday of the week in which the rise was strongest")
            .count("strongest_observed", "facts since the onset, as that week saw it")
            .number("strongest_expected", "facts expected since then, as that week saw it")
            .number("week_p_value", "chance of evidence as strong as in the week itself; 1 when not judged");

    private AlertTables() {}
}

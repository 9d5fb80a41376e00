package org.vigie.jobs.detection;

import org.vigie.jobs.lake.Table;

/** What the detectors say. */
public final class DetectionTables {

    /** One row per site and week judged: all series taken together. What alerts are decided on. */
    public static final Table EVIDENCE = Table.named("detection/evidence")
            .text("site_id", "unit scored")
            .text("agency", "agency")
            .text("team", "mediation team")
            .date("as_of", "Monday of the week judged; nothing known later was read")
            .text("seen", "digest of all that the judgement could see")
            .text("reason", "why not assessed; empty when judged")
            .number("p_value", "chance of evidence at least as strong, all series together; empty when not judged")
            .text("leading", "series that stands out most: ALL, GRAVE or a family")
            .number("score", "strength of the leading series: larger is more suspicious")
            .date("since_week", "Monday of the week in which the rise of the leading series most likely began")
            .count("observed_since", "facts of the leading series since then")
            .number("expected_since", "facts expected since then")
            .count("reported_since", "of these facts, reported")
            .count(
                    "recent_facts",
                    "facts of the last four weeks, all series, without what visits caused by an alert found")
            .number("recent_expected", "facts expected in the last four weeks")
            .count("earlier_facts", "facts of the four weeks before")
            .number("earlier_expected", "facts expected in the four weeks before")
            .count("recent_grave", "facts of severity 4 and 5 in the last four weeks")
            .count("recent_gravest", "facts of severity 5 in the last four weeks")
            .flag("new_facts", "facts of the leading series became known in the week judged")
            .number("presence_recent", "hours of presence a week over the last four; empty when not delivered")
            .number("presence_usual", "hours of presence a week over the year before")
            .count("works_running", "works running in the week judged");

    /** One row per site and series in the published week. */
    public static final Table VERDICTS = Table.named("detection/verdicts")
            .text("site_id", "unit scored")
            .date("as_of", "Monday of the week judged")
            .text("series", "ALL, GRAVE (severity 4 and 5), or a family")
            .text("verdict", "signal, quiet or not-assessed")
            .text("reason", "why not assessed; empty otherwise")
            .number("observed", "facts of the week judged, without the share that visits caused by an alert found")
            .number("expected", "facts expected in that week")
            .number("threshold", "highest count still called ordinary")
            .number("score", "larger is more suspicious")
            .number("p_value", "chance of evidence at least as strong if nothing changed")
            .date("since_week", "Monday of the week in which the rise most likely began")
            .count("observed_since", "facts since then")
            .number("expected_since", "facts expected since then")
            .count("reported_since", "of these facts, reported");

    /** The published week's site, week by week, for charts. */
    public static final Table FITTED = Table.named("detection/fitted")
            .text("site_id", "unit scored")
            .date("week", "Monday of the week")
            .count("reported", "facts reported by residents or partners")
            .count("discovered", "facts found by staff")
            .number("expected", "facts expected")
            .number("low", "lower end of the ordinary range")
            .number("high", "upper end of the ordinary range")
            .number("threshold", "highest count still called ordinary")
            .number("presence_hours", "hours of presence; empty when not delivered")
            .count("works", "works running")
            .count("moves", "move-ins and move-outs");

    /** Members of the groups of neighbouring sites that the scan of a region found; a row without a site if none. */
    public static final Table HOTSPOTS = Table.named("detection/hotspots")
            .text("region", "region scanned: an agency, or empty for the agencies of few sites together")
            .count("number", "1 for the strongest of the region; 0 when it has none")
            .text("site_id", "member; empty when the region has no hotspot")
            .date("since_week", "Monday of the first week of the hotspot")
            .count("site_observed", "facts of the member since then")
            .number("site_expected", "facts expected of it")
            .number("posterior", "share of the evidence that speaks for this member")
            .count("observed", "facts of all members")
            .number("expected", "facts expected of all members")
            .number("p_value", "chance that a scan of the region finds as much when nothing changed");

    /** What kind of spot each site has been over two years. */
    public static final Table TRENDS = Table.named("detection/trends")
            .text("site_id", "unit scored")
            .text("trend", "class of the emerging-hot-spot analysis, such as NEW_HOT, SPORADIC_HOT, NONE");

    private DetectionTables() {}
}

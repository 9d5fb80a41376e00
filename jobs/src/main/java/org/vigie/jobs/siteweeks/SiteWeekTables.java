package org.vigie.jobs.siteweeks;

import java.util.List;
import org.vigie.jobs.lake.Table;

/** What is derived from the staged logs before anything is judged. */
public final class SiteWeekTables {

    /** The units that are followed and scored: residences, or the sector of residences too small to show. */
    public static final Table SITES = Table.named("siteweeks/sites")
            .text("site_id", "unit scored")
            .text("label", "its name")
            .text("agency", "agency")
            .text("sector", "sector; empty if none")
            .text("team", "mediation team; the agency when none was delivered")
            .text("area_id", "neighbourhood of the newest generation delivered; HORS for none")
            .text("area_generation", "2015, 2024 or HORS")
            .text("area_kind", "QPV or HORS")
            .count("dwellings", "dwellings")
            .count("let_dwellings", "dwellings let by the newest description; empty if any member does not say")
            .number("longitude", "WGS 84, degrees")
            .number("latitude", "WGS 84, degrees")
            .date("followed_from", "first day of validity; 1900-01-01 when none was delivered")
            .date("followed_to", "last day of validity; empty while open");

    /** Every code that a fact may carry, and the unit at which it counts. */
    public static final Table PLACES = Table.named("siteweeks/places")
            .text("place_ref", "code of a residence, building or entrance")
            .text("site_id", "unit at which it counts; empty for places above a residence")
            .date("valid_from", "first day of validity")
            .date("valid_to", "last day of validity; empty while open");

    /** Every row of the two fact feeds with its fate, its site, and the weeks during which its version was believed. */
    public static final Table FACTS = Table.named("siteweeks/facts")
            .text("feed", "INCIDENTS or INCIVILITIES")
            .text("fact_id", "number given by the landlord")
            .count("version", "version of that number")
            .text("site_id", "unit at which it counts; empty unless resolved")
            .text("place_ref", "building or entrance as delivered")
            .date("fact_date", "local day")
            .date("week", "Monday of the ISO week of the fact")
            .count("hour", "local hour; empty if not delivered")
            .text("type", "code of the kind of fact")
            .text("family", "family")
            .count("severity", "1 to 5")
            .text("origin", "REPORTED, DISCOVERED, PARTNER, SURVEY or UNKNOWN")
            .flag("counted", "adds to counts in its periods: resolved, not context, not cancelled, ever believed")
            .periods("counts_in", "periods of knowledge, by their Mondays, in which it counts for its site")
            .flag("escalation", "of a kind that the forecast is about")
            .date("known_on", "Monday of the week in which this version became known")
            .date("replaced_on", "Monday of the week in which another took its place; empty while it stands")
            .text("fate", "used, superseded, duplicate, out_of_scope or rejected")
            .text("rule", "rule of the fate; empty when used")
            .text("file_id", "digest of the file")
            .count("line", "line of the file");

    /** Facts per site, week and family, only where not zero, as signed counts by the week in which they became known. */
    public static final Table COUNTS = Table.named("siteweeks/counts")
            .text("site_id", "unit scored")
            .date("week", "Monday of the ISO week of the facts")
            .date("known_on", "Monday of the ISO week in which this became known")
            .text("family", "code of codes/families.csv")
            .text("origin", "REPORTED, DISCOVERED, PARTNER, SURVEY or UNKNOWN")
            .count("severity", "1 to 5")
            .flag("escalation", "of a kind that the forecast is about")
            .count("count", "facts; negative where a correction takes some back");

    /** Plans of works by site, each version with the weeks during which it was believed. */
    public static final Table WORKS = Table.named("siteweeks/works")
            .text("site_id", "unit scored")
            .text("operation_id", "number of the operation")
            .text("works_type", "code of codes/works_types.csv")
            .text("status", "code of codes/works_status.csv")
            .date("start", "actual start, else planned")
            .date("end", "actual end, else planned")
            .count("dwellings", "dwellings concerned")
            .text("interruption", "what is cut")
            .date("tenants_told_on", "day on which tenants were told")
            .date("known_on", "Monday of the week in which this version became known")
            .date("replaced_on", "Monday of the week in which another took its place; empty while it stands");

    /** Moves per site and week. */
    public static final Table MOVES = Table.named("siteweeks/moves")
            .text("site_id", "unit scored")
            .date("week", "Monday of the ISO week of the movement")
            .date("known_on", "Monday of the ISO week in which it became known")
            .text("direction", "IN, OUT or REQ")
            .count("count", "movements; negative where a correction takes some back");

    /** Hours of presence per site and week, all teams. */
    public static final Table PRESENCE = Table.named("siteweeks/presence")
            .text("site_id", "unit scored")
            .date("week", "Monday of the ISO week")
            .number("hours", "hours of all teams")
            .number("alert_hours", "of these, hours of visits caused by an alert");

    /** Known periods of the calendar, each version with the weeks during which it was believed. */
    public static final Table CALENDAR = Table.named("siteweeks/calendar")
            .text("code", "kind of period, as in staged/calendar")
            .date("starts_on", "first day")
            .date("ends_on", "last day")
            .date("known_on", "Monday of the week in which it became known")
            .date("replaced_on", "Monday of the week in which another took its place; empty while it stands");

    /** One row per staged row: where it stands and what became of it. */
    public static final Table FATES = Table.named("siteweeks/fates")
            .text("feed", "feed")
            .text("file_id", "digest of the file")
            .count("line", "line of the file")
            .text("fate", "used, superseded, duplicate, out_of_scope or rejected")
            .text("rule", "rule of the fate; empty when used");

    /** Every table of a join. */
    static final List<Table> ALL = List.of(SITES, PLACES, FACTS, COUNTS, WORKS, MOVES, PRESENCE, FATES);

    private SiteWeekTables() {}
}

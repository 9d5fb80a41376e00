package org.vigie.jobs.staged;

import java.util.List;
import org.vigie.jobs.lake.Table;

/**
 * What is kept of each feed. A row is one version of one thing as one line of one file told it; which version counts is
 * decided when reading.
 *
 * <p>Not kept, because nothing in Vigie needs it: comments (only their length), complaints lodged, costs, reporter
 * tokens, labels of operations, dwelling types and length of tenancy.
 */
public final class StagedTables {

    /** Where a row came from and when it became known; the last columns of every staged table. */
    static final List<Table.Column> PROVENANCE = Table.named("provenance")
            .localTime("recorded_at", "when the landlord recorded this version, as delivered; empty if not delivered")
            .localTime("known_at", "when this version became known: recorded_at unless later than ingestion or missing")
            .text("content", "digest of the typed values, equal for equal content")
            .text("file_id", "digest of the file's content, 16 hexadecimal digits")
            .count("line", "line of the file on which the record starts; the header is on line 1")
            .columns();

    /** Incidents and incivility reports: the same shape, told apart by {@code feed}. */
    public static final Table FACTS = Table.named("staged/facts")
            .text("feed", "INCIDENTS or INCIVILITIES")
            .text("fact_id", "number given by the landlord")
            .count("version", "version of that number, 1 unless delivered")
            .text("linked_fact", "number of the fact that this report is about; empty if none")
            .text("site_ref", "site, building or entrance code as delivered, in capitals")
            .number("longitude", "WGS 84, degrees, for facts without a site code")
            .number("latitude", "WGS 84, degrees")
            .text("type", "code of codes/incident_types.csv")
            .text("family", "code of codes/families.csv")
            .text("fact_class", "INCIDENT, INCIVILITY or CONTEXT (used to explain, not counted)")
            .count("severity", "1 to 5")
            .date("fact_date", "local day on which it happened")
            .count("hour", "local hour, 0 to 23; empty if not delivered")
            .text("channel", "code of codes/reporting_channels.csv")
            .text("origin", "REPORTED, DISCOVERED, PARTNER, SURVEY or UNKNOWN")
            .text("status", "OUVERT (also when not delivered), EN_COURS, CLOS, ANNULE or DOUBLON")
            .count("reports", "number of reports of this fact, 1 unless delivered")
            .count("comment_length", "characters of the comment, which is not kept; 0 for none")
            .and(PROVENANCE);

    /** Building works: one row per operation, site and version of the plan. */
    public static final Table WORKS = Table.named("staged/works")
            .text("operation_id", "number of the operation")
            .text("site_ref", "site code as delivered, in capitals")
            .number("longitude", "WGS 84, degrees, for works without a site code")
            .number("latitude", "WGS 84, degrees")
            .text("works_type", "code of codes/works_types.csv")
            .text("status", "code of codes/works_status.csv")
            .date("planned_start", "first day planned")
            .date("planned_end", "last day planned")
            .date("actual_start", "first day; empty until known")
            .date("actual_end", "last day; empty until known")
            .flag("occupied", "tenants stay during the works")
            .count("dwellings", "dwellings concerned")
            .text("interruption", "AUCUNE, EAU, CHAUFFAGE, ELEC, ASCENSEUR or ACCES")
            .date("tenants_told_on", "day on which tenants were told; empty if not recorded")
            .and(PROVENANCE);

    /** Tenant turnover: one row per movement; evictions, deaths and abandonments are coarsened. */
    public static final Table TURNOVER = Table.named("staged/turnover")
            .text("movement_id", "number of the movement")
            .text("site_ref", "residence or building code as delivered, in capitals")
            .text(
                    "movement_type",
                    "code of codes/turnover_types.csv, coarsened to OUT_OTHER where it could name a household")
            .text("direction", "IN, OUT or REQ")
            .date("effective_on", "day of the movement")
            .and(PROVENANCE);

    /** The hierarchy of places, with validity. */
    public static final Table SITES = Table.named("staged/sites")
            .text("site_id", "code of the place, in capitals")
            .text("label", "name of the place")
            .text("level", "AGENCE, SECTEUR, RESIDENCE, BATIMENT or CAGE")
            .text("parent_id", "code of the place above; empty for an agency")
            .text("agency", "code of the agency")
            .text("area_id", "neighbourhood code; empty for none")
            .text("area_generation", "2015, 2024 or HORS")
            .count("dwellings", "dwellings")
            .count("let_dwellings", "dwellings let when the row was told; empty if not delivered")
            .number("x_l93", "Lambert 93 easting, metres")
            .number("y_l93", "Lambert 93 northing, metres")
            .number("longitude", "WGS 84, degrees")
            .number("latitude", "WGS 84, degrees")
            .date("valid_from", "first day; empty for always")
            .date("valid_to", "last day; empty for open")
            .text("team", "mediation team that owns its alerts")
            .and(PROVENANCE);

    /** Hours that teams were present, by week and site. */
    public static final Table PRESENCE = Table.named("staged/presence")
            .date("week", "Monday of the week")
            .text("site_ref", "site code as delivered, in capitals")
            .text("team", "MEDIATION, GARDIEN, NUIT or PRESTATAIRE")
            .number("hours", "hours of the team in the week")
            .count("visits", "visits; empty if not delivered")
            .text("reason", "PROGRAMME, ALERTE or APPEL; empty if not delivered")
            .and(PROVENANCE);

    /** Known periods: public holidays, school holidays, nights of 14/07 and 31/12. */
    public static final Table CALENDAR = Table.named("staged/calendar")
            .date("starts_on", "first day")
            .date("ends_on", "last day")
            .text(
                    "code",
                    "FERIE, VAC_A, VAC_B, VAC_C, NUIT_31_12, NUIT_14_07, HALLOWEEN, CANICULE, ELECTION, EVENEMENT")
            .text("label", "name of the period")
            .and(PROVENANCE);

    /** What the field found of earlier alerts. */
    public static final Table OUTCOMES = Table.named("staged/outcomes")
            .text("alert_id", "number of the alert")
            .date("outcome_on", "day of the outcome")
            .text("outcome", "code of codes/alert_outcomes.csv")
            .text("action", "code of codes/alert_actions.csv; empty if none")
            .text("role", "code of codes/actors.csv, never a name; empty if none")
            .date("review_on", "day of the next review; empty if none")
            .text("decision", "SOURDINE, LEVEE or ROUGE, taken by a person; empty if none")
            .text("decision_reason", "code of the reason of the decision; empty if none")
            .date("decision_until", "last day of the decision; empty if it has none")
            .and(PROVENANCE);

    /** Rows that could not be used, with the rule that they break; never their content. */
    public static final Table REJECTS = Table.named("staged/rejects")
            .text("feed", "feed")
            .text("file_id", "digest of the file's content")
            .count("line", "line of the file on which the record starts")
            .text("column", "column at fault, as the schema names it; empty when the whole row is")
            .text("rule", "code of the rule");

    private StagedTables() {}

    /** Every staged table of a feed, without the rejects. */
    public static List<Table> all() {
        return List.of(FACTS, WORKS, TURNOVER, SITES, PRESENCE, CALENDAR, OUTCOMES);
    }
}

package org.vigie.dashboards.tables;

import java.util.List;

/**
 * Every table of a published week.
 *
 * <p>A week is its Monday. Codes are those of the landlord's mapping ({@code labels} gives their wording). A column
 * that ends in {@code _fr} or {@code _en} is a sentence ready to print.
 */
public final class PublishedTables {

    /** One row per site: the week's score and status. */
    public static final PublishedTable SCORES = PublishedTable.named("scores")
            .text("site_id", "residence")
            .date("week", "Monday of the week scored")
            .number("tension_score", "0 to 100, one decimal; the sum of the site's parts")
            .text("status", "VERT, JAUNE, ORANGE, ROUGE (set by a person), GRIS (cannot tell)")
            .text("dynamics", "AMELIORATION, STABLE, DEGRADATION")
            .number(
                    "escalation_probability",
                    "chance of at least one escalation fact (escalation_target = Y) in the next four weeks, 0 to 1")
            .number("escalation_low", "lower end of its 90 % interval")
            .number("escalation_high", "upper end of its 90 % interval")
            .number("escalation_expected", "escalation facts expected in the next eight weeks")
            .count("observed", "facts of the last four weeks")
            .number("expected", "facts expected in the last four weeks")
            .count("rank", "1 is the highest score; equal scores share a rank")
            .text("method", "pooled, or pooled-single for the only site of its agency")
            .text("reason_fr", "why this status, in French")
            .text("reason_en", "why this status, in English");

    /** The score taken apart: one row per site and part with points. */
    public static final PublishedTable PARTS = PublishedTable.named("parts")
            .text("site_id", "residence")
            .date("week", "Monday of the week scored")
            .text("part", "code of the part")
            .number("points", "0 or more, one decimal; points of a site add up to its score")
            .text("sentence_fr", "what the part says, in French")
            .text("sentence_en", "what the part says, in English");

    /** The alerts of the week, told or not. */
    public static final PublishedTable ALERTS = PublishedTable.named("alerts")
            .text("alert_id", "A-<week opened>-<site>-<family>")
            .text("episode_id", "episode that the alert belongs to")
            .text("site_id", "residence")
            .text("team", "team that owns the alert")
            .date("week", "Monday of the published week")
            .text(
                    "state",
                    "NOUVELLE, TRANSMISE, PRISE_EN_CHARGE, EN_OBSERVATION, LEVEE, SOURDINE, NON_TRANSMISE, ANNULEE")
            .flag("reopened", "the episode had been closed within the last eight weeks")
            .flag("transmitted", "on the team's list this week")
            .text("family", "family of facts that stands out, or ALL, or GRAVE")
            .text("place", "where within the site, as far as known")
            .count("observed", "facts of the family since the onset week, as the published week sees it")
            .number("expected", "facts expected since the onset week")
            .count("reported", "of the observed, reported by residents or partners")
            .count("discovered", "of the observed, found by staff")
            .date("since_week", "Monday of the onset week")
            .number("evidence", "larger is stronger; the order of the list")
            .number(
                    "recurrence_weeks",
                    "about once in so many weeks would chance do at this site what the strongest week showed")
            .number("confirmed_per_100", "of 100 alerts of this level checked within a year, confirmed; shrunken")
            .text("change_fr", "what changes, in French")
            .text("change_en", "what changes, in English")
            .text("context_fr", "what may explain it, in French")
            .text("context_en", "what may explain it, in English")
            .text("hours_fr", "when facts happen, in French; empty under eight facts")
            .text("hours_en", "when facts happen, in English; empty under eight facts")
            .text("next_step_fr", "proposed next step, in French")
            .text("next_step_en", "proposed next step, in English")
            .text("owner", "team or role that owns the next step")
            .date("review_on", "day of review")
            .text("clears_fr", "what will close it, in French")
            .text("clears_en", "what will close it, in English")
            .number("confirmed_low", "lower end of the 90 % interval of confirmed_per_100")
            .number("confirmed_high", "upper end of the 90 % interval of confirmed_per_100")
            .text("field_fr", "how often alerts of this level were right, in French; empty while too few were checked")
            .text("field_en", "how often alerts of this level were right, in English")
            .text("note_fr", "why the alert stands as it does (muted, held back, cancelled), in French")
            .text("note_en", "why the alert stands as it does, in English")
            .date("strongest_week", "Monday of the week in which the rise was strongest")
            .number(
                    "week_recurrence_weeks",
                    "about once in so many weeks would chance do what the published week shows")
            .count("waiting_weeks", "weeks since it was told, or last acted upon, without anybody following it")
            .flag("decision_due", "four such weeks or more: the manager decides to act, mute or accept");

    /** Groups of neighbouring sites that stand out together. */
    public static final PublishedTable HOTSPOTS = PublishedTable.named("hotspots")
            .text("hotspot_id", "H-<week>-<number>")
            .date("week", "Monday of the published week")
            .text("site_ids", "member sites, joined by a vertical bar")
            .count("observed", "facts in the group and window")
            .number("expected", "facts expected there")
            .number("relative_risk", "observed over expected")
            .number("evidence", "larger is stronger")
            .number("p_value", "chance of a group at least as strong")
            .number("recurrence_weeks", "about once in so many weeks by chance, at most 52")
            .date("since_week", "Monday of the first week of the window")
            .flag("in_episodes", "every member has an open episode already: no news");

    /** What each member brings to a hotspot. */
    public static final PublishedTable HOTSPOT_SITES = PublishedTable.named("hotspot_sites")
            .text("hotspot_id", "the hotspot")
            .text("site_id", "member")
            .count("observed", "facts of the member in the window")
            .number("expected", "facts expected of it")
            .number("posterior", "share of the evidence that speaks for this member, 0 to 1")
            .flag("in_episode", "has an open episode");

    /** Neighbourhoods compared over a period. */
    public static final PublishedTable AREAS = PublishedTable.named("areas")
            .text("period", "quarter, such as 2026-Q3")
            .text("area_id", "neighbourhood; HORS for sites outside any")
            .text("perimeter_generation", "generation of the perimeter used for every period shown")
            .count("dwellings", "dwellings of its sites")
            .count("facts", "facts in the period, without weeks in which a feed was silent; empty for GRIS")
            .number("rate_per_100_dwellings", "facts per 100 dwellings and year, shrunken")
            .number("low", "lower end of the 95 % interval of the rate")
            .number("high", "upper end of the 95 % interval of the rate")
            .number("change", "relative change on the same quarter a year before")
            .text("status", "AU_DESSUS, DANS_LA_MOYENNE, EN_DESSOUS; GRIS where a feed was silent most of the period")
            .text("dynamics", "AMELIORATION, STABLE, DEGRADATION")
            .text("trend", "class of its hot and cold periods over two years, newest period only; empty if not known")
            .flag("suppressed", "figures withheld because counts are small");

    /** Three years of every site by week, dense, for the charts. */
    public static final PublishedTable WEEKS = PublishedTable.named("weeks")
            .text("site_id", "residence")
            .date("week", "Monday of the week")
            .count("reported", "facts reported by residents or partners")
            .count("discovered", "facts found by staff")
            .number("expected", "facts expected")
            .number("low", "lower end of the ordinary range")
            .number("high", "upper end of the ordinary range")
            .number("threshold", "highest count still called ordinary")
            .number("presence_hours", "hours of team presence; empty when not delivered")
            .count("works", "building works running")
            .count("moves", "move-ins and move-outs")
            .count("vacant", "vacant dwellings at the end of the week; empty where not known");

    /** Facts by family and week over the last 52 weeks, only where not zero. */
    public static final PublishedTable FAMILIES = PublishedTable.named("families")
            .text("site_id", "residence")
            .date("week", "Monday of the week")
            .text("family", "family of facts")
            .count("facts", "facts of the family")
            .count("grave", "of these, of severity 4 or 5");

    /** Building works known at the week: those of the last three years and those to come. */
    public static final PublishedTable WORKS = PublishedTable.named("works")
            .text("site_id", "residence")
            .text("operation_id", "number of the operation")
            .text("works_type", "code of the kind of works")
            .text("status", "PLANNED, NOTIFIED, ONGOING, SUSPENDED, DONE, RESERVES, CANCELLED")
            .date("start", "actual start, else planned")
            .date("end", "actual end, else planned")
            .count("dwellings", "dwellings concerned")
            .text("interruption", "what is cut: EAU, CHAUFFAGE, ELEC, ASCENSEUR, ACCES, AUCUNE")
            .date("tenants_told_on", "day on which tenants were told; empty if not recorded")
            .text("phase", "EN_COURS, A_VENIR (starts within four weeks), PREVU (later), TERMINE");

    /** History of episodes with their outcome, over the last 52 weeks. */
    public static final PublishedTable EPISODES = PublishedTable.named("episodes")
            .text("episode_id", "episode")
            .text("site_id", "residence")
            .text("family", "family of facts that opened it")
            .date("opened_week", "Monday of the week in which it opened")
            .date("closed_week", "Monday of the week in which it closed; empty while open")
            .date("first_told_week", "Monday of the first week in which the team was told; empty if it never was")
            .text("state", "state at the end of the published week")
            .count("observed", "facts since the onset, as seen in its strongest week")
            .number("expected", "facts expected over the same weeks")
            .flag("reopened", "closed and opened again")
            .text("outcome", "newest outcome known; NOT_CHECKED two weeks after it was told without one; else empty")
            .date("outcome_on", "day of the outcome; empty if nobody gave one")
            .text("alert_id", "number of its alert")
            .text("opened_by", "rule that opened it: three-facts or severity-five")
            .number("opened_p_value", "chance of evidence as strong in the week in which it opened")
            .number("opened_bound", "largest chance that still stood out among all sites in that week");

    /** How often alerts of the horizon were right, as the field found. */
    public static final PublishedTable PRECISION = PublishedTable.named("precision")
            .text("kind", "level or family")
            .text("code", "STRONG, CLEAR or WEAK; or the family")
            .count("alerts", "alerts told, answered or told two weeks ago or more")
            .count("checked", "of these, alerts of which somebody could tell on site")
            .count("confirmed", "confirmed on site")
            .count("works", "explained by works or an outage")
            .count("known", "already known")
            .count("nothing", "nothing found")
            .count("data", "error or catch-up of data")
            .count("not_checked", "not checked, or no outcome within two weeks")
            .number("confirmed_per_100", "of 100 checked, confirmed; shrunken towards all groups")
            .number("confirmed_low", "lower end of its 90 % interval")
            .number("confirmed_high", "upper end of its 90 % interval")
            .number("right_per_100", "of 100 checked, confirmed, known or explained by works; shrunken")
            .number("right_low", "lower end of its 90 % interval")
            .number("right_high", "upper end of its 90 % interval")
            .flag("stopped", "the family does not alert: it was wrong too often");

    /** What came of the forecasts of escalation of the newest 52 weeks whose outcome is known, each made as known then. */
    public static final PublishedTable RELIABILITY = PublishedTable.named("reliability")
            .count("group", "0 for all forecasts; 1 for the lowest tenth of the probabilities, to 10 for the highest")
            .count("forecasts", "forecasts: one for each site and week")
            .number("forecast", "mean probability that was forecast, 0 to 1")
            .number("observed", "share of the forecasts that an escalation fact followed within four weeks, 0 to 1")
            .number("low", "lower end of its 90 % interval, for as many forecasts as do not overlap")
            .number("high", "upper end of its 90 % interval");

    /** Load of each team against its capacity. */
    public static final PublishedTable TEAMS = PublishedTable.named("teams")
            .text("team", "team")
            .date("week", "Monday of the published week")
            .count("capacity", "open alerts that the team can follow")
            .count("transmitted", "alerts on its list")
            .count("new_alerts", "of these, new this week")
            .count("drawer", "alerts not transmitted for lack of capacity")
            .count("closed", "episodes closed this week")
            .count("sites", "sites of the team");

    /** Visits proposed to each team, in order. */
    public static final PublishedTable VISITS = PublishedTable.named("visits")
            .text("team", "team")
            .date("week", "Monday of the published week")
            .count("visit_order", "1 first")
            .text("site_id", "residence")
            .text("kind", "ALERTE, or HASARD for a calm site drawn at random")
            .text("alert_id", "the alert; empty for a random visit");

    /** Sites followed in the week. */
    public static final PublishedTable SITES = PublishedTable.named("sites")
            .text("site_id", "residence")
            .text("label", "name of the residence")
            .text("agency", "agency")
            .text("sector", "sector")
            .text("team", "mediation team")
            .text("area_id", "neighbourhood of the generation used; HORS for none")
            .text("area_kind", "QPV, QVA or HORS")
            .count("dwellings", "dwellings")
            .number("longitude", "WGS 84, degrees")
            .number("latitude", "WGS 84, degrees")
            .text("trend", "class of its hot and cold periods over two years; empty if not known");

    /** Wording of codes: families, works, states, outcomes, neighbourhoods, teams. */
    public static final PublishedTable LABELS = PublishedTable.named("labels")
            .text("kind", "family, works_type, part, area, team, feed, rule…")
            .text("code", "the code")
            .text("label_fr", "in French")
            .text("label_en", "in English");

    /** What became of every row delivered. */
    public static final PublishedTable QUALITY = PublishedTable.named("quality")
            .text("feed", "feed; empty for a file that matches none")
            .text("file", "file name")
            .count("rows_read", "rows in the file, without the header")
            .count("rows_used", "rows that count")
            .count("rows_superseded", "older versions and cancellations")
            .count("rows_duplicate", "rows already there")
            .count("rows_out_of_scope", "facts outside every site's reach")
            .count("rows_rejected", "rows in quarantine")
            .text("reasons", "rule=count, sorted, joined by a vertical bar")
            .date("latest_fact", "day of the newest fact up to the published week")
            .count("freshness_days", "days from the newest fact to the end of the published week");

    /** How much each feed brought beside what it usually brings. */
    public static final PublishedTable VOLUMES = PublishedTable.named("volumes")
            .text("feed", "feed in the words of the settings")
            .date("week", "Monday of the published week")
            .count("weeks", "weeks counted: one, the published; or several, up to the newest delivered whole")
            .count("observed", "rows of these weeks; facts as known at the end of their own week")
            .count("low", "least expected after the periods before; empty while they are too few")
            .count("high", "largest expected")
            .count("history", "earlier periods of the same length compared with")
            .text("state", "HABITUEL, EN_DESSOUS, AU_DESSUS; HISTORIQUE_COURT while earlier periods are too few");

    private static final List<PublishedTable> ALL = List.of(
            SCORES,
            PARTS,
            ALERTS,
            HOTSPOTS,
            HOTSPOT_SITES,
            AREAS,
            WEEKS,
            FAMILIES,
            WORKS,
            EPISODES,
            PRECISION,
            RELIABILITY,
            TEAMS,
            VISITS,
            SITES,
            LABELS,
            QUALITY,
            VOLUMES);

    private PublishedTables() {}

    /** Every table, in the order of the workbook. */
    public static List<PublishedTable> all() {
        return ALL;
    }
}

package org.vigie.dashboards.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.dashboards.charts.WeekSeries;
import org.vigie.dashboards.pages.TeamList.Bar;
import org.vigie.dashboards.pages.TeamList.Elsewhere;
import org.vigie.dashboards.pages.TeamList.RandomStop;
import org.vigie.dashboards.pages.TeamList.Says;
import org.vigie.dashboards.pages.TeamList.Stop;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Formats;
import org.vigie.dashboards.texts.Texts;

/** Fills the list of each team. */
final class TeamLists {

    private static final int BAR_WEEKS = 12;
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_LINE = 170;
    private static final int MOST_NAMES = 14;
    private static final int MOST_HOTSPOTS = 3;

    private final PublishedWeek week;
    private final Texts texts;
    private final Formats formats;
    private final AlertCards cards;
    private final HotspotCards hotspotCards;
    private final Map<String, PublishedRow> alerts;

    TeamLists(PublishedWeek week) {
        this.week = week;
        this.texts = week.texts();
        this.formats = texts.formats();
        this.cards = new AlertCards(week);
        this.hotspotCards = new HotspotCards(week);
        this.alerts = week.rows(PublishedTables.ALERTS).stream()
                .collect(Collectors.toMap(row -> row.text("alert_id"), row -> row, (first, second) -> first));
    }

    /** Codes of all teams that have a load, a visit or a site. */
    List<String> teams() {
        return Stream.of(PublishedTables.TEAMS, PublishedTables.VISITS, PublishedTables.SITES)
                .flatMap(table -> week.rows(table).stream())
                .map(row -> row.text("team"))
                .filter(team -> !team.isBlank())
                .distinct()
                .sorted()
                .toList();
    }

    TeamList list(String team) {
        List<PublishedRow> visits = week.rows(PublishedTables.VISITS).stream()
                .filter(row -> row.text("team").equals(team))
                .sorted(Comparator.comparingInt(row -> row.count("visit_order").orElse(Integer.MAX_VALUE)))
                .toList();
        List<Stop> stops = visits.stream()
                .filter(row -> !isRandom(row))
                .flatMap(row ->
                        Optional.ofNullable(alerts.get(row.text("alert_id"))).map(alert -> stop(row, alert)).stream())
                .toList();
        List<RandomStop> random =
                visits.stream().filter(TeamLists::isRandom).map(this::random).toList();
        String name = week.label("team", team);
        String title =
                texts.say("list.title", "week", formats.week(week.settings().week()), "team", name);
        return new TeamList(
                new Frame(texts, week.settings(), title, "lists", "../"),
                name,
                TeamList.pdfName(team),
                heading(stops.size(), random.size()),
                stops,
                random,
                hotspots(team),
                elsewhere(team, visits),
                Outcomes.boxes(texts),
                certainty());
    }

    private static boolean isRandom(PublishedRow visit) {
        return visit.text("kind").equals("HASARD");
    }

    /** The list is for the week that follows the published one. */
    private TeamList.Heading heading(int stops, int random) {
        LocalDate monday = week.settings().week().plusWeeks(1);
        return new TeamList.Heading(
                texts.say("list.days", "from", formats.day(monday), "to", formats.day(monday.plusDays(6))),
                texts.say("list.content", "stops", stops, "random", random));
    }

    private Stop stop(PublishedRow visit, PublishedRow alert) {
        String site = alert.text("site_id");
        AlertCard card = cards.card(alert);
        Says says = new Says(
                Shortened.to(LONGEST_LINE, card.change()),
                Shortened.to(LONGEST_LINE, week.sentence(alert, "hours")),
                Shortened.to(LONGEST_LINE, week.sentence(alert, "context")),
                Shortened.to(LONGEST_LINE, card.nextStep()));
        return new Stop(
                Integer.toString(visit.count("visit_order").orElse(0)),
                Shortened.to(LONGEST_NAME, week.nameOf(site)),
                Status.of(week.statusOf(site), texts).label(),
                Shortened.to(LONGEST_NAME, where(site, alert.text("place"))),
                seen(alert),
                bars(site, alert),
                says);
    }

    private String where(String site, String within) {
        String area = week.rowsOf(PublishedTables.SITES, site).stream()
                .findFirst()
                .map(row -> Areas.nameOf(row, week))
                .orElse("");
        return within.isBlank() ? area : within + " · " + area;
    }

    private String seen(PublishedRow alert) {
        Optional<LocalDate> opened = week.rowsOf(PublishedTables.EPISODES, alert.text("site_id")).stream()
                .filter(row -> row.text("episode_id").equals(alert.text("episode_id")))
                .flatMap(row -> row.date("opened_week").stream())
                .findFirst();
        boolean fresh = alert.text("state").equals("NOUVELLE")
                || opened.filter(week.settings().week()::equals).isPresent();
        if (fresh || opened.isEmpty()) {
            return fresh ? texts.say("list.new") : texts.say("list.seen");
        }
        return texts.say("list.seen.since", "week", formats.week(opened.get()));
    }

    private List<Bar> bars(String site, PublishedRow alert) {
        List<WeekSeries.Week> weeks =
                SiteWeeks.series(week, site).last(BAR_WEEKS).weeks();
        double most = weeks.stream().mapToDouble(WeekSeries.Week::facts).max().orElse(0);
        LocalDate since = alert.date("since_week").orElse(LocalDate.MAX);
        return weeks.stream()
                .map(one -> new Bar(
                        (int) Math.round(100 * one.facts() / Math.max(1, most)),
                        !one.monday().isBefore(since)))
                .toList();
    }

    private RandomStop random(PublishedRow visit) {
        String site = visit.text("site_id");
        return new RandomStop(
                Integer.toString(visit.count("visit_order").orElse(0)),
                Shortened.to(LONGEST_NAME, week.nameOf(site)),
                Shortened.to(LONGEST_NAME, where(site, "")));
    }

    /** Groups of neighbouring sites in a line each; those of one team alone are as many as it can look at. */
    private List<String> hotspots(String team) {
        Set<String> sites = week.rows(PublishedTables.SITES).stream()
                .filter(site -> site.text("team").equals(team))
                .map(site -> site.text("site_id"))
                .collect(Collectors.toSet());
        return hotspotCards.with(sites).stream()
                .limit(MOST_HOTSPOTS)
                .map(card -> Shortened.to(
                        LONGEST_LINE,
                        card.facts() + " "
                                + card.members().stream()
                                        .map(member -> Shortened.to(40, member.name()))
                                        .collect(Collectors.joining(", "))
                                + "."))
                .toList();
    }

    /** The sites that are not on the list, gathered by status; green ones are counted, not named. */
    private List<Elsewhere> elsewhere(String team, List<PublishedRow> visits) {
        Set<String> listed = visits.stream().map(row -> row.text("site_id")).collect(Collectors.toSet());
        Map<Integer, List<String>> others = new TreeMap<>();
        for (PublishedRow site : week.rows(PublishedTables.SITES)) {
            String id = site.text("site_id");
            if (site.text("team").equals(team) && !listed.contains(id)) {
                int order = Status.CODES.indexOf(week.statusOf(id));
                others.computeIfAbsent(order, o -> new ArrayList<>()).add(Shortened.to(40, week.nameOf(id)));
            }
        }
        return others.entrySet().stream()
                .map(entry -> elsewhere(Status.of(Status.CODES.get(entry.getKey()), texts), entry.getValue()))
                .toList();
    }

    private Elsewhere elsewhere(Status status, List<String> names) {
        String title = texts.say("list.elsewhere." + status.code(), "count", names.size());
        if (status.code().equals("VERT")) {
            return new Elsewhere(title, "");
        }
        String joined = names.stream().sorted().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return new Elsewhere(
                title,
                names.size() > MOST_NAMES
                        ? texts.say("list.elsewhere.more", "names", joined, "count", names.size() - MOST_NAMES)
                        : joined);
    }

    /** How often alerts were confirmed, from the strongest alert that knows; said once for the whole list. */
    private String certainty() {
        return week.alerts().stream()
                .flatMapToDouble(alert -> alert.number("confirmed_per_100").stream())
                .mapToObj(count -> texts.say("card.certainty.confirmed", "count", formats.whole(count)))
                .findFirst()
                .orElse(texts.say("card.certainty.unconfirmed"));
    }
}

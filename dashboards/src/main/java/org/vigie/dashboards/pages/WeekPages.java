package org.vigie.dashboards.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.dashboards.pages.WeekPage.AlertList;
import org.vigie.dashboards.pages.WeekPage.Decisions;
import org.vigie.dashboards.pages.WeekPage.Load;
import org.vigie.dashboards.pages.WeekPage.TeamLoad;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Formats;
import org.vigie.dashboards.texts.Texts;

/** Fills the page of the week: the alerts and the load of the teams; the rest is asked of its neighbours. */
final class WeekPages {

    private static final Set<String> ONGOING =
            Set.of("NOUVELLE", "TRANSMISE", "PRISE_EN_CHARGE", "EN_OBSERVATION", "SOURDINE");

    /** Weeks that the table of families goes back, the published one included. */
    private static final int FAMILY_WEEKS = 52;

    private final PublishedWeek week;
    private final Texts texts;
    private final Formats formats;
    private final AlertCards cards;

    WeekPages(PublishedWeek week) {
        this.week = week;
        this.texts = week.texts();
        this.formats = texts.formats();
        this.cards = new AlertCards(week);
    }

    WeekPage page() {
        String title = texts.say(
                "week.title", "week", formats.weekAndYear(week.settings().week()));
        return new WeekPage(
                new Frame(texts, week.settings(), title, "week", ""),
                new TrustBanner(week).trust(),
                synthesis(),
                lists(),
                new Decisions(texts.say("week.decide", "count", due().size()), due()),
                load(),
                new Lookout(week).ahead(),
                new SiteTable(week).places(),
                new TrustBanner(week).quality());
    }

    private List<AlertList> lists() {
        return List.of(
                list("new", this::isNew),
                list("moving", alert -> isOngoing(alert) && hasNews(alert)),
                list("unmoved", alert -> isOngoing(alert) && !hasNews(alert)),
                list("closed", WeekPages::isEnded));
    }

    /** Alerts that nobody followed for four weeks, those that wait longest first. */
    private List<AlertCard> due() {
        return week.alerts().stream()
                .filter(alert -> alert.flag("decision_due"))
                .map(cards::card)
                .sorted(Comparator.comparingInt(AlertCard::waitingWeeks).reversed())
                .toList();
    }

    private static boolean isEnded(PublishedRow alert) {
        return alert.text("state").equals("LEVEE") || alert.text("state").equals("ANNULEE");
    }

    private AlertList list(String name, Predicate<PublishedRow> member) {
        List<AlertCard> members =
                week.alerts().stream().filter(member).map(cards::card).toList();
        return new AlertList(
                texts.say("week.list." + name, "count", members.size()),
                texts.say("week.list." + name + ".none"),
                members);
    }

    private boolean isNew(PublishedRow alert) {
        String state = alert.text("state");
        return state.equals("NOUVELLE") || (ONGOING.contains(state) && openedThisWeek(alert));
    }

    private boolean isOngoing(PublishedRow alert) {
        return ONGOING.contains(alert.text("state")) && !isNew(alert);
    }

    private boolean openedThisWeek(PublishedRow alert) {
        return week.rowsOf(PublishedTables.EPISODES, alert.text("site_id")).stream()
                .filter(episode -> episode.text("episode_id").equals(alert.text("episode_id")))
                .anyMatch(episode -> episode.date("opened_week").stream()
                        .anyMatch(week.settings().week()::equals));
    }

    /** A fact of the alert's kind in the published week. */
    private boolean hasNews(PublishedRow alert) {
        String family = alert.text("family");
        return week.rowsOf(PublishedTables.FAMILIES, alert.text("site_id")).stream()
                .filter(row ->
                        row.date("week").stream().anyMatch(week.settings().week()::equals))
                .anyMatch(row -> switch (family) {
                    case "ALL", "" -> row.count("facts").orElse(0) > 0;
                    case "GRAVE" -> row.count("grave").orElse(0) > 0;
                    default ->
                        row.text("family").equals(family) && row.count("facts").orElse(0) > 0;
                });
    }

    private String synthesis() {
        long fresh = count(this::isNew);
        long ongoing = count(this::isOngoing);
        long closed = count(WeekPages::isEnded);
        String alerts = fresh + ongoing == 0
                ? texts.say("week.synthesis.none", "closed", closed)
                : texts.say("week.synthesis.alerts", "fresh", fresh, "ongoing", ongoing, "closed", closed);
        int sites = week.rows(PublishedTables.SITES).size();
        return texts.say("week.synthesis", "sites", sites, "alerts", alerts, "grave", grave());
    }

    private long count(Predicate<PublishedRow> member) {
        return week.alerts().stream().filter(member).count();
    }

    /** Grave facts of the week beside the mean of the year before. */
    private String grave() {
        LocalDate monday = week.settings().week();
        int now = 0;
        int before = 0;
        for (PublishedRow row : week.rows(PublishedTables.FAMILIES)) {
            int grave = row.count("grave").orElse(0);
            boolean thisWeek = row.date("week").stream().anyMatch(monday::equals);
            now += thisWeek ? grave : 0;
            before += thisWeek ? 0 : grave;
        }
        int weeksBefore = Math.max(1, Math.min(FAMILY_WEEKS, week.longestHistory()) - 1);
        String mean = formats.decimal(before / (double) weeksBefore);
        return texts.say("week.synthesis.grave", "count", now, "mean", mean);
    }

    private Load load() {
        List<AlertCard> drawer = week.alerts().stream()
                .filter(alert -> alert.text("state").equals("NON_TRANSMISE"))
                .map(cards::card)
                .toList();
        List<TeamLoad> teams = week.rows(PublishedTables.TEAMS).stream()
                .sorted(Comparator.comparing(row -> row.text("team")))
                .map(this::team)
                .toList();
        return new Load(teams, texts.say("week.drawer", "count", drawer.size()), drawer);
    }

    private TeamLoad team(PublishedRow row) {
        int capacity = row.count("capacity").orElse(0);
        int transmitted = row.count("transmitted").orElse(0);
        List<String> details = new ArrayList<>();
        details.add(texts.say("team.new", "count", row.count("new_alerts").orElse(0)));
        details.add(texts.say("team.closed", "count", row.count("closed").orElse(0)));
        int drawer = row.count("drawer").orElse(0);
        if (drawer > 0) {
            details.add(texts.say("team.drawer", "count", drawer));
        }
        double share = capacity == 0 ? 0 : Math.min(100, 100.0 * transmitted / capacity);
        return new TeamLoad(
                week.label("team", row.text("team")),
                TeamList.link(row.text("team")),
                transmitted + "/" + capacity,
                String.join(", ", details),
                String.format(Locale.ROOT, "%.0f", share),
                transmitted >= capacity);
    }
}

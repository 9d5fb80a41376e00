package org.vigie.dashboards.pages;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.dashboards.pages.HotspotCard.Member;
import org.vigie.dashboards.tables.PublishedRow;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Formats;
import org.vigie.dashboards.texts.Texts;

/** Fills the cards of the groups of neighbouring sites. */
final class HotspotCards {

    private static final double YEAR_WEEKS = 52;

    private final PublishedWeek week;
    private final Texts texts;
    private final Formats formats;

    HotspotCards(PublishedWeek week) {
        this.week = week;
        this.texts = week.texts();
        this.formats = texts.formats();
    }

    /** All cards, strongest first. */
    List<HotspotCard> all() {
        return where(member -> true);
    }

    /** Cards of the groups with a member among these sites, strongest first. */
    List<HotspotCard> with(Set<String> sites) {
        return where(sites::contains);
    }

    private List<HotspotCard> where(Predicate<String> anyMember) {
        return week.rows(PublishedTables.HOTSPOTS).stream()
                .filter(spot -> membersOf(spot).stream()
                        .map(member -> member.text("site_id"))
                        .anyMatch(anyMember))
                .sorted(Comparator.comparingDouble(
                        spot -> -spot.number("evidence").orElse(0)))
                .map(this::card)
                .toList();
    }

    private List<PublishedRow> membersOf(PublishedRow spot) {
        return week.rows(PublishedTables.HOTSPOT_SITES).stream()
                .filter(member -> member.text("hotspot_id").equals(spot.text("hotspot_id")))
                .sorted(Comparator.comparingDouble(
                        member -> -member.number("posterior").orElse(0)))
                .toList();
    }

    private HotspotCard card(PublishedRow spot) {
        List<PublishedRow> members = membersOf(spot);
        String facts = texts.say(
                "hotspot.facts",
                "sites",
                members.size(),
                "observed",
                spot.count("observed").orElse(0),
                "expected",
                decimal(spot.number("expected")),
                "week",
                spot.date("since_week").map(formats::week).orElse(""));
        return new HotspotCard(
                facts,
                texts.say(spot.flag("in_episodes") ? "hotspot.known" : "hotspot.news"),
                chance(spot),
                members.stream().map(this::member).toList());
    }

    private Member member(PublishedRow member) {
        String site = member.text("site_id");
        return new Member(
                week.nameOf(site),
                SitePage.link(site),
                texts.say(
                        "hotspot.member",
                        "observed",
                        member.count("observed").orElse(0),
                        "expected",
                        decimal(member.number("expected"))),
                member.flag("in_episode") ? texts.say("hotspot.episode") : "");
    }

    private String chance(PublishedRow spot) {
        double weeks = spot.number("recurrence_weeks").orElse(1);
        return weeks >= YEAR_WEEKS
                ? texts.say("hotspot.chance.rare")
                : texts.say("hotspot.chance", "count", Math.max(1, Math.round(weeks)));
    }

    private String decimal(OptionalDouble number) {
        return number.isPresent() ? formats.decimal(number.getAsDouble()) : texts.say("absent");
    }
}

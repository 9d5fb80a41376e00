package org.vigie.jobs.scoring;

import static org.vigie.jobs.scoring.SiteScorer.integer;
import static org.vigie.jobs.scoring.SiteScorer.number;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.vigie.analytics.tension.TensionScore;
import org.vigie.jobs.detection.SeriesLabels;
import org.vigie.jobs.texts.Sentences;

/** The sentence of one part of a site's score, from the figures that the part was made from. */
final class PartSentence {

    private final Row site;
    private final TensionScore.Part part;

    PartSentence(Row site, TensionScore.Part part) {
        this.site = site;
        this.part = part;
    }

    /** {@code FACTS-OCC} for a family of facts, else the kind. */
    String code() {
        return part.family().isEmpty() ? part.kind().name() : part.kind() + "-" + part.family();
    }

    String in(Sentences sentences) {
        return sentences.say("part." + part.kind(), arguments(sentences)).strip();
    }

    private Map<String, Object> arguments(Sentences sentences) {
        return switch (part.kind()) {
            case FACTS -> facts(sentences);
            case GRAVE -> Map.of("count", integer(site, "recent_grave"));
            case NEIGHBOURS ->
                Map.of(
                        "others", integer(site, "hotspot_sites") - 1,
                        "since", sentences.week(site.getAs("hotspot_since")),
                        "observed", site.<Long>getAs("hotspot_observed"),
                        "expected", number(site, "hotspot_expected"));
            case WORKS -> works(site);
            case TURNOVER -> Map.of("moves", integer(site, "moves"), "usual", number(site, "moves_usual"));
            case UNANSWERED -> Map.of("weeks", integer(site, "weeks_unanswered"));
            case PRESENCE -> Map.of("recent", number(site, "presence_recent"), "usual", number(site, "presence_usual"));
        };
    }

    /** Arguments of every sentence about works. */
    static Map<String, Object> works(Row site) {
        int running = integer(site, "works_running");
        int starting = integer(site, "works_starting");
        return Map.of(
                "running",
                running,
                "starting",
                starting,
                "both",
                running > 0 && starting > 0 ? "yes" : "no",
                "untold",
                integer(site, "works_untold"));
    }

    private Map<String, Object> facts(Sentences sentences) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("family", SeriesLabels.of(part.family(), sentences));
        for (Row family : SiteScorer.families(site)) {
            if (family.getString(0).equals(part.family())) {
                arguments.put("observed", family.getInt(1));
                arguments.put("expected", family.getDouble(2));
                arguments.put("since", sentences.week(family.<LocalDate>getAs(3)));
            }
        }
        return arguments;
    }
}

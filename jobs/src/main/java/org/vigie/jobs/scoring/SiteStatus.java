package org.vigie.jobs.scoring;

import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.vigie.jobs.detection.SeriesLabels;
import org.vigie.jobs.feeds.CodeList;
import org.vigie.jobs.texts.Sentences;

/** The colour of a site and the sentence that says why. ROUGE is what a person set, with a reason; never a figure. */
enum SiteStatus {
    VERT,
    JAUNE,
    ORANGE,
    ROUGE,
    GRIS;

    static SiteStatus of(Row site) {
        if (site.getAs("red_reason") != null) {
            return ROUGE;
        }
        if (!unassessed(site).isEmpty()) {
            return GRIS;
        }
        if (site.getAs("episode_state") == null) {
            return VERT;
        }
        boolean grave = SiteScorer.integer(site, "recent_grave") > 0;
        return grave ? ORANGE : JAUNE;
    }

    static String reason(Row site, Sentences sentences) {
        SiteStatus status = of(site);
        return switch (status) {
            case GRIS -> sentences.say("reason.GRIS." + unassessed(site));
            case VERT -> sentences.say("reason.VERT");
            case ROUGE ->
                sentences.say(
                        "reason.ROUGE",
                        Map.of(
                                "since", sentences.week(site.<LocalDate>getAs("opened")),
                                "family", SeriesLabels.of(site.getAs("episode_family"), sentences),
                                "why", reasonOfPerson(site.getAs("red_reason"), sentences)));
            case JAUNE, ORANGE ->
                sentences.say(
                        "reason." + status,
                        Map.of(
                                "since", sentences.week(site.<LocalDate>getAs("opened")),
                                "family", SeriesLabels.of(site.getAs("episode_family"), sentences)));
        };
    }

    private static String reasonOfPerson(String code, Sentences sentences) {
        return sentences.label(CodeList.named("decision_reasons").entry(code).attributes());
    }

    private static String unassessed(Row site) {
        String reason = site.getAs("reason");
        return reason == null ? "" : reason;
    }
}

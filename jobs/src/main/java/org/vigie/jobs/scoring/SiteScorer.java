package org.vigie.jobs.scoring;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.vigie.analytics.tension.Dynamics;
import org.vigie.analytics.tension.Situation;
import org.vigie.analytics.tension.TensionScore;
import org.vigie.jobs.texts.Sentences;

/** Scores one site from its wide row: runs inside a task. */
final class SiteScorer implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LocalDate monday;
    private final HashMap<TensionScore.Kind, Double> caps;

    SiteScorer(LocalDate monday, TensionScore.Caps caps) {
        this.monday = monday;
        this.caps = new HashMap<>(caps.points());
    }

    Row score(Row site) {
        TensionScore score = TensionScore.of(situation(site), new TensionScore.Caps(caps));
        List<Row> parts = new ArrayList<>();
        for (TensionScore.Part part : score.parts()) {
            PartSentence sentence = new PartSentence(site, part);
            parts.add(RowFactory.create(
                    site.getAs("site_id"),
                    monday,
                    sentence.code(),
                    part.points(),
                    sentence.in(Sentences.FR),
                    sentence.in(Sentences.EN)));
        }
        SiteStatus status = SiteStatus.of(site);
        return RowFactory.create(
                site.getAs("site_id"),
                monday,
                score.points(),
                status.name(),
                dynamics(site),
                site.getAs("probability"),
                site.getAs("low"),
                site.getAs("high"),
                site.getAs("expected_eight"),
                site.getAs("recent_facts"),
                site.getAs("recent_expected"),
                site.<Long>getAs("agency_sites") > 1 ? "pooled" : "pooled-single",
                SiteStatus.reason(site, Sentences.FR),
                SiteStatus.reason(site, Sentences.EN),
                parts.toArray());
    }

    private static Situation situation(Row site) {
        Double pValue = site.getAs("p_value");
        Double hotspot = site.getAs("hotspot_p");
        return new Situation(
                pValue == null ? 1 : pValue,
                excess(site),
                integer(site, "recent_grave"),
                hotspot == null ? 1 : hotspot,
                new Situation.Context(
                        integer(site, "works_running"),
                        integer(site, "works_starting"),
                        integer(site, "works_untold"),
                        Math.max(0, integer(site, "moves") - number(site, "moves_usual")),
                        integer(site, "weeks_unanswered"),
                        presenceMissing(site)));
    }

    /** Facts above expected by family; the series of all facts and of grave facts overlap with them and are left out. */
    private static Map<String, Double> excess(Row site) {
        Map<String, Double> excess = new HashMap<>();
        for (Row family : families(site)) {
            String series = family.getString(0);
            if (!series.equals("ALL") && !series.equals("GRAVE")) {
                excess.put(series, family.getInt(1) - family.getDouble(2));
            }
        }
        return excess;
    }

    static List<Row> families(Row site) {
        int index = site.fieldIndex("families");
        return site.isNullAt(index) ? List.of() : site.getList(index);
    }

    private static double presenceMissing(Row site) {
        double usual = number(site, "presence_usual");
        return usual > 0 ? Math.max(0, 1 - number(site, "presence_recent") / usual) : 0;
    }

    private static String dynamics(Row site) {
        Dynamics dynamics = Dynamics.of(
                integer(site, "recent_facts"),
                number(site, "recent_expected"),
                integer(site, "earlier_facts"),
                number(site, "earlier_expected"));
        return switch (dynamics) {
            case IMPROVING -> "AMELIORATION";
            case STABLE -> "STABLE";
            case WORSENING -> "DEGRADATION";
        };
    }

    static int integer(Row row, String column) {
        Integer value = row.getAs(column);
        return value == null ? 0 : value;
    }

    static double number(Row row, String column) {
        Double value = row.getAs(column);
        return value == null ? 0 : value;
    }
}

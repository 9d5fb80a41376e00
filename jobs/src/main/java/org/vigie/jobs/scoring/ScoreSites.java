package org.vigie.jobs.scoring;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.vigie.analytics.tension.TensionScore;
import org.vigie.jobs.detection.Hotspot;
import org.vigie.jobs.siteweeks.SiteWeeks;

/** Scores every site for one week. */
public final class ScoreSites {

    private static final StructType PARTS_SCHEMA = ScoringTables.PARTS.schema();
    private static final StructType SCORED = scoredSchema();

    private final Inputs inputs;

    /**
     * What the scores are made from.
     *
     * @param joined site-weeks
     * @param evidence evidence of all series by site, all weeks judged
     * @param verdicts verdicts by series in the week
     * @param episodes (site_id, episode_state, opened, episode_family, red_reason, weeks_unanswered) of episodes open in the week
     * @param hotspots groups of neighbouring sites that stand out
     * @param forecasts rows of {@link ScoringTables#FORECASTS} of the week
     */
    public record Inputs(
            SiteWeeks joined,
            Dataset<Row> evidence,
            Dataset<Row> verdicts,
            Dataset<Row> episodes,
            List<Hotspot> hotspots,
            Dataset<Row> forecasts) {

        /** Copies the list. */
        public Inputs {
            hotspots = List.copyOf(hotspots);
        }
    }

    /**
     * Scores and the parts that they are made of.
     *
     * @param scores rows of {@link ScoringTables#SCORES}
     * @param parts rows of {@link ScoringTables#PARTS}
     * @param context rows of {@link ScoringTables#CONTEXT}
     */
    public record Scored(Dataset<Row> scores, Dataset<Row> parts, Dataset<Row> context) {}

    /** A scorer of these inputs. */
    public ScoreSites(Inputs inputs) {
        this.inputs = inputs;
    }

    /** Scores the week that starts on this Monday. */
    public Scored run(LocalDate monday, TensionScore.Caps caps) {
        Dataset<Row> context = SiteContext.of(inputs.joined(), monday).cache();
        Dataset<Row> wide = wide(monday, context);
        SiteScorer scorer = new SiteScorer(monday, caps);
        Dataset<Row> scored = wide.map((MapFunction<Row, Row>) scorer::score, Encoders.row(SCORED))
                .cache();
        return new Scored(
                scored.drop("parts"),
                scored.select(explode(col("parts")).as("part")).select("part.*"),
                context);
    }

    private Dataset<Row> wide(LocalDate monday, Dataset<Row> context) {
        Dataset<Row> families = inputs.verdicts()
                .where(col("observed_since").isNotNull())
                .groupBy("site_id")
                .agg(sort_array(collect_list(
                                struct(col("series"), col("observed_since"), col("expected_since"), col("since_week"))))
                        .as("families"));
        Dataset<Row> judged = inputs.evidence().where(col("as_of").equalTo(lit(monday)));
        Dataset<Row> sizes = judged.groupBy("agency").agg(count(lit(1)).as("agency_sites"));
        return judged.join(broadcast(sizes), "agency")
                .join(inputs.joined().sites().select("site_id", "dwellings"), "site_id")
                .join(families, new String[] {"site_id"}, "left")
                .join(context, new String[] {"site_id"}, "left")
                .join(inputs.forecasts().drop("week"), new String[] {"site_id"}, "left")
                .join(broadcast(inputs.episodes()), new String[] {"site_id"}, "left")
                .join(broadcast(hotspots()), new String[] {"site_id"}, "left");
    }

    private Dataset<Row> hotspots() {
        StructType schema = new StructType()
                .add("site_id", DataTypes.StringType)
                .add("hotspot_p", DataTypes.DoubleType)
                .add("hotspot_observed", DataTypes.LongType)
                .add("hotspot_expected", DataTypes.DoubleType)
                .add("hotspot_sites", DataTypes.IntegerType)
                .add("hotspot_since", DataTypes.DateType);
        Map<String, Row> bySite = new LinkedHashMap<>();
        for (Hotspot spot : inputs.hotspots()) {
            for (Hotspot.Member member : spot.members()) {
                bySite.putIfAbsent(
                        member.siteId(),
                        RowFactory.create(
                                member.siteId(),
                                spot.pValue(),
                                spot.observed(),
                                spot.expected(),
                                spot.members().size(),
                                spot.since()));
            }
        }
        return inputs.evidence().sparkSession().createDataFrame(List.copyOf(bySite.values()), schema);
    }

    private static StructType scoredSchema() {
        List<StructField> fields =
                new ArrayList<>(List.of(ScoringTables.SCORES.schema().fields()));
        fields.add(new StructField("parts", DataTypes.createArrayType(PARTS_SCHEMA), true, Metadata.empty()));
        return new StructType(fields.toArray(StructField[]::new));
    }
}

package org.vigie.jobs.detection;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.jobs.siteweeks.Origin;
import org.vigie.jobs.siteweeks.SiteWeeks;

/**
 * Everything known of a site as rows of one narrow shape, hashed into buckets by site and sorted, so that one pass over a
 * bucket meets one site after the other. Weeks are numbers of {@link WeekAxis}.
 */
public final class SiteEvents {

    static final String SITE = "0-site";
    static final String FACTS = "1-facts";
    static final String WORKS = "2-works";
    static final String MOVES = "3-moves";
    static final String PRESENCE = "4-presence";

    /** Code of hours of visits that an alert caused. */
    static final String ON_ALERT = "ALERT";

    /** Facts by staff carry this bit. */
    static final int DISCOVERED = 1;
    /** Facts of severity 4 and 5 carry this bit. */
    static final int GRAVE = 2;
    /** Facts of the kinds that the forecast is about carry this bit. */
    public static final int ESCALATION = 4;
    /** Facts of severity 5 carry this bit. */
    static final int GRAVEST = 8;

    /** A week later than every other: an end that is open. */
    public static final int OPEN = Integer.MAX_VALUE;

    private SiteEvents() {}

    /** Rows of all sites followed at some time since a Monday, in {@code buckets} partitions. */
    public static Dataset<Row> of(SiteWeeks joined, LocalDate since, int buckets) {
        return sites(joined)
                .unionByName(facts(joined, since))
                .unionByName(works(joined))
                .unionByName(moves(joined, since))
                .unionByName(presence(joined, since))
                .repartition(buckets, col("site_id"))
                .sortWithinPartitions(
                        "site_id", "kind", "week", "known_from", "known_until", "code", "flags", "value", "text");
    }

    /**
     * What became known in each week, whatever the week that it is about: sums of hashes of the rows that then appeared or
     * ended, which no order changes. Rows (known, low, high, rows); descriptions of sites count as always known.
     */
    static Dataset<Row> hashesByWeekOfKnowledge(SiteWeeks joined) {
        LocalDate always = LocalDate.of(1, 1, 1);
        Dataset<Row> appear = facts(joined, always)
                .unionByName(moves(joined, always))
                .unionByName(presence(joined, always))
                .unionByName(works(joined))
                .withColumn("known", col("known_from"))
                .unionByName(sites(joined).withColumn("known", lit(Integer.MIN_VALUE)));
        Dataset<Row> end = works(joined)
                .where(col("known_until").lt(lit(OPEN)))
                .withColumn("known", col("known_until"))
                .withColumn("kind", lit("ended"));
        Column hash = xxhash64(
                col("site_id"),
                col("kind"),
                col("week"),
                when(col("kind").equalTo(SITE), col("known_from")),
                col("code"),
                col("text"),
                col("flags"),
                col("value"));
        return appear.unionByName(end)
                .select(col("known"), hash.as("hash"))
                .groupBy("known")
                .agg(
                        sum(col("hash").bitwiseAND(lit(0xFFFFFFFFL))).as("low"),
                        sum(shiftrightunsigned(col("hash"), 32)).as("high"),
                        count(lit(1)).as("rows"));
    }

    private static Dataset<Row> sites(SiteWeeks joined) {
        return rows(joined.sites()
                .withColumn("kind", lit(SITE))
                .withColumn("week", week(col("followed_from")))
                .withColumn("known_from", coalesce(week(col("followed_to")), lit(OPEN)))
                .withColumn("known_until", lit(OPEN))
                .withColumn("code", col("agency"))
                .withColumn("text", col("team"))
                .withColumn("flags", lit(0))
                .withColumn("value", col("dwellings").cast("double")));
    }

    private static Dataset<Row> facts(SiteWeeks joined, LocalDate since) {
        Column flags = when(Origin.followsPresence(col("origin")), DISCOVERED)
                .otherwise(0)
                .plus(when(col("severity").geq(4), GRAVE).otherwise(0))
                .plus(when(col("severity").equalTo(5), GRAVEST).otherwise(0))
                .plus(when(col("escalation"), ESCALATION).otherwise(0));
        return rows(joined.counts()
                .where(col("week").geq(lit(since)))
                .withColumn("kind", lit(FACTS))
                .withColumn("week", week(col("week")))
                .withColumn("known_from", week(col("known_on")))
                .withColumn("known_until", lit(OPEN))
                .withColumn("code", col("family"))
                .withColumn("text", lit(""))
                .withColumn("flags", flags)
                .withColumn("value", col("count").cast("double")));
    }

    /** Works take the weeks in which they ran: week is the first, value the last. */
    private static Dataset<Row> works(SiteWeeks joined) {
        return rows(joined.works()
                .where(col("start").isNotNull())
                .where(col("status").notEqual("CANCELLED"))
                .withColumn("kind", lit(WORKS))
                .withColumn("week", week(col("start")))
                .withColumn("known_from", week(col("known_on")))
                .withColumn("known_until", coalesce(week(col("replaced_on")), lit(OPEN)))
                .withColumn("code", col("works_type"))
                .withColumn("text", col("status"))
                .withColumn("flags", when(col("tenants_told_on").isNull(), 0).otherwise(1))
                .withColumn("value", coalesce(week(col("end")), lit(OPEN)).cast("double")));
    }

    private static Dataset<Row> moves(SiteWeeks joined, LocalDate since) {
        return rows(joined.moves()
                .where(col("week").geq(lit(since)))
                .withColumn("kind", lit(MOVES))
                .withColumn("week", week(col("week")))
                .withColumn("known_from", week(col("known_on")))
                .withColumn("known_until", lit(OPEN))
                .withColumn("code", col("direction"))
                .withColumn("text", lit(""))
                .withColumn("flags", lit(0))
                .withColumn("value", col("count").cast("double")));
    }

    /** Hours of planned visits and, apart, of those that an alert caused. */
    private static Dataset<Row> presence(SiteWeeks joined, LocalDate since) {
        Column onAlert = coalesce(col("alert_hours"), lit(0.0));
        Column both = array(
                struct(lit("").as("cause"), col("hours").minus(onAlert).as("spent")),
                struct(lit(ON_ALERT).as("cause"), onAlert.as("spent")));
        return rows(joined.presence()
                .where(col("week").geq(lit(since)))
                .withColumn("visits", explode(both))
                .where(col("visits.spent").gt(0))
                .withColumn("kind", lit(PRESENCE))
                .withColumn("week", week(col("week")))
                .withColumn("known_from", col("week"))
                .withColumn("known_until", lit(OPEN))
                .withColumn("code", col("visits.cause"))
                .withColumn("text", lit(""))
                .withColumn("flags", lit(0))
                .withColumn("value", col("visits.spent")));
    }

    private static Dataset<Row> rows(Dataset<Row> wide) {
        return wide.select(
                col("site_id"),
                col("kind"),
                col("week").cast("int"),
                col("known_from").cast("int"),
                col("known_until").cast("int"),
                col("code"),
                col("text"),
                col("flags").cast("int"),
                col("value").cast("double"));
    }

    /** Number of the week of a day. */
    public static Column week(Column day) {
        return floor(datediff(day, lit(WeekAxis.mondayOf(0))).divide(7)).cast("int");
    }
}

package org.vigie.jobs.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.detection.Hotspot;

/** Published tables of the groups of neighbouring sites that rise together. */
final class HotspotTables {

    private final IsoWeek week;
    private final List<Hotspot> hotspots;
    private final Set<String> inEpisode;

    /**
     * Tables of a week.
     *
     * @param week the week
     * @param hotspots rarest first
     * @param inEpisode sites with an open episode
     */
    HotspotTables(IsoWeek week, List<Hotspot> hotspots, Set<String> inEpisode) {
        this.week = week;
        this.hotspots = List.copyOf(hotspots);
        this.inEpisode = Set.copyOf(inEpisode);
    }

    List<Row> hotspots() {
        LocalDate monday = week.monday();
        List<Row> rows = new ArrayList<>();
        for (Hotspot spot : hotspots) {
            List<String> sites =
                    spot.members().stream().map(Hotspot.Member::siteId).sorted().toList();
            rows.add(RowFactory.create(
                    id(rows.size()),
                    monday,
                    String.join("|", sites),
                    (int) spot.observed(),
                    spot.expected(),
                    spot.relativeRisk(),
                    spot.evidence(),
                    spot.pValue(),
                    spot.recurrenceWeeks(),
                    spot.since(),
                    inEpisode.containsAll(sites)));
        }
        return rows;
    }

    List<Row> members() {
        List<Row> rows = new ArrayList<>();
        for (int spot = 0; spot < hotspots.size(); spot++) {
            for (Hotspot.Member member : hotspots.get(spot).members()) {
                rows.add(RowFactory.create(
                        id(spot),
                        member.siteId(),
                        (int) member.observed(),
                        member.expected(),
                        member.posterior(),
                        inEpisode.contains(member.siteId())));
            }
        }
        return rows;
    }

    private String id(int index) {
        return "H-" + week + "-" + (index + 1);
    }
}

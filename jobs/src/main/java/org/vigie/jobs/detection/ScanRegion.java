package org.vigie.jobs.detection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.vigie.analytics.spacetime.EvidenceHotspot;
import org.vigie.analytics.spacetime.EvidenceScan;
import org.vigie.analytics.spacetime.EvidenceScanSettings;
import org.vigie.analytics.spacetime.NearestSites;
import org.vigie.analytics.spacetime.SiteWeekCounts;

/** The sites of one region with their facts by week, read from rows sorted by site. */
final class ScanRegion {

    /** A hotspot has at most this many sites. */
    private static final int MOST_MEMBERS = 15;

    private static final String OUTSIDE = "HORS";

    private final List<String> sites = new ArrayList<>();
    private final List<double[]> places = new ArrayList<>();
    private final List<String> areas = new ArrayList<>();
    private final List<int[]> counts = new ArrayList<>();

    private ScanRegion() {}

    /**
     * Reads a region.
     *
     * @param rows (region, site_id, week, count, longitude, latitude, dwellings, area_id) by site; a row whose week is
     *     empty describes a site without facts
     * @param weeks first and last week, counted as in {@link WeekAxis}
     */
    static ScanRegion read(Iterator<Row> rows, DetectHotspots.Weeks weeks) {
        ScanRegion region = new ScanRegion();
        while (rows.hasNext()) {
            Row row = rows.next();
            int last = region.sites.size() - 1;
            if (last < 0 || !region.sites.get(last).equals(row.getString(1))) {
                region.sites.add(row.getString(1));
                region.places.add(new double[] {row.getDouble(4), row.getDouble(5), row.getInt(6)});
                region.areas.add(row.getString(7));
                region.counts.add(new int[weeks.count()]);
                last++;
            }
            if (!row.isNullAt(2)) {
                region.counts.get(last)[row.getInt(2) - weeks.first()] += (int) row.getLong(3);
            }
        }
        return region;
    }

    String site(int index) {
        return sites.get(index);
    }

    int size() {
        return sites.size();
    }

    /** Groups of at least two sites for which the evidence speaks, strongest first. */
    List<EvidenceHotspot> hotspots() {
        int[][] nearest = nearest(MOST_MEMBERS);
        SiteWeekCounts facts = new SiteWeekCounts(counts.toArray(int[][]::new), column(2), neighbourhoods(nearest));
        return new EvidenceScan(EvidenceScanSettings.STANDARD)
                .scan(facts, nearest).hotspots().stream()
                        .filter(spot -> spot.members().size() > 1)
                        .toList();
    }

    /** Trend classes by site; empty where the past is too short. */
    Optional<PlaceTrends> trends() {
        int[][] periods = counts.stream().map(PlaceTrends::periods).toArray(int[][]::new);
        return PlaceTrends.of(periods, column(2), nearest(PlaceTrends.NEIGHBOURS));
    }

    private int[][] nearest(int count) {
        return NearestSites.ofDegrees(column(0), column(1), count);
    }

    private double[] column(int which) {
        return places.stream().mapToDouble(place -> place[which]).toArray();
    }

    /** Neighbourhoods by number; sites outside any share one with the nearest sites. */
    private int[] neighbourhoods(int[][] nearest) {
        int[] groups = NearestSites.groups(nearest);
        Map<String, Integer> numbers = new HashMap<>();
        int[] neighbourhoods = new int[groups.length];
        for (int site = 0; site < neighbourhoods.length; site++) {
            String area = areas.get(site);
            String name = area.equals(OUTSIDE) ? OUTSIDE + " " + groups[site] : area;
            neighbourhoods[site] = numbers.computeIfAbsent(name, unknown -> numbers.size());
        }
        return neighbourhoods;
    }
}

package org.vigie.analytics.prospective;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.analytics.baseline.CountSeries;
import org.vigie.analytics.baseline.FarringtonBaselineSettings;
import org.vigie.analytics.baseline.FarringtonBaselineSettings.DispersionForErrors;
import org.vigie.analytics.baseline.Timeline;
import org.vigie.analytics.prospective.FarringtonFlexibleSettings.Power;
import org.vigie.analytics.prospective.FarringtonFlexibleSettings.ThresholdMethod;

/** Series and settings of the reference figures. */
final class GoldenSeries {

    private final Map<String, List<GoldenTable.Row>> rows = new LinkedHashMap<>();

    GoldenSeries(GoldenTable table) {
        table.rows()
                .forEach(row -> rows.computeIfAbsent(row.text("series_id"), id -> new ArrayList<>())
                        .add(row));
    }

    List<String> ids() {
        return List.copyOf(rows.keySet());
    }

    CountSeries ordinal(String id) {
        return on(id, new Timeline.Ordinal(rows.get(id).get(0).integer("freq")));
    }

    CountSeries on(String id, Timeline timeline) {
        List<GoldenTable.Row> points = rows.get(id);
        return CountSeries.of(
                timeline,
                points.stream().mapToDouble(row -> row.number("count")).toArray(),
                points.stream().mapToDouble(row -> row.number("population")).toArray());
    }

    int frequency(String id) {
        return rows.get(id).get(0).integer("freq");
    }

    static Map<String, GoldenTable.Row> byId(GoldenTable settings) {
        Map<String, GoldenTable.Row> found = new HashMap<>();
        settings.rows().forEach(row -> found.put(row.text("param_id"), row));
        return found;
    }

    static FarringtonFlexibleSettings settings(GoldenTable.Row row, int frequency, DispersionForErrors dispersion) {
        int guard = row.integer("pastWeeksNotIncluded");
        FarringtonBaselineSettings baseline = new FarringtonBaselineSettings(
                row.integer("b"),
                row.integer("w"),
                row.integer("noPeriods"),
                frequency == 12 ? Math.min(guard, 6) : guard,
                row.flag("reweight"),
                row.number("weightsThreshold"),
                row.flag("trend"),
                row.number("pThresholdTrend"),
                row.flag("populationOffset"),
                dispersion);
        return new FarringtonFlexibleSettings(
                baseline,
                method(row.text("thresholdMethod")),
                row.number("alpha"),
                row.integer("limit54_cases"),
                row.integer("limit54_period"),
                power(row.text("powertrans")));
    }

    static ThresholdMethod method(String name) {
        return switch (name) {
            case "delta" -> ThresholdMethod.DELTA;
            case "nbPlugin" -> ThresholdMethod.NB_PLUGIN;
            case "muan" -> ThresholdMethod.MUAN;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Power power(String name) {
        return switch (name) {
            case "2/3" -> Power.TWO_THIRDS;
            case "1/2" -> Power.SQUARE_ROOT;
            default -> Power.NONE;
        };
    }
}

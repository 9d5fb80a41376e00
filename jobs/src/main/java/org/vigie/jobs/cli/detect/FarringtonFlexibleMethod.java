package org.vigie.jobs.cli.detect;

import java.util.List;
import java.util.Map;
import org.vigie.analytics.baseline.FarringtonBaselineSettings;
import org.vigie.analytics.baseline.FarringtonBaselineSettings.DispersionForErrors;
import org.vigie.analytics.prospective.FarringtonFlexible;
import org.vigie.analytics.prospective.FarringtonFlexibleSettings;
import org.vigie.analytics.prospective.FarringtonFlexibleSettings.Power;
import org.vigie.analytics.prospective.FarringtonFlexibleSettings.ThresholdMethod;
import org.vigie.jobs.cli.detect.OneByOne.Finding;

/** Farrington-flexible on each series alone; settings are named as in R's {@code farringtonFlexible}. */
final class FarringtonFlexibleMethod implements SeriesMethod {

    private static final Map<String, ThresholdMethod> THRESHOLDS =
            Map.of("delta", ThresholdMethod.DELTA, "nbPlugin", ThresholdMethod.NB_PLUGIN, "muan", ThresholdMethod.MUAN);
    static final Map<String, Power> POWERS =
            Map.of("2/3", Power.TWO_THIRDS, "1/2", Power.SQUARE_ROOT, "none", Power.NONE);

    @Override
    public String name() {
        return "farrington-flexible";
    }

    @Override
    public List<String> settings() {
        return List.of(
                "thresholdMethod",
                "b",
                "w",
                "noPeriods",
                "pastWeeksNotIncluded",
                "reweight",
                "weightsThreshold",
                "trend",
                "pThresholdTrend",
                "alpha",
                "limit54_cases",
                "limit54_period",
                "powertrans",
                "populationOffset",
                "compat");
    }

    @Override
    public Judge with(Settings settings) {
        FarringtonFlexibleSettings read = settings.build(FarringtonFlexibleMethod::read);
        FarringtonFlexible detector = new FarringtonFlexible(read);
        OneByOne judge = new OneByOne(settings, (counts, position) -> Finding.of(detector.judge(counts, position)));
        return (all, periods, rows) -> {
            requireRoomForTheSeason(all, settings, read.baseline());
            judge.judge(all, periods, rows);
        };
    }

    /** A season that fits no series at all is a mistake in the settings; one that fits some is not assessed elsewhere. */
    private static void requireRoomForTheSeason(SeriesSet all, Settings settings, FarringtonBaselineSettings baseline) {
        int needed = baseline.seasonLevels() + 2 * baseline.halfWindow();
        if (baseline.seasonLevels() > 1 && all.series().stream().allMatch(series -> series.periodsPerYear() < needed)) {
            throw settings.wrong("noPeriods " + baseline.seasonLevels() + " with w " + baseline.halfWindow() + " needs "
                    + needed + " periods a year, more than any series has");
        }
    }

    private static FarringtonFlexibleSettings read(Settings settings) {
        FarringtonFlexibleSettings usual = FarringtonFlexibleSettings.NOUFAILY;
        FarringtonBaselineSettings past = usual.baseline();
        FarringtonBaselineSettings baseline = new FarringtonBaselineSettings(
                settings.integer("b", past.years()),
                settings.integer("w", past.halfWindow()),
                settings.integer("noPeriods", past.seasonLevels()),
                settings.integer("pastWeeksNotIncluded", past.guardPeriods()),
                settings.flag("reweight", past.reweight()),
                settings.number("weightsThreshold", past.weightsThreshold()),
                settings.flag("trend", past.trend()),
                settings.number("pThresholdTrend", past.trendPThreshold()),
                settings.flag("populationOffset", past.populationOffset()),
                settings.flag("compat", false) ? DispersionForErrors.AS_IN_R_PACKAGE : DispersionForErrors.PEARSON);
        return new FarringtonFlexibleSettings(
                baseline,
                settings.choice("thresholdMethod", usual.thresholdMethod(), THRESHOLDS),
                settings.number("alpha", usual.alpha()),
                settings.integer("limit54_cases", usual.fewestRecent()),
                settings.integer("limit54_period", usual.recentPeriods()),
                settings.choice("powertrans", usual.power(), POWERS));
    }
}

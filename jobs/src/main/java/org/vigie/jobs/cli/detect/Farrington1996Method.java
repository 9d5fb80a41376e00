package org.vigie.jobs.cli.detect;

import java.util.List;
import org.vigie.analytics.prospective.FarringtonFlexible;
import org.vigie.analytics.prospective.FarringtonFlexibleSettings;
import org.vigie.jobs.cli.detect.OneByOne.Finding;

/** Farrington 1996 on each series alone; settings are named as in R's {@code algo.farrington}. */
final class Farrington1996Method implements SeriesMethod {

    @Override
    public String name() {
        return "farrington-1996";
    }

    @Override
    public List<String> settings() {
        return List.of("b", "w", "reweight", "trend", "alpha", "limit54_cases", "limit54_period", "powertrans");
    }

    @Override
    public Judge with(Settings settings) {
        FarringtonFlexible detector = new FarringtonFlexible(settings.build(Farrington1996Method::read));
        return new OneByOne(settings, (counts, position) -> Finding.of(detector.judge(counts, position)));
    }

    private static FarringtonFlexibleSettings read(Settings settings) {
        return FarringtonFlexibleSettings.farrington1996(
                        settings.integer("b", 5),
                        settings.integer("w", 3),
                        settings.flag("reweight", true),
                        settings.flag("trend", true),
                        settings.number("alpha", 0.01))
                .withRecent(settings.integer("limit54_cases", 5), settings.integer("limit54_period", 4))
                .withPower(settings.choice(
                        "powertrans", FarringtonFlexibleSettings.NOUFAILY.power(), FarringtonFlexibleMethod.POWERS));
    }
}

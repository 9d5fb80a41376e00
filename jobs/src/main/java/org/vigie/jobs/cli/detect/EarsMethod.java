package org.vigie.jobs.cli.detect;

import java.util.List;
import java.util.Locale;
import org.vigie.analytics.prospective.Ears;
import org.vigie.analytics.prospective.EarsSettings;
import org.vigie.analytics.prospective.EarsSettings.Variant;
import org.vigie.jobs.cli.detect.OneByOne.Finding;

/** One of the EARS statistics on each series alone; settings are named as in R's {@code earsC}. */
final class EarsMethod implements SeriesMethod {

    private final Variant variant;

    EarsMethod(Variant variant) {
        this.variant = variant;
    }

    @Override
    public String name() {
        return "ears-" + variant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> settings() {
        return List.of("baseline", "minSigma", "alpha");
    }

    @Override
    public Judge with(Settings settings) {
        Ears detector = new Ears(settings.build(this::read));
        return new OneByOne(settings, (counts, position) -> Finding.of(detector.judge(counts, position)));
    }

    private EarsSettings read(Settings settings) {
        EarsSettings usual = EarsSettings.usual(variant);
        return new EarsSettings(
                variant,
                settings.integer("baseline", usual.baselinePeriods()),
                settings.number("minSigma", usual.fewestDeviation()),
                settings.number("alpha", usual.alpha()));
    }
}

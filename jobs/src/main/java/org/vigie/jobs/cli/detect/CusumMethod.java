package org.vigie.jobs.cli.detect;

import java.util.List;
import java.util.Map;
import org.vigie.analytics.prospective.PoissonCusum;
import org.vigie.analytics.prospective.PoissonCusum.Transformation;
import org.vigie.jobs.cli.detect.AfterLearning.Follower;

/** Poisson CUSUM on each series alone; settings are named as in R's {@code algo.cusum}. */
final class CusumMethod implements SeriesMethod {

    private static final Map<String, Transformation> TRANSFORMATIONS = Map.of(
            "standard", Transformation.STANDARD,
            "rossi", Transformation.ROSSI,
            "anscombe", Transformation.ANSCOMBE,
            "anscombe2nd", Transformation.ANSCOMBE_SECOND_ORDER);

    @Override
    public String name() {
        return "cusum";
    }

    @Override
    public List<String> settings() {
        return List.of("k", "h", "trans", "learnPeriods");
    }

    @Override
    public Judge with(Settings settings) {
        return settings.build(CusumMethod::read);
    }

    private static Judge read(Settings settings) {
        double k = settings.number("k", 1.04);
        double h = settings.number("h", 2.26);
        Transformation transformation = settings.choice("trans", Transformation.ROSSI, TRANSFORMATIONS);
        PoissonCusum checked = new PoissonCusum(transformation, k, h);
        return new AfterLearning(settings, settings.integer("learnPeriods", 52), learned -> {
            PoissonCusum cusum = checked.fresh();
            return learned.mean() > 0 ? count -> cusum.next(count, learned.mean()) : Follower.NONE;
        });
    }
}

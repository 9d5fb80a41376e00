package org.vigie.jobs.cli.detect;

import java.util.List;
import java.util.OptionalDouble;
import org.vigie.analytics.prospective.GeneralizedLikelihoodRatio;
import org.vigie.jobs.cli.detect.AfterLearning.Follower;
import org.vigie.jobs.cli.detect.AfterLearning.Learned;

/** Negative-binomial likelihood ratio on each series alone; settings are named as in R's {@code glrnb}. */
final class LikelihoodRatioMethod implements SeriesMethod {

    @Override
    public String name() {
        return "glr-nb";
    }

    @Override
    public List<String> settings() {
        return List.of("c.ARL", "alpha", "theta", "learnPeriods");
    }

    @Override
    public Judge with(Settings settings) {
        return settings.build(LikelihoodRatioMethod::read);
    }

    private static Judge read(Settings settings) {
        double limit = settings.number("c.ARL", 5);
        double alpha = settings.number("alpha", Double.NaN);
        double theta = settings.number("theta", Double.NaN);
        OptionalDouble rise = Double.isNaN(theta) ? OptionalDouble.empty() : OptionalDouble.of(theta);
        GeneralizedLikelihoodRatio checked =
                new GeneralizedLikelihoodRatio(1, Double.isNaN(alpha) ? 0 : alpha, rise, limit);
        return new AfterLearning(
                settings,
                settings.integer("learnPeriods", 52),
                learned -> learned.mean() > 0 ? follow(checked, learned, alpha) : Follower.NONE);
    }

    private static Follower follow(GeneralizedLikelihoodRatio checked, Learned learned, double alpha) {
        return checked.fresh(learned.mean(), Double.isNaN(alpha) ? learned.overdispersion() : alpha)::next;
    }
}

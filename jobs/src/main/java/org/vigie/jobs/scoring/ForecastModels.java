package org.vigie.jobs.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.analytics.forecast.CountModel;
import org.vigie.analytics.forecast.Recalibration;

/** The models of all fits of a plan and what was learned of their forecasts: what is sent to every task. */
final class ForecastModels implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ForecastPlan plan;
    private final ArrayList<CountModel> models;
    private final ArrayList<Recalibration> recalibrations;

    private ForecastModels(ForecastPlan plan, List<CountModel> models, List<Recalibration> recalibrations) {
        this.plan = plan;
        this.models = new ArrayList<>(models);
        this.recalibrations = new ArrayList<>(recalibrations);
    }

    /** What is believed before anything is learned. */
    static ForecastModels start(ForecastPlan plan) {
        return new ForecastModels(
                plan, all(plan, CountModel.start(ForecastTerms.prior())), all(plan, Recalibration.NONE));
    }

    private static <T> List<T> all(ForecastPlan plan, T value) {
        return IntStream.range(0, plan.fits()).mapToObj(fit -> value).toList();
    }

    ForecastModels with(List<CountModel> better) {
        return new ForecastModels(plan, better, recalibrations);
    }

    ForecastModels recalibrated(List<Recalibration> learned) {
        return new ForecastModels(plan, models, learned);
    }

    ForecastPlan plan() {
        return plan;
    }

    CountModel model(int fit) {
        return models.get(fit);
    }

    /** Longest last step of any fit. */
    double lastStep() {
        return models.stream().mapToDouble(CountModel::lastStep).max().orElse(0);
    }

    /** The probability that the newest fit gives a site in a week, before it is recalibrated. */
    double plain(ForecastSite site, int week) {
        CountModel model = models.get(plan.fitFor(week));
        return model.probability(model.mean(site.terms(plan, week, 0)));
    }

    /** The same, recalibrated by what the fit knew of earlier forecasts. */
    double probability(ForecastSite site, int week) {
        return recalibrations.get(plan.fitFor(week)).apply(plain(site, week));
    }

    /** Probability with its interval. */
    CountModel.Chance chance(ForecastSite site, int week) {
        int fit = plan.fitFor(week);
        Recalibration recalibration = recalibrations.get(fit);
        CountModel.Chance plain = models.get(fit).atLeastOne(site.terms(plan, week, 0));
        return new CountModel.Chance(
                recalibration.apply(plain.value()),
                recalibration.apply(plain.low()),
                recalibration.apply(plain.high()));
    }

    /** Facts expected in the next eight weeks: recalibration moves both halves as it moves the first. */
    double expectedInEightWeeks(ForecastSite site, int week) {
        CountModel model = models.get(plan.fitFor(week));
        double first = model.mean(site.terms(plan, week, 0));
        double second = model.mean(site.terms(plan, week, ForecastPlan.AHEAD));
        double moved = model.meanFor(probability(site, week));
        return moved * (1 + second / first);
    }
}

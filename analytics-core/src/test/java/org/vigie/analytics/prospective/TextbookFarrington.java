package org.vigie.analytics.prospective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.vigie.analytics.baseline.CountSeries;
import org.vigie.analytics.baseline.FarringtonBaselineSettings;

/**
 * The same baseline written a second time, as textbooks do: Newton's method on the likelihood to full convergence, the
 * inverse of the information matrix, Pearson's dispersion at the final means.
 */
final class TextbookFarrington {

    private record Week(double count, double offset, double time, int level) {}

    private final FarringtonBaselineSettings settings;
    private final List<Week> weeks = new ArrayList<>();
    private final double judgedOffset;
    private double[] omega;
    private double[] means = {};
    private RealVector coefficients = new ArrayRealVector(0);
    private RealMatrix inverse = new Array2DRowRealMatrix(1, 1);
    private boolean trend;
    private double phi;

    TextbookFarrington(FarringtonBaselineSettings settings, CountSeries series, int judged) {
        this.settings = settings;
        judgedOffset = settings.populationOffset() ? Math.log(series.population(judged)) : 0;
        for (int position = 0; position < judged - settings.guardPeriods(); position++) {
            int level = level(series, position, judged);
            if (level > 0) {
                double offset = settings.populationOffset() ? Math.log(series.population(position)) : 0;
                weeks.add(new Week(series.count(position), offset, (position - judged) / 52.0, level));
            }
        }
        omega = ones();
        estimate(settings.trend());
        if (trend && !trendHolds()) {
            estimate(false);
        }
    }

    double expected() {
        double[] terms = judgedTerms();
        return Math.exp(judgedOffset + coefficients.dotProduct(new ArrayRealVector(terms)));
    }

    double standardError() {
        RealVector terms = new ArrayRealVector(judgedTerms());
        return Math.sqrt(inverse.operate(terms).dotProduct(terms) * dispersion());
    }

    double phi() {
        return phi;
    }

    boolean trendKept() {
        return trend;
    }

    /** Level by distance to the nearest reference week, and by share of the gap between two of them. */
    private int level(CountSeries series, int position, int judged) {
        int w = settings.halfWindow();
        for (int year = settings.years(); year >= 0; year--) {
            int reference = series.timeline().yearsBefore(judged, year);
            if (Math.abs(position - reference) <= w) {
                return settings.seasonLevels();
            }
            int next = year == 0 ? 0 : series.timeline().yearsBefore(judged, year - 1);
            int step = position - reference - w - 1;
            if (year > 0 && step >= 0 && position < next - w && settings.seasonLevels() > 1) {
                int blocks = settings.seasonLevels() - 1;
                int gap = next - reference - 2 * w - 1;
                int longer = gap % blocks * (gap / blocks + 1);
                return step < longer
                        ? step / (gap / blocks + 1) + 1
                        : (step - longer) / (gap / blocks) + gap % blocks + 1;
            }
        }
        return 0;
    }

    private void estimate(boolean withTrend) {
        trend = withTrend;
        omega = ones();
        fit();
        phi = Math.max(1, dispersion());
        if (settings.reweight()) {
            omega = weights();
            fit();
            phi = Math.max(1, dispersion());
        }
    }

    private void fit() {
        int n = weeks.size();
        int p = terms(weeks.get(0)).length;
        double total = 0;
        double population = 0;
        for (int i = 0; i < n; i++) {
            total += omega[i] * weeks.get(i).count();
            population += omega[i] * Math.exp(weeks.get(i).offset());
        }
        coefficients = new ArrayRealVector(p);
        coefficients.setEntry(0, Math.log(total / population));
        double change = 1;
        for (int step = 0; step < 200 && change > 1e-12; step++) {
            RealVector score = new ArrayRealVector(p);
            RealMatrix information = new Array2DRowRealMatrix(p, p);
            means = new double[n];
            for (int i = 0; i < n; i++) {
                RealVector x = new ArrayRealVector(terms(weeks.get(i)));
                means[i] = Math.exp(weeks.get(i).offset() + x.dotProduct(coefficients));
                score = score.add(x.mapMultiply(omega[i] * (weeks.get(i).count() - means[i])));
                information = information.add(x.outerProduct(x).scalarMultiply(omega[i] * means[i]));
            }
            inverse = new LUDecomposition(information, 1e-300).getSolver().getInverse();
            RealVector move = inverse.operate(score);
            coefficients = coefficients.add(move);
            change = move.getLInfNorm();
        }
    }

    private double dispersion() {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            double residual = weeks.get(i).count() - means[i];
            sum += omega[i] * residual * residual / means[i];
        }
        return sum / (means.length - coefficients.getDimension());
    }

    private double[] weights() {
        double[] weights = new double[means.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            RealVector x = new ArrayRealVector(terms(weeks.get(i)));
            double leverage = omega[i] * means[i] * inverse.operate(x).dotProduct(x);
            double y = weeks.get(i).count();
            double residual = 1.5
                    * (Math.cbrt(y * y) / Math.pow(means[i], 1.0 / 6) - Math.sqrt(means[i]))
                    / Math.sqrt(phi * (1 - leverage));
            weights[i] = residual > settings.weightsThreshold() ? Math.pow(residual, -2) : 1;
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / sum;
        }
        return weights;
    }

    private boolean trendHolds() {
        double highest = weeks.stream().mapToDouble(Week::count).max().orElseThrow();
        double t = coefficients.getEntry(1) / Math.sqrt(inverse.getEntry(1, 1) * dispersion());
        double degrees = weeks.size() - coefficients.getDimension();
        double p = 2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(t));
        return settings.years() >= 3 && p < settings.trendPThreshold() && expected() <= highest;
    }

    private double[] judgedTerms() {
        return terms(new Week(0, judgedOffset, 0, settings.seasonLevels()));
    }

    private double[] terms(Week week) {
        int first = trend ? 2 : 1;
        double[] terms = new double[first + settings.seasonLevels() - 1];
        terms[0] = 1;
        if (trend) {
            terms[1] = week.time();
        }
        if (week.level() > 1) {
            terms[first + week.level() - 2] = 1;
        }
        return terms;
    }

    private double[] ones() {
        double[] ones = new double[weeks.size()];
        Arrays.fill(ones, 1);
        return ones;
    }
}

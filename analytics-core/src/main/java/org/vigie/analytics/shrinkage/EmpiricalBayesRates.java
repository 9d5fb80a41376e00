package org.vigie.analytics.shrinkage;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Empirical-Bayes rates of places, by moments: raw rates drawn towards the rate of all places, or of the neighbourhood.
 *
 * <pre>
 *   p_i = n_i / x_i,  b = sum n / sum x,  s2 = sum x (p - b)^2 / sum x,  xbar = mean of x
 *   poisson    a = max(0, s2 - b / xbar)      rate_i = b + (p_i - b) a / (a + b / x_i)
 *   binomial   a = s2,  c = b (1 - b)         rate_i = b + (p_i - b) w_i
 *              w_i = (x_i a - c x_i / xbar) / ((x_i - 1) a + c (xbar - x_i) / xbar)
 *   local      the poisson rate with b, a, xbar of the place and its neighbours in place of all places
 * </pre>
 *
 * <p>Sources: Marshall 1991, Applied Statistics 40, 283-294 (poisson, local); Martuzzi, Elliott 1996, Statistics in
 * Medicine 15, 1867-1873 (binomial). Reference: EBest and EBlocal of the R package spdep.
 */
public final class EmpiricalBayesRates {

    private final double[] estimates;
    private final double[] betweens;
    private final double[] means;

    private EmpiricalBayesRates(double[] estimates, double[] betweens, double[] means) {
        this.estimates = estimates;
        this.betweens = betweens;
        this.means = means;
    }

    /** Around which rate the squares of a neighbourhood are taken. */
    public enum LocalSpread {
        /** Each neighbour around the rate of its own neighbourhood (spdep's default). */
        NEIGHBOURS_MEAN,
        /** All around the rate of the place's neighbourhood (GeoDa). */
        PLACES_MEAN
    }

    /**
     * Drawn towards the rate of all places, facts taken as Poisson.
     *
     * @param facts n, shape [places]
     * @param exposure x, shape [places], above 0
     */
    public static EmpiricalBayesRates poisson(double[] facts, double[] exposure) {
        check(facts, exposure);
        int places = facts.length;
        double mean = sum(facts) / sum(exposure);
        double between = Math.max(0, spread(facts, exposure, mean) - mean * places / sum(exposure));
        return filled(places, i -> shrunk(facts[i] / exposure[i], exposure[i], mean, between), i -> between, i -> mean);
    }

    /** Drawn towards the rate of all places, facts taken as binomial; shapes as in {@link #poisson}. */
    public static EmpiricalBayesRates binomial(double[] facts, double[] exposure) {
        check(facts, exposure);
        int places = facts.length;
        double mean = sum(facts) / sum(exposure);
        double between = spread(facts, exposure, mean);
        double meanExposure = sum(exposure) / places;
        double within = mean * (1 - mean);
        IntToDoubleFunction rate = i -> {
            double x = exposure[i];
            double weight = (x * between - within * x / meanExposure)
                    / ((x - 1) * between + within * (meanExposure - x) / meanExposure);
            return mean + (facts[i] / x - mean) * weight;
        };
        return filled(places, rate, i -> between, i -> mean);
    }

    /**
     * Drawn towards the rate of the neighbourhood, facts taken as Poisson.
     *
     * @param facts n, shape [places]
     * @param exposure x, shape [places], above 0
     * @param neighbours indices of the neighbours of each place, itself not among them, shape [places][any]
     * @param spread around which rate the squares are taken
     */
    public static EmpiricalBayesRates local(double[] facts, double[] exposure, int[][] neighbours, LocalSpread spread) {
        check(facts, exposure);
        int places = facts.length;
        double[] means = new double[places];
        for (int i = 0; i < places; i++) {
            means[i] = around(i, neighbours, j -> facts[j]) / around(i, neighbours, j -> exposure[j]);
        }
        double[] betweens = new double[places];
        double[] rates = new double[places];
        for (int i = 0; i < places; i++) {
            double own = means[i];
            double exposed = around(i, neighbours, j -> exposure[j]);
            double squares = around(i, neighbours, j -> {
                double centre = spread == LocalSpread.PLACES_MEAN ? own : means[j];
                double distance = facts[j] / exposure[j] - centre;
                return exposure[j] * distance * distance;
            });
            betweens[i] = Math.max(0, (squares - own * (1 + neighbours[i].length)) / exposed);
            rates[i] = shrunk(facts[i] / exposure[i], exposure[i], own, betweens[i]);
        }
        return new EmpiricalBayesRates(rates, betweens, means);
    }

    /** Rate of each place, shape [places]. */
    public double[] estimates() {
        return estimates.clone();
    }

    /** Variance a between places that each rate was drawn with, shape [places]. */
    public double[] betweens() {
        return betweens.clone();
    }

    /** Rate b that each rate was drawn towards, shape [places]. */
    public double[] means() {
        return means.clone();
    }

    private static double shrunk(double raw, double exposure, double mean, double between) {
        double noise = mean / exposure;
        return between + noise > 0 ? mean + (raw - mean) * between / (between + noise) : mean;
    }

    private static double spread(double[] facts, double[] exposure, double mean) {
        double squares = 0;
        for (int i = 0; i < facts.length; i++) {
            double distance = facts[i] / exposure[i] - mean;
            squares += exposure[i] * distance * distance;
        }
        return squares / sum(exposure);
    }

    private static double around(int place, int[][] neighbours, IntToDoubleFunction term) {
        double sum = term.applyAsDouble(place);
        for (int neighbour : neighbours[place]) {
            sum += term.applyAsDouble(neighbour);
        }
        return sum;
    }

    private static EmpiricalBayesRates filled(
            int places, IntToDoubleFunction rate, IntToDoubleFunction between, IntToDoubleFunction mean) {
        EmpiricalBayesRates rates = new EmpiricalBayesRates(new double[places], new double[places], new double[places]);
        Arrays.setAll(rates.estimates, rate);
        Arrays.setAll(rates.betweens, between);
        Arrays.setAll(rates.means, mean);
        return rates;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static void check(double[] facts, double[] exposure) {
        if (facts.length != exposure.length) {
            throw new IllegalArgumentException(
                    "one exposure for each place: " + exposure.length + " and " + facts.length);
        }
        for (double x : exposure) {
            if (!(x > 0)) {
                throw new IllegalArgumentException("exposure must be > 0: " + x);
            }
        }
    }
}

package org.vigie.analytics.numeric;

import org.apache.commons.math3.special.Gamma;

/**
 * Distribution of a count of given mean m whose variance is phi times the mean: Poisson for phi = 1, else negative
 * binomial with size m / (phi - 1).
 *
 * <pre>
 *   P(0) = exp(-m log(phi) / (phi - 1))       P(k+1) / P(k) = (m + k (phi - 1)) / (phi (k + 1))
 * </pre>
 * <p>Both are one member of Panjer's family, so that one recursion serves both. Where P(0) vanishes, probabilities start
 * from the saddle-point form of Loader (2000), "Fast and accurate computation of binomial probabilities". Tails above
 * the mean are summed upwards, never taken as one minus something, and keep their relative accuracy (about 1e-13).
 *
 * @param mean above 0 and finite
 * @param dispersion variance over mean, at least 1
 */
public record CountDistribution(double mean, double dispersion) {

    /** Up to this exponent P(0) is a normal number and recursion from 0 is exact and cheap. */
    private static final double LARGEST_EXPONENT = 600;
    /** Beyond this mean a quantile is the Cornish-Fisher expansion: a relative error far below 1e-9. */
    private static final double HUGE_MEAN = 1e10;
    /** Beyond this dispersion the upper tail is a continued fraction, whose length does not grow with it. */
    private static final double SERIES_DISPERSION = 30;

    private static final double NEGLIGIBLE = 1e-17;
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** Checks the ranges given above. */
    public CountDistribution {
        if (!(mean > 0) || Double.isInfinite(mean) || !(dispersion >= 1) || Double.isInfinite(dispersion)) {
            throw new IllegalArgumentException(
                    "mean must be > 0 and dispersion >= 1, both finite: " + mean + ", " + dispersion);
        }
    }

    /** Probability of a whole number. */
    public double probability(double count) {
        if (count < 0) {
            return 0;
        }
        double exponent = zeroExponent();
        if (count == 0) {
            return Math.exp(-exponent);
        }
        if (exponent > LARGEST_EXPONENT || count > 1000) {
            return saddlePoint(count);
        }
        double probability = Math.exp(-exponent);
        for (int k = 0; k < count; k++) {
            probability *= ratio(k);
        }
        return probability;
    }

    /** Chance of a count at least as high. */
    public double upperTail(double count) {
        if (count <= 0) {
            return 1;
        }
        if (count > mean) {
            return probability(count) * (dispersion > SERIES_DISPERSION ? tailFraction(count) : tailSeries(count));
        }
        return 1 - lowerTail(count - 1);
    }

    /** Smallest count that is not exceeded with this probability, strictly between 0 and 1. */
    public double quantile(double probability) {
        double wanted = probability * (1 - 8 * Math.ulp(1.0));
        if (zeroExponent() <= LARGEST_EXPONENT && mean < 1000) {
            return quantileFromZero(wanted);
        }
        double start = Math.max(0, Math.floor(cornishFisher(probability)));
        return mean > HUGE_MEAN ? start : quantileFrom(start, wanted);
    }

    private double quantileFromZero(double wanted) {
        double term = Math.exp(-zeroExponent());
        double sum = term;
        double count = 0;
        while (sum < wanted && (term > 0 || count < mean)) {
            term *= ratio(count);
            sum += term;
            count++;
        }
        return count;
    }

    private double quantileFrom(double start, double wanted) {
        double count = start;
        double sum = 1 - upperTail(count + 1);
        double term = probability(count);
        while (sum >= wanted && count > 0) {
            sum -= term;
            count--;
            term /= ratio(count);
        }
        while (sum < wanted && term > 0) {
            term *= ratio(count);
            sum += term;
            count++;
        }
        return count;
    }

    private double cornishFisher(double probability) {
        double z = Normal.quantile(probability);
        double deviation = Math.sqrt(mean * dispersion);
        double skewness = (2 * dispersion - 1) / deviation;
        return mean + deviation * (z + skewness * (z * z - 1) / 6) + 0.5;
    }

    private double lowerTail(double count) {
        if (zeroExponent() <= LARGEST_EXPONENT && count < 1000) {
            double term = Math.exp(-zeroExponent());
            double sum = term;
            for (int k = 0; k < count; k++) {
                term *= ratio(k);
                sum += term;
            }
            return sum;
        }
        double term = 1;
        double sum = 1;
        for (double k = count - 1; k >= 0 && term > NEGLIGIBLE * sum; k--) {
            term /= ratio(k);
            sum += term;
        }
        return sum * probability(count);
    }

    /** Sum over j of P(count + j) / P(count), term by term. */
    private double tailSeries(double count) {
        double term = 1;
        double sum = 1;
        for (double k = count; term > NEGLIGIBLE * sum; k++) {
            term *= ratio(k);
            sum += term;
        }
        return sum;
    }

    /** The same sum as Gauss's continued fraction of 2F1(count + size, 1; count + 1; (phi - 1) / phi). */
    private double tailFraction(double count) {
        double size = mean / (dispersion - 1);
        double z = (dispersion - 1) / dispersion;
        double f = 1;
        double c = 1;
        double d = 0;
        double change = 0;
        for (int step = 1; Math.abs(change - 1) > 1e-15 && step < 1_000_000; step++) {
            int k = step / 2;
            double top = step % 2 == 1 ? -(count + size + k) * (count + k) : -k * (k - size);
            double coefficient = top / ((count + step - 1) * (count + step)) * z;
            d = 1 / (1 + coefficient * d);
            c = 1 + coefficient / c;
            change = c * d;
            f *= change;
        }
        return 1 / f;
    }

    private double ratio(double k) {
        return (mean + k * (dispersion - 1)) / (dispersion * (k + 1));
    }

    private double zeroExponent() {
        double excess = dispersion - 1;
        return excess == 0 ? mean : mean * Math.log1p(excess) / excess;
    }

    private double saddlePoint(double count) {
        double excess = dispersion - 1;
        if (excess == 0) {
            return Math.exp(-stirlingError(count) - deviance(count, mean)) / Math.sqrt(2 * Math.PI * count);
        }
        double size = mean / excess;
        double total = size + count;
        double exponent = stirlingError(total)
                - stirlingError(size)
                - stirlingError(count)
                - deviance(size, total / dispersion)
                - deviance(count, total * excess / dispersion);
        return size / total * Math.exp(exponent) * Math.sqrt(total / (2 * Math.PI * size * count));
    }

    /** x log(x / m) - x + m without cancellation where x is near m. */
    private static double deviance(double x, double m) {
        double difference = x - m;
        double v = difference / (x + m);
        if (Math.abs(v) > 0.1) {
            return x * Math.log(x / m) - difference;
        }
        double sum = difference * v;
        double term = 2 * x * v;
        double before = Double.NaN;
        for (int j = 3; sum != before; j += 2) {
            before = sum;
            term *= v * v;
            sum += term / j;
        }
        return sum;
    }

    /** log(n!) less Stirling's formula for it. */
    private static double stirlingError(double n) {
        if (n < 16) {
            return Gamma.logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
        }
        double square = n * n;
        double series = 1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360360 / square) / square) / square;
        return (1.0 / 12 - (1.0 / 360 - series / square) / square) / n;
    }
}

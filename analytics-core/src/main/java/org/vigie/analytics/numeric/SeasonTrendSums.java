package org.vigie.analytics.numeric;

/** Sums over the rows of each level that a step of {@link SeasonTrendRegression} needs; letters as there. */
final class SeasonTrendSums {

    private static final int TABLE = 512;
    private static final double[] LOG_OF_START = new double[TABLE];
    private static final double[] COUNT_LOG_COUNT = new double[TABLE];

    static {
        for (int count = 0; count < TABLE; count++) {
            LOG_OF_START[count] = Math.log(count + 0.1);
            COUNT_LOG_COUNT[count] = count == 0 ? 0 : count * Math.log(count);
        }
    }

    private double[] sumW = new double[0];
    private double[] sumWTime = new double[0];
    private double[] sumWTimeSquared = new double[0];
    private double[] sumR = new double[0];
    private double[] sumRTime = new double[0];
    private double[] counts = new double[0];
    private double[] levelCountsTime = new double[0];
    private double[] settledW = new double[0];
    private double[] settledMiddle = new double[0];
    private double countsTime;
    private double constant;
    private double startDeviance;
    private double spread;
    private double timeSquares;
    private double slopeStep;
    private boolean trend;
    private int levels;
    private int filledLevels;

    /** Sums at the start, mu = y + 0.1, where r is the whole working response; what stays the same beside them. */
    void start(SeasonTrendRows rows, boolean withTrend) {
        levels = rows.levels();
        trend = withTrend;
        makeRoom();
        countsTime = 0;
        constant = 0;
        startDeviance = 0;
        filledLevels = 0;
        for (int level = 0; level < levels; level++) {
            startLevel(rows, level);
            countsTime += levelCountsTime[level];
        }
    }

    /** Deviance at the start. */
    double startDeviance() {
        return 2 * startDeviance;
    }

    /** Levels that have rows. */
    int filledLevels() {
        return filledLevels;
    }

    /** Takes over the sums of a level at the present coefficients. */
    void add(int level, SeasonTrendRuns runs) {
        sumW[level] = runs.w();
        sumR[level] = counts[level] - runs.w();
        sumWTime[level] = runs.wTime();
        sumWTimeSquared[level] = runs.wTimeSquared();
        sumRTime[level] = trend ? levelCountsTime[level] - runs.wTime() : 0;
    }

    /** Deviance of the means last added, whose coefficients these are. */
    double deviance(double[] a, double b) {
        double sum = constant - b * countsTime;
        for (int level = 0; level < levels; level++) {
            sum -= counts[level] * a[level] + sumR[level];
        }
        return 2 * sum;
    }

    /** Fixes the covariance and the next step by the present sums. */
    void settle() {
        spread = 0;
        timeSquares = 0;
        double top = 0;
        for (int level = 0; level < levels; level++) {
            double w = sumW[level];
            double middle = w > 0 ? sumWTime[level] / w : 0;
            settledW[level] = w;
            settledMiddle[level] = middle;
            spread += sumWTimeSquared[level] - middle * sumWTime[level];
            timeSquares += sumWTimeSquared[level];
            top += sumRTime[level] - middle * sumR[level];
        }
        slopeStep = trend ? top / spread : 0;
    }

    double slopeStep() {
        return slopeStep;
    }

    double levelStep(int level, double slopeChange) {
        return settledW[level] > 0 ? sumR[level] / settledW[level] - settledMiddle[level] * slopeChange : 0;
    }

    /** S, the weighted squares of times around the middles of their levels. */
    double spread() {
        return spread;
    }

    double timeSquares() {
        return timeSquares;
    }

    double unscaledVariance(int level, double time) {
        double fromMiddle = time - settledMiddle[level];
        return 1 / settledW[level] + (trend ? fromMiddle * fromMiddle / spread : 0);
    }

    private void startLevel(SeasonTrendRows rows, int level) {
        sumW[level] = 0;
        sumR[level] = 0;
        sumWTime[level] = 0;
        sumWTimeSquared[level] = 0;
        sumRTime[level] = 0;
        counts[level] = 0;
        levelCountsTime[level] = 0;
        int first = rows.levelStart(level);
        filledLevels += rows.levelEnds[level] > first ? 1 : 0;
        for (int i = first; i < rows.levelEnds[level]; i++) {
            double y = rows.counts[i];
            double weight = rows.weights[i];
            double logPopulation = rows.populationsDiffer ? Math.log(rows.populations[i]) : 0;
            double logStart = y < TABLE ? LOG_OF_START[(int) y] : Math.log(y + 0.1);
            double countLogCount = y < TABLE ? COUNT_LOG_COUNT[(int) y] : y * Math.log(y);
            counts[level] += weight * y;
            levelCountsTime[level] += weight * y * rows.times[i];
            constant += weight * (countLogCount - y * logPopulation);
            startDeviance += weight * (countLogCount - y * logStart + 0.1);
            double mean = y + 0.1;
            addStart(level, rows.times[i], weight * mean, weight * (mean * (logStart - logPopulation) - 0.1));
        }
    }

    private void addStart(int level, double time, double w, double response) {
        sumW[level] += w;
        sumR[level] += response;
        if (trend) {
            sumWTime[level] += w * time;
            sumWTimeSquared[level] += w * time * time;
            sumRTime[level] += response * time;
        }
    }

    private void makeRoom() {
        if (sumW.length < levels) {
            sumW = new double[levels];
            sumWTime = new double[levels];
            sumWTimeSquared = new double[levels];
            sumR = new double[levels];
            sumRTime = new double[levels];
            counts = new double[levels];
            levelCountsTime = new double[levels];
            settledW = new double[levels];
            settledMiddle = new double[levels];
        }
    }
}

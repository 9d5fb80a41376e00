package org.vigie.analytics.prospective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found and what was not, over all weeks of some simulated portfolios. */
final class DelayTally {

    private final List<Double> clean = new ArrayList<>();
    private final Map<String, Double> highest = new HashMap<>();
    private final Map<String, Boolean> signalled = new HashMap<>();
    private double observed;
    private double expected;
    private int signals;

    void addClean(PooledVerdict verdict, double count, double mean) {
        clean.add(score(verdict));
        signals += verdict.verdict() instanceof Verdict.Signal ? 1 : 0;
        observed += count;
        expected += mean;
    }

    void addTense(String tension, PooledVerdict verdict) {
        highest.merge(tension, score(verdict), Math::max);
        signalled.merge(tension, verdict.verdict() instanceof Verdict.Signal, Boolean::logicalOr);
    }

    private static double score(PooledVerdict verdict) {
        return verdict.verdict().fold(Evidence::score, Evidence::score, reason -> -1.0);
    }

    int cleanWeeks() {
        return clean.size();
    }

    int tensions() {
        return highest.size();
    }

    /** Share of clean weeks with a signal. */
    double nativeRate() {
        return signals / (double) clean.size();
    }

    /** Share of tensions with a signal while they lasted. */
    double nativeFound() {
        return signalled.values().stream().filter(found -> found).count() / (double) signalled.size();
    }

    /** Share of tensions found at the score that this share of clean weeks exceeds. */
    double found(double falsePositiveRate) {
        List<Double> ordered = clean.stream().sorted(Comparator.reverseOrder()).toList();
        double threshold = ordered.get((int) Math.floor(falsePositiveRate * ordered.size()));
        return highest.values().stream().filter(score -> score > threshold).count() / (double) highest.size();
    }

    /** Facts known of the newest clean weeks over those expected. */
    double bias() {
        return observed / expected;
    }
}

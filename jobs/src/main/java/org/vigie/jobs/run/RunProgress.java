package org.vigie.jobs.run;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Tells somebody how a run advances, and how long each stage took. */
public final class RunProgress {

    private final StageListener listener;
    private final TreeMap<String, Double> seconds = new TreeMap<>();
    private final long begun = System.nanoTime();

    /** Told when a stage begins. */
    public interface StageListener {
        /** A stage begins; {@code stage} is one of {@link Stage}. */
        void begins(Stage stage);
    }

    /** The stages of a run, in order. */
    public enum Stage {
        /** Spark. */
        START,
        /** Files into the staged log. */
        INGEST,
        /** Facts to sites and weeks. */
        SITE_WEEKS,
        /** Verdicts. */
        DETECTION,
        /** Scores and alerts. */
        DECISION,
        /** Published tables. */
        PUBLISH,
        /** Pages, lists, exports. */
        PAGES,
        /** What was said against what came. */
        EVALUATION
    }

    /** Progress told to this listener. */
    public RunProgress(StageListener listener) {
        this.listener = listener;
    }

    /** Runs a stage and takes its time. */
    <T> T timed(Stage stage, Supplier<T> work) {
        listener.begins(stage);
        long stageBegun = System.nanoTime();
        T result = work.get();
        double spent = Math.round((System.nanoTime() - stageBegun) / 1e7) / 100.0;
        seconds.merge(stage.name().toLowerCase(java.util.Locale.ROOT), spent, Double::sum);
        return result;
    }

    /** Milliseconds since the run began. */
    long elapsedMillis() {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    /** Seconds by stage so far. */
    public Map<String, Double> seconds() {
        return new TreeMap<>(seconds);
    }
}

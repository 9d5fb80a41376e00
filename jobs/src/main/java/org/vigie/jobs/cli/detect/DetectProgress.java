package org.vigie.jobs.cli.detect;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the error stream while somebody watches; nothing when output goes to a file or a pipe. */
public final class DetectProgress implements AutoCloseable {

    private static final int BATCH = 256;
    private static final int WIDTH = 78;

    private final Runnable onBatch;
    private final Runnable onClose;
    private int steps;

    private DetectProgress(Runnable onBatch, Runnable onClose) {
        this.onBatch = onBatch;
        this.onClose = onClose;
    }

    /** A bar of so many steps. On JDK 17, the one we build and run on, there is a console only at a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    public static DetectProgress of(long total) {
        if (System.console() == null) {
            return new DetectProgress(() -> {}, () -> {});
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("detect")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new DelegatingProgressBarConsumer(line -> System.err.print("\r" + line), WIDTH))
                .build();
        return new DetectProgress(() -> bar.stepBy(BATCH), () -> {
            bar.stepTo(total);
            bar.close();
            System.err.println();
        });
    }

    /** One more row is written. */
    public void step() {
        steps++;
        if (steps == BATCH) {
            steps = 0;
            onBatch.run();
        }
    }

    @Override
    public void close() {
        onClose.run();
    }
}

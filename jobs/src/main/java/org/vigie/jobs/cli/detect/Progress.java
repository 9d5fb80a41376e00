package org.vigie.jobs.cli.detect;

import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the error stream while somebody watches; nothing when output goes to a file or a pipe. */
public final class Progress implements AutoCloseable {

    private static final int WIDTH = 78;

    private final long batch;
    private final Runnable onBatch;
    private final Runnable onClose;
    private final AtomicLong steps = new AtomicLong();

    private Progress(long batch, Runnable onBatch, Runnable onClose) {
        this.batch = batch;
        this.onBatch = onBatch;
        this.onClose = onClose;
    }

    /**
     * A bar. On JDK 17, the one we build and run on, there is a console only at a terminal.
     *
     * @param task its name
     * @param total steps in all
     */
    @SuppressWarnings("SystemConsoleNull")
    public static Progress of(String task, long total) {
        // a bar of 78 characters cannot show more
        long batch = Math.max(1, total / 1_000);
        if (System.console() == null || total == 0) {
            return new Progress(batch, () -> {}, () -> {});
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new DelegatingProgressBarConsumer(line -> System.err.print("\r" + line), WIDTH))
                .build();
        return new Progress(batch, () -> bar.stepBy(batch), () -> {
            bar.stepTo(total);
            bar.close();
            System.err.println();
        });
    }

    /** One more step is done; by any thread. */
    public void step() {
        if (steps.incrementAndGet() % batch == 0) {
            onBatch.run();
        }
    }

    @Override
    public void close() {
        onClose.run();
    }
}

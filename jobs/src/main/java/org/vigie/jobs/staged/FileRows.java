package org.vigie.jobs.staged;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.vigie.jobs.feeds.FeedException;
import org.vigie.jobs.feeds.FeedFile;
import org.vigie.jobs.feeds.FeedSettings;

/**
 * The rows of one file as an iterator, while a thread of its own reads the file: never more than a few thousand rows are
 * held, however large the file.
 */
final class FileRows implements Iterator<FileRows.Told> {

    private static final int HELD = 4096;
    private static final Told END = new Told(null, null, null);

    private final BlockingQueue<Told> queue = new ArrayBlockingQueue<>(HELD);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private @Nullable Told next;

    /** One thing that a file tells: a typed row, a reject, or why the file as a whole is refused. */
    record Told(
            @Nullable Row typed,
            @Nullable Reject reject,
            @Nullable String refusal) {
        boolean isEnd() {
            return typed == null && reject == null && refusal == null;
        }
    }

    FileRows(FeedFile file, FeedSettings settings, TypingContext context) {
        Thread reader = new Thread(() -> read(file, settings, context), "vigie-reads-" + file.name());
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public boolean hasNext() {
        Told peeked = next == null ? take() : next;
        next = peeked;
        RuntimeException failed = failure.get();
        if (peeked.isEnd() && failed != null) {
            throw failed;
        }
        return !peeked.isEnd();
    }

    @Override
    public Told next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Told told = next;
        next = null;
        return Optional.ofNullable(told).orElseThrow();
    }

    private void read(FeedFile file, FeedSettings settings, TypingContext context) {
        try {
            TypedFile.read(file, settings, context, new TypedFile.Sink() {
                @Override
                public void typed(Row row) {
                    put(new Told(row, null, null));
                }

                @Override
                public void rejected(Reject reject) {
                    put(new Told(null, reject, null));
                }
            });
        } catch (FeedException e) {
            put(new Told(null, null, e.in(context.language())));
        } catch (RuntimeException e) {
            failure.set(e);
        }
        put(END);
    }

    private void put(Told told) {
        try {
            queue.put(told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was interrupted", e);
        }
    }

    private Told take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading was interrupted", e);
        }
    }
}

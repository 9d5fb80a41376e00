package org.vigie.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.jobs.settings.Workspace;

/** Held while a run writes to a workspace; the operating system gives it back when the process ends, however it ends. */
final class RunLock {

    private final FileChannel channel;
    private final FileLock lock;

    private RunLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Does some work under the lock; throws {@link WorkspaceBusy} when another run holds it. */
    static <T> T holding(Workspace workspace, Supplier<T> work) {
        RunLock held = take(workspace);
        try {
            return work.get();
        } finally {
            held.release();
        }
    }

    private static RunLock take(Workspace workspace) {
        Path file = workspace.state().resolve("lock");
        try {
            Files.createDirectories(workspace.state());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new WorkspaceBusy(workspace.root());
            }
            return new RunLock(channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by another run of this very process
        }
    }

    private void release() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the lock of a run", e);
        }
    }
}

package org.vigie.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.jobs.settings.Workspace;

/**
 * Held while a run writes to a workspace; the operating system gives it back when the process ends, however it ends.
 *
 * <p>Closing any channel to a file gives back every lock that the process has on it. Who runs in the same process as the
 * holder is therefore turned away before the file is opened.
 */
final class RunLock {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private RunLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
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

    /** Whether a run holds the lock now; takes it for a moment where nobody does. */
    static boolean isHeld(Workspace workspace) {
        Path file = workspace.state().resolve("lock");
        if (HELD_HERE.contains(file)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file + ": " + e.getMessage(), e);
        }
    }

    private static RunLock take(Workspace workspace) {
        Path file = workspace.state().resolve("lock");
        if (!HELD_HERE.add(file)) {
            throw new WorkspaceBusy(workspace.root());
        }
        boolean taken = false;
        try {
            RunLock held = open(workspace, file);
            taken = true;
            return held;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file + ": " + e.getMessage(), e);
        } finally {
            if (!taken) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static RunLock open(Workspace workspace, Path file) throws IOException {
        Files.createDirectories(workspace.state());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new WorkspaceBusy(workspace.root());
        }
        return new RunLock(file, channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held in this process by somebody who did not come through here
        }
    }

    private void release() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the lock of a run", e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}

package org.vigie.jobs.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.settings.Workspace;

/**
 * Makes a week visible as a whole. It is built in {@code .building/}, declared complete by a rename to {@code .ready/},
 * and then takes the place of the week's folder; an older revision moves to {@code .superseded/}. A crash at any point
 * leaves the last published week readable, and {@link #finishInterrupted} takes up where it stopped.
 */
public final class Publication {

    private static final String NOTICE = "notice.html";

    private final Path published;

    /** Publications of a workspace. */
    public Publication(Workspace workspace) {
        this.published = workspace.published();
    }

    /** An empty folder in which to build a week. */
    public Path begin(IsoWeek week) {
        Path folder = published.resolve(".building").resolve(week.toString());
        return attempt("prepare " + folder, () -> {
            delete(folder);
            Files.createDirectories(folder);
            return folder;
        });
    }

    /** Declares the folder being built complete and puts it in place. */
    public void commit(IsoWeek week) {
        Path ready = published.resolve(".ready").resolve(week.toString());
        attempt("publish " + week, () -> {
            Files.createDirectories(ready.getParent());
            delete(ready);
            move(published.resolve(".building").resolve(week.toString()), ready);
            putInPlace(week);
            return ready;
        });
    }

    /** Puts weeks in place that were complete when a run stopped, and clears what was not. */
    public void finishInterrupted() {
        attempt("finish an interrupted publication in " + published, () -> {
            for (Path ready : folders(published.resolve(".ready"))) {
                putInPlace(IsoWeek.parse(ready.getFileName().toString()));
            }
            delete(published.resolve(".building"));
            List<IsoWeek> weeks = weeks();
            if (!weeks.isEmpty()) {
                raiseLatest(weeks.get(weeks.size() - 1));
            }
            return published;
        });
    }

    /** Whether a week was being put in place when a run stopped. */
    public boolean isInterrupted() {
        return attempt(
                "list " + published,
                () -> !folders(published.resolve(".ready")).isEmpty()
                        || !folders(published.resolve(".building")).isEmpty());
    }

    /** Whether the newest data was refused, as the notice says. */
    public boolean hasNotice() {
        return Files.exists(published.resolve(NOTICE));
    }

    /** The newest published week, as {@code latest} says. */
    public Optional<IsoWeek> latest() {
        Path file = published.resolve("latest");
        return attempt(
                "read " + file,
                () -> Files.exists(file) ? Optional.of(IsoWeek.parse(Files.readString(file))) : Optional.empty());
    }

    /** Every published week, oldest first. */
    public List<IsoWeek> weeks() {
        return attempt(
                "list " + published,
                () -> folders(published).stream()
                        .map(folder -> folder.getFileName().toString())
                        .filter(name -> name.matches("\\d{4}-W\\d{2}"))
                        .map(IsoWeek::parse)
                        .sorted()
                        .toList());
    }

    /** Says beside the published weeks that the newest data was refused, and why; they stay as they are. */
    public void putNotice(String landlord, String reason) {
        Path notice = published.resolve(NOTICE);
        attempt("write " + notice, () -> {
            Files.createDirectories(published);
            return Files.writeString(notice, RefusalNotice.html(landlord, reason), StandardCharsets.UTF_8);
        });
    }

    /** Takes the notice away. */
    public void clearNotice() {
        Path notice = published.resolve(NOTICE);
        attempt("remove " + notice, () -> Files.deleteIfExists(notice));
    }

    private void putInPlace(IsoWeek week) throws IOException {
        Path target = published.resolve(week.toString());
        if (Files.exists(target)) {
            Path superseded = published.resolve(".superseded").resolve(week.toString());
            Files.createDirectories(superseded);
            int revision = folders(superseded).size() + 1;
            move(target, superseded.resolve(Integer.toString(revision)));
        }
        move(published.resolve(".ready").resolve(week.toString()), target);
        raiseLatest(week);
    }

    /** Lets {@code latest} name a week, unless it names a newer one. */
    private void raiseLatest(IsoWeek week) throws IOException {
        if (latest().filter(newest -> newest.compareTo(week) >= 0).isEmpty()) {
            Path draft = published.resolve(".latest");
            Files.writeString(draft, week + "\n", StandardCharsets.UTF_8);
            move(draft, published.resolve("latest"));
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private interface FileStep<T> {
        T run() throws IOException;
    }

    private static <T> T attempt(String what, FileStep<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot " + what + ": " + e.getMessage(), e);
        }
    }
}

package org.vigie.jobs.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.vigie.jobs.texts.Message;

/**
 * The inbox, shared out among the feeds: the first feed of the settings whose pattern a name matches has the file.
 *
 * <p>Patterns ignore case; one that ends in {@code .csv} also takes {@code .csv.gz} and {@code .xlsx}.
 *
 * @param files the files of some feed, by name
 * @param unmatched names of the files that match no feed
 */
public record FeedFiles(List<FeedFile> files, List<String> unmatched) {

    private static final int ID_BYTES = 8;

    /** Copies its lists. */
    public FeedFiles {
        files = List.copyOf(files);
        unmatched = List.copyOf(unmatched);
    }

    /**
     * Lists an inbox; hidden files and those that an office program keeps while a sheet is open are passed over, and so
     * are folders, unless they are called like the file of a feed: reading that one refuses it and says so.
     *
     * @param feeds the settings of each feed, in the order in which they are tried
     */
    public static FeedFiles list(Path inbox, Map<Feed, FeedSettings> feeds) {
        List<FeedFile> files = new ArrayList<>();
        List<String> unmatched = new ArrayList<>();
        for (Path path : contents(inbox)) {
            String name = String.valueOf(path.getFileName());
            boolean folder = Files.isDirectory(path);
            feedOf(name, feeds)
                    .ifPresentOrElse(
                            found -> files.add(new FeedFile(path.toString(), found, contentId(path))),
                            () -> unmatched.addAll(folder ? List.of() : List.of(name)));
        }
        return new FeedFiles(files, unmatched);
    }

    /** The feed that has a file of this name. */
    public static Optional<Feed> feedOf(String name, Map<Feed, FeedSettings> feeds) {
        return feeds.entrySet().stream()
                .filter(entry -> matches(name, entry.getValue().files()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A file that lies anywhere, as one of a feed. */
    public static FeedFile fileOf(Path path, Feed feed) {
        return new FeedFile(path.toString(), feed, contentId(path));
    }

    /** Whether a file name matches a pattern of the settings. */
    public static boolean matches(String fileName, String pattern) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            name = name.substring(0, name.length() - ".gz".length());
        }
        String wanted = pattern.toLowerCase(Locale.ROOT);
        if (wanted.endsWith(".csv") && name.endsWith(".xlsx")) {
            name = name.substring(0, name.length() - ".xlsx".length()) + ".csv";
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + wanted);
        return matcher.matches(Path.of(name)) || matcher.matches(Path.of(fileName.toLowerCase(Locale.ROOT)));
    }

    /** Whether a text can be used as a pattern. */
    public static boolean isPattern(String pattern) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            return !pattern.isBlank();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static List<Path> contents(Path inbox) {
        if (!Files.isDirectory(inbox)) {
            throw new FeedException(Message.of("feed.no-folder", "folder", inbox.toString()));
        }
        try (Stream<Path> entries = Files.list(inbox)) {
            return entries.filter(path -> !isPassedOver(String.valueOf(path.getFileName())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new FeedException(Message.of("feed.folder-unreadable", "folder", inbox.toString()));
        }
    }

    private static boolean isPassedOver(String name) {
        return name.startsWith(".") || name.startsWith("~$");
    }

    /** First 64 bits of the SHA-256 of the bytes as delivered; of what cannot be read, its name: opening it says why. */
    private static String contentId(Path path) {
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (IOException e) {
            return "unreadable-" + path.getFileName();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

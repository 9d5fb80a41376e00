package org.vigie.jobs.feeds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.jobs.texts.Message;

/**
 * Where our columns stand in one file. Names are compared without case, accents, punctuation and spaces: the name of the
 * settings, else ours, else an alias. Columns about persons are refused; columns that nobody asked for are not read.
 */
final class Header {

    /** 60 bits: two of a million rows agree by chance once in two million files. */
    private static final int KEY_DIGITS = 15;

    /** What a message may quote: a short text that is not a date. */
    private static final Pattern NAME = Pattern.compile("(?!\\d{1,4}[/-]\\d{1,2}[/-]\\d{1,4}).{0,60}");

    private final FeedSettings settings;
    private final int width;
    private final Map<String, Integer> positions = new TreeMap<>();
    private final List<Integer> keyPositions = new ArrayList<>();
    private final String key;
    private final String comment;
    private final int recorded;

    /** Finds the columns of a feed; the names are those of the file's header line, in order. */
    Header(List<String> names, Feed feed, FeedSettings settings) {
        this.settings = settings;
        this.width = names.size();
        List<String> headers = names.stream().map(Cell::stripped).toList();
        HeaderNames known = new HeaderNames(headers);
        this.comment = nameOf(feed, FeedColumn.Role.COMMENT);
        this.key = nameOf(feed, FeedColumn.Role.KEY);
        refuseDataForNames(headers, feed);
        refusePersonColumns(headers, feed);
        for (FeedColumn column : feed.columns()) {
            int position = known.position(column, settings);
            if (position >= 0) {
                positions.put(column.name(), position);
            }
        }
        for (FeedColumn column : feed.columns()) {
            if (column.required() && !isSupplied(column)) {
                throw known.missing(column);
            }
        }
        this.recorded = settings.knownOn().isEmpty()
                ? positions.getOrDefault(nameOf(feed, FeedColumn.Role.RECORDED), -1)
                : known.position(settings.knownOn());
        findKey(known, headers);
    }

    int width() {
        return width;
    }

    /** Whether the file tells when its rows were recorded. */
    boolean tellsWhenRecorded() {
        return recorded >= 0;
    }

    String text(String column, List<String> cells) {
        if (column.equals(comment)) {
            throw new IllegalArgumentException("the comment is not read, only its length");
        }
        if (column.equals(key) && !keyPositions.isEmpty()) {
            return madeKey(cells);
        }
        String constant = settings.constants().get(column);
        return constant != null ? constant : cell(cells, positions.getOrDefault(column, -1));
    }

    String recorded(List<String> cells) {
        return cell(cells, recorded);
    }

    int commentLength(List<String> cells) {
        String text = cell(cells, positions.getOrDefault(comment, -1));
        return text.codePointCount(0, text.length());
    }

    private static String cell(List<String> cells, int position) {
        return position < 0 || position >= cells.size() ? "" : Cell.stripped(cells.get(position));
    }

    private static String nameOf(Feed feed, FeedColumn.Role role) {
        return feed.column(role).map(FeedColumn::name).orElse("");
    }

    /** Without a header line, names would be taken from a row, and a message would quote what it says. */
    private void refuseDataForNames(List<String> headers, Feed feed) {
        boolean known = headers.stream()
                .anyMatch(header -> feed.column(header).isPresent()
                        || settings.columns().values().stream().anyMatch(header::equalsIgnoreCase));
        if (!known && headers.stream().anyMatch(header -> !NAME.matcher(header).matches())) {
            throw new Unfit(Message.of("column.none"));
        }
    }

    private void refusePersonColumns(List<String> headers, Feed feed) {
        List<String> dropped = settings.drop().stream().map(Spelling::plain).toList();
        for (String header : headers) {
            boolean ours = feed.column(header).isPresent();
            if (!ours && PersonColumns.isPersonal(header) && !dropped.contains(Spelling.plain(header))) {
                throw new Unfit(Message.of("column.personal", "column", header).with("feed", feed.yamlName()));
            }
        }
    }

    private boolean isSupplied(FeedColumn column) {
        boolean replaced = switch (column.role()) {
            case KEY -> !(settings.key() instanceof FeedSettings.Key.Delivered);
            case SITE -> positions.containsKey("longitude") && positions.containsKey("latitude");
            case END -> settings.durations().known();
            case NONE, RECORDED, COMMENT -> false;
        };
        return replaced
                || positions.containsKey(column.name())
                || settings.constants().containsKey(column.name());
    }

    private void findKey(HeaderNames known, List<String> headers) {
        if (settings.key() instanceof FeedSettings.Key.OfColumns columns) {
            columns.headers().forEach(header -> keyPositions.add(known.position(header)));
        } else if (settings.key() instanceof FeedSettings.Key.OfWholeRow) {
            List<String> dropped = settings.drop().stream().map(Spelling::plain).toList();
            IntStream.range(0, width)
                    .filter(i -> i != positions.getOrDefault(comment, -1))
                    .filter(i -> !dropped.contains(Spelling.plain(headers.get(i))))
                    .forEach(keyPositions::add);
        }
    }

    private String madeKey(List<String> cells) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int position : keyPositions) {
                digest.update(cell(cells, position).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0x1F);
            }
            String hex = HexFormat.of().formatHex(digest.digest()).substring(0, KEY_DIGITS);
            return "H" + hex.toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A header line that the feed cannot be read with. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Message reason;

        Unfit(Message reason) {
            super(reason.key());
            this.reason = reason;
        }

        Message reason() {
            return reason;
        }
    }

    /** The header line, ready for looking names up. */
    private static final class HeaderNames {
        private final List<String> headers;
        private final Map<String, Integer> first = new HashMap<>();
        private final Map<String, Integer> times = new HashMap<>();

        HeaderNames(List<String> headers) {
            this.headers = headers;
            for (int i = 0; i < headers.size(); i++) {
                first.putIfAbsent(Spelling.plain(headers.get(i)), i);
                times.merge(Spelling.plain(headers.get(i)), 1, Integer::sum);
            }
        }

        /**
         * Position of a column, or -1. Files of several years may call it differently: without the name of the settings,
         * ours and the aliases are tried; only when none is there is a column of the settings missing.
         */
        int position(FeedColumn column, FeedSettings settings) {
            String named = settings.columns().get(column.name());
            Stream<String> usual = Stream.concat(Stream.of(column.name()), column.aliases().stream());
            List<String> there = Stream.concat(Stream.ofNullable(named), usual)
                    .filter(name -> first.containsKey(Spelling.plain(name)))
                    .toList();
            if (there.isEmpty()) {
                return named == null ? -1 : position(named);
            }
            boolean told = there.get(0).equals(named) || there.get(0).equals(column.name());
            if (!told) {
                refuseRivals(column, there);
            }
            return position(there.get(0));
        }

        /** Two aliases of one column in one file: only the landlord knows which of them holds it. */
        private void refuseRivals(FeedColumn column, List<String> aliases) {
            List<String> rivals = aliases.stream()
                    .map(Spelling::plain)
                    .distinct()
                    .map(plain -> headers.get(first.getOrDefault(plain, 0)))
                    .toList();
            if (rivals.size() > 1) {
                throw new Unfit(seen("column.rivals", column.name())
                        .with("one", rivals.get(0))
                        .with("two", rivals.get(1)));
            }
        }

        /** Position of a header that must be there once. */
        int position(String header) {
            Integer position = first.get(Spelling.plain(header));
            if (position == null) {
                throw new Unfit(seen("column.of-settings-missing", header));
            }
            if (times.getOrDefault(Spelling.plain(header), 0) > 1) {
                throw new Unfit(seen("column.twice", header));
            }
            return position;
        }

        Unfit missing(FeedColumn column) {
            return new Unfit(seen("column.missing", column.name()));
        }

        private Message seen(String key, String column) {
            return Message.of(key, "column", column)
                    .with(
                            "seen",
                            headers.stream()
                                    .filter(header -> NAME.matcher(header).matches())
                                    .collect(Collectors.joining(", ")));
        }
    }
}

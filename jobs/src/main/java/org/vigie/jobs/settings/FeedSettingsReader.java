package org.vigie.jobs.settings;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.jobs.feeds.CodeList;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedColumn;
import org.vigie.jobs.feeds.FeedFiles;
import org.vigie.jobs.feeds.FeedSettings;
import org.vigie.jobs.feeds.Spelling;
import org.vigie.jobs.texts.Message;

/** The settings of each feed: columns must exist in its schema, codes in its lists, mapping files in the workspace. */
final class FeedSettingsReader {

    /** Vigie writes these files itself, so that settings need not speak of them. */
    private static final String OUTCOMES_FILES = "suites*.csv";

    private final SettingsFile file;
    private final Path workspace;
    private final Map<String, String> mappingFiles = new TreeMap<>();

    FeedSettingsReader(SettingsFile file, Path workspace) {
        this.file = file;
        this.workspace = workspace;
    }

    Map<Feed, FeedSettings> read(JsonNode feeds) {
        Map<Feed, FeedSettings> read = new LinkedHashMap<>();
        feeds.properties()
                .forEach(entry ->
                        Feed.named(entry.getKey()).ifPresent(feed -> read.put(feed, feed(feed, entry.getValue()))));
        read.putIfAbsent(Feed.OUTCOMES, FeedSettings.of(OUTCOMES_FILES).asOptional());
        return read;
    }

    /** Text of every mapping file that was read, by name. */
    Map<String, String> mappingFiles() {
        return mappingFiles;
    }

    private FeedSettings feed(Feed feed, JsonNode node) {
        String files = node.path("files").asText();
        if (!FeedFiles.isPattern(files)) {
            throw file.error(node.path("files"), "files", Message.of("settings.pattern", "pattern", files));
        }
        return new FeedSettings(
                files,
                node.path("optional").asBoolean(false),
                texts(feed, node.path("columns")),
                codes(feed, node.path("codes")),
                constants(feed, node.path("constants")),
                key(node.path("id")),
                node.path("known_on").asText(""),
                list(node.path("drop")),
                durations(feed, node.path("duration_days")));
    }

    private Map<String, String> texts(Feed feed, JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties()
                .forEach(entry -> texts.put(
                        column(feed, node, entry.getKey()).name(),
                        entry.getValue().asText()));
        return texts;
    }

    private Map<String, String> constants(Feed feed, JsonNode node) {
        Map<String, String> constants = texts(feed, node);
        node.properties().forEach(entry -> {
            FeedColumn column = column(feed, node, entry.getKey());
            if (!column.codes().isEmpty()) {
                problemOf(column, entry.getValue().asText()).ifPresent(problem -> {
                    throw file.error(entry.getValue(), "constants." + entry.getKey(), problem);
                });
            }
        });
        return constants;
    }

    private FeedColumn column(Feed feed, JsonNode node, String name) {
        List<String> known = feed.columns().stream().map(FeedColumn::name).toList();
        return feed.column(name)
                .orElseThrow(() -> file.error(
                        node,
                        "feeds." + feed.yamlName(),
                        Message.of("settings.no-column", "column", name)
                                .with("near", Spelling.didYouMean(name, known))
                                .with("columns", String.join(", ", known))));
    }

    private Map<String, Map<String, String>> codes(Feed feed, JsonNode node) {
        Map<String, Map<String, String>> codes = new HashMap<>();
        node.properties().forEach(entry -> {
            FeedColumn column = column(feed, node, entry.getKey());
            if (column.codes().isEmpty()) {
                throw file.error(
                        node,
                        "feeds." + feed.yamlName() + ".codes",
                        Message.of("settings.no-codes", "column", column.name()));
            }
            Map<String, String> mapping =
                    entry.getValue().isObject() ? inline(column, entry.getValue()) : fromFile(column, entry.getValue());
            codes.put(column.name(), mapping);
        });
        return codes;
    }

    private Map<String, String> inline(FeedColumn column, JsonNode node) {
        Map<String, String> mapping = new HashMap<>();
        node.properties().forEach(entry -> {
            String code = entry.getValue().asText();
            problemOf(column, code)
                    .or(() -> added(mapping, entry.getKey(), code))
                    .ifPresent(problem -> {
                        throw file.error(entry.getValue(), "codes." + column.name(), problem);
                    });
        });
        return mapping;
    }

    private Map<String, String> fromFile(FeedColumn column, JsonNode node) {
        String name = node.asText();
        Map<String, String> mapping = new HashMap<>();
        for (CsvRecord line : lines(node, name)) {
            boolean header = line.getStartingLineNumber() == 1
                    && Spelling.plain(line.getField(0)).equals("theirs");
            if (header) {
                continue;
            }
            if (line.getFieldCount() != 2) {
                throw wrong(name, line, Message.of("settings.two-values"));
            }
            String code = line.getField(1).strip();
            problemOf(column, code)
                    .or(() -> added(mapping, line.getField(0), code))
                    .ifPresent(problem -> {
                        throw wrong(name, line, problem);
                    });
        }
        return mapping;
    }

    private List<CsvRecord> lines(JsonNode node, String name) {
        Path path = workspace.resolve(name);
        try {
            String text = Files.readString(path);
            mappingFiles.put(name, text);
            List<CsvRecord> lines = new ArrayList<>();
            try (CsvReader<CsvRecord> reader = CsvReader.builder()
                    .fieldSeparator(';')
                    .detectBomHeader(false)
                    .ofCsvRecord(text.replaceFirst("^\uFEFF", ""))) {
                reader.forEach(lines::add);
            }
            return lines;
        } catch (MalformedInputException e) {
            throw file.error(node, "codes", Message.of("settings.not-utf8", "file", name));
        } catch (CsvParseException e) {
            throw file.error(node, "codes", Message.of("settings.open-quote", "file", name));
        } catch (IOException e) {
            throw file.error(node, "codes", Message.of("settings.no-mapping-file", "file", name));
        }
    }

    private static SettingsException wrong(String name, CsvRecord line, Message problem) {
        return new SettingsException(Message.of("settings.at-line", "file", name)
                .with("line", String.valueOf(line.getStartingLineNumber()))
                .with("problem", problem));
    }

    /** What is wrong with a code on our side; empty for nothing. */
    private static Optional<Message> problemOf(FeedColumn column, String code) {
        CodeList list = CodeList.named(column.codes());
        return list.codes().contains(code)
                ? Optional.empty()
                : Optional.of(Message.of("settings.unknown-code", "code", code)
                        .with("list", list.name())
                        .with("near", Spelling.didYouMean(code, list.codes())));
    }

    /** Adds a pair; two spellings that are read as one must mean the same. */
    private static Optional<Message> added(Map<String, String> mapping, String theirs, String ours) {
        String other = mapping.putIfAbsent(Spelling.plain(theirs), ours);
        return other == null || other.equals(ours)
                ? Optional.empty()
                : Optional.of(Message.of("settings.mapped-twice", "theirs", theirs)
                        .with("one", other)
                        .with("two", ours));
    }

    private static FeedSettings.Key key(JsonNode node) {
        if (node.isArray()) {
            return new FeedSettings.Key.OfColumns(list(node));
        }
        return node.isMissingNode() ? new FeedSettings.Key.Delivered() : new FeedSettings.Key.OfWholeRow();
    }

    private FeedSettings.Durations durations(Feed feed, JsonNode node) {
        if (!node.isMissingNode() && feed != Feed.WORKS) {
            throw file.error(node, "feeds." + feed.yamlName(), Message.of("settings.works-only"));
        }
        Map<String, Integer> byType = new HashMap<>();
        node.properties()
                .forEach(entry -> byType.put(
                        Spelling.plain(entry.getKey()), entry.getValue().asInt()));
        Integer otherwise = byType.remove("default");
        return new FeedSettings.Durations(otherwise == null ? node.asInt(0) : otherwise, byType);
    }

    private static List<String> list(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}

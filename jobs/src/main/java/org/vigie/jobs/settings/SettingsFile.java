package org.vigie.jobs.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.DefaultNodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.jobs.feeds.Spelling;
import org.vigie.jobs.texts.Message;

/** {@code vigie.yaml} as a tree whose shape was checked, that still knows the place of each value. */
final class SettingsFile {

    private static final String SCHEMA = "/settings/schema.json";
    /** What changes no table and no page. */
    static final Set<String> OF_THE_RUN = Set.of("schedule", "spark");
    /** What changes no count and no judgement either: words, and what people are told. */
    static final Set<String> OF_THE_RUN_AND_THE_READERS = Set.of("schedule", "spark", "landlord", "language", "alerts");

    private final Path path;
    private final JsonNode root;

    private SettingsFile(Path path, JsonNode root) {
        this.path = path;
        this.root = root;
    }

    static SettingsFile read(Path path) {
        SettingsFile file = new SettingsFile(path, parse(path, text(path)));
        List<Error> errors = new ArrayList<>(schema().validate(file.root));
        errors.sort(Comparator.comparingInt(file::lineOf));
        if (!errors.isEmpty()) {
            throw file.explained(errors.get(0));
        }
        return file;
    }

    JsonNode root() {
        return root;
    }

    /** An error at a value; the key is named when the value has no place of its own. */
    SettingsException error(JsonNode node, String key, Message sentence) {
        Message problem = key.isEmpty()
                ? sentence
                : Message.of("settings.key", "key", key).with("problem", sentence);
        return at(path, JsonNodes.tokenStreamLocationOf(node), problem);
    }

    private static SettingsException at(Path path, @Nullable JsonLocation location, Message problem) {
        Message of = Message.of(location == null ? "settings.of-file" : "settings.at", "file", name(path))
                .with("problem", problem);
        return new SettingsException(
                location == null
                        ? of
                        : of.with("line", String.valueOf(location.getLineNr()))
                                .with("column", String.valueOf(location.getColumnNr())));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /**
     * Digest of the values (order of keys, comments and spacing do not matter) and of the files that they name, some keys
     * left out.
     */
    String digest(Map<String, String> mappingFiles, Set<String> leftOut) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(canonical(without(leftOut)).getBytes(StandardCharsets.UTF_8));
            new TreeMap<>(mappingFiles).forEach((name, text) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private JsonNode without(Set<String> leftOut) {
        ObjectNode kept = new ObjectNode(JsonNodeFactory.instance);
        root.properties().stream()
                .filter(entry -> !leftOut.contains(entry.getKey()))
                .forEach(entry -> kept.set(entry.getKey(), entry.getValue()));
        return kept;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (MalformedInputException e) {
            throw new SettingsException(Message.of("settings.not-utf8", "file", name(path)));
        } catch (IOException e) {
            throw new SettingsException(Message.of("settings.none", "file", path.toString()));
        }
    }

    private static JsonNode parse(Path path, String text) {
        try {
            ObjectMapper strict =
                    new ObjectMapper(new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
            strict.readTree(text);
            JsonNode root = DefaultNodeReader.builder().locationAware().build().readTree(text, InputFormat.YAML);
            if (root == null || !root.isObject()) {
                throw new SettingsException(Message.of("settings.empty", "file", name(path)));
            }
            return root;
        } catch (JsonProcessingException e) {
            throw at(path, e.getLocation(), Message.of("settings.yaml", "why", firstLine(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema() {
        try (InputStream in = SettingsFile.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + SCHEMA);
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + SCHEMA + " cannot be read", e);
        }
    }

    private SettingsException explained(Error error) {
        String key = keyOf(error);
        JsonNode node = error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                error(
                        node.path(String.valueOf(error.getProperty())),
                        key,
                        Message.of("settings.no-setting", "name", String.valueOf(error.getProperty()))
                                .with(
                                        "near",
                                        Spelling.didYouMean(
                                                String.valueOf(error.getProperty()), allowedBeside(error))));
            case "required" ->
                error(node, key, Message.of("settings.required", "name", String.valueOf(error.getProperty())));
            default -> error(node, key, broken(error));
        };
    }

    /** The keys that the schema allows where an unknown one was found. */
    private static List<String> allowedBeside(Error error) {
        JsonNode root = schema().getSchemaNode();
        JsonNode allowed = root;
        for (String key : keyOf(error).split("\\.", -1)) {
            allowed = key.isEmpty() ? allowed : allowed.path("properties").path(key);
            String reference = allowed.path("$ref").asText("");
            allowed = reference.isEmpty() ? allowed : root.at(reference.substring(1));
        }
        List<String> names = new ArrayList<>();
        allowed.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What a value should be, from the keyword of the schema that it breaks. */
    private static Message broken(Error error) {
        JsonNode wanted = error.getSchemaNode();
        String bound = wanted == null ? "" : words(wanted);
        return switch (error.getKeyword()) {
            case "type" -> Message.of("settings.type", "wanted", bound);
            case "enum" -> Message.of("settings.enum", "wanted", bound);
            case "minimum" -> Message.of("settings.minimum", "bound", bound);
            case "exclusiveMinimum" -> Message.of("settings.above", "bound", bound);
            case "maximum" -> Message.of("settings.maximum", "bound", bound);
            case "pattern" -> Message.of("settings.id");
            default -> Message.of("settings.too-short");
        };
    }

    private static String words(JsonNode wanted) {
        List<String> words = new ArrayList<>();
        wanted.forEach(word -> words.add(word.asText()));
        return words.isEmpty() ? wanted.asText() : String.join(", ", words);
    }

    private static String keyOf(Error error) {
        String pointer = String.valueOf(error.getInstanceLocation()).replaceFirst("^[/$.]+", "");
        return pointer.replace('/', '.');
    }

    private int lineOf(Error error) {
        JsonLocation location = JsonNodes.tokenStreamLocationOf(error.getInstanceNode());
        return location == null ? 0 : location.getLineNr();
    }

    private static String firstLine(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    }

    /** Keys in alphabetical order, except those of feeds, whose order matters. */
    private String canonical(JsonNode node) {
        if (!node.isObject()) {
            return node.toString();
        }
        boolean ordered = node.equals(root.path("feeds"));
        Map<String, String> sorted = ordered ? new LinkedHashMap<>() : new TreeMap<>();
        node.properties().forEach(entry -> sorted.put(entry.getKey(), canonical(entry.getValue())));
        return sorted.toString();
    }
}

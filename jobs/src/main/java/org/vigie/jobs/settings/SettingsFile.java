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

/** {@code vigie.yaml} as a tree whose shape was checked, that still knows the place of each value. */
final class SettingsFile {

    private static final String SCHEMA = "/settings/schema.json";
    private static final Set<String> CHANGES_NO_WEEK = Set.of("schedule", "spark");

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
    SettingsException error(JsonNode node, String key, String sentence) {
        return new SettingsException(
                path.getFileName() + place(node) + ": " + (key.isEmpty() ? "" : key + ": ") + sentence);
    }

    /**
     * Digest of the values that can change a week (order of keys, comments and spacing do not matter) and of the files
     * that they name. When a run starts and on how many machines it runs changes no week.
     */
    String digest(Map<String, String> mappingFiles) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(canonical(weekly()).getBytes(StandardCharsets.UTF_8));
            new TreeMap<>(mappingFiles).forEach((name, text) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private JsonNode weekly() {
        ObjectNode weekly = new ObjectNode(JsonNodeFactory.instance);
        root.properties().stream()
                .filter(entry -> !CHANGES_NO_WEEK.contains(entry.getKey()))
                .forEach(entry -> weekly.set(entry.getKey(), entry.getValue()));
        return weekly;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (MalformedInputException e) {
            throw new SettingsException(path.getFileName() + " is not in UTF-8: save it in that encoding");
        } catch (IOException e) {
            throw new SettingsException("there is no readable " + path + ": ./vigie init makes a commented one");
        }
    }

    private static JsonNode parse(Path path, String text) {
        try {
            ObjectMapper strict =
                    new ObjectMapper(new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
            strict.readTree(text);
            JsonNode root = DefaultNodeReader.builder().locationAware().build().readTree(text, InputFormat.YAML);
            if (root == null || !root.isObject()) {
                throw new SettingsException(path.getFileName() + " holds no settings: write landlord: and feeds:");
            }
            return root;
        } catch (JsonProcessingException e) {
            throw new SettingsException(
                    path.getFileName() + place(e.getLocation()) + ": this is not valid YAML: " + firstLine(e));
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
                        "there is no setting \"" + error.getProperty() + "\" here"
                                + Spelling.didYouMean(String.valueOf(error.getProperty()), allowedBeside(error)));
            case "required" -> error(node, key, "write " + error.getProperty() + ": here, it is required");
            default -> error(node, key, error.getMessage() + wanted(error));
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

    private static String wanted(Error error) {
        return "pattern".equals(error.getKeyword()) ? "; write hash, or a list of columns" : "";
    }

    private static String keyOf(Error error) {
        String pointer = String.valueOf(error.getInstanceLocation()).replaceFirst("^[/$.]+", "");
        return pointer.replace('/', '.');
    }

    private int lineOf(Error error) {
        JsonLocation location = JsonNodes.tokenStreamLocationOf(error.getInstanceNode());
        return location == null ? 0 : location.getLineNr();
    }

    private static String place(JsonNode node) {
        return place(JsonNodes.tokenStreamLocationOf(node));
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
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

package org.vigie.jobs.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedSettings;
import org.vigie.jobs.texts.Message;

/**
 * The settings of one landlord's workspace.
 *
 * <p>The caps of the parts of the tension score have their place here once scoring declares its parts: a component
 * {@code ScoringSettings scoring}, a {@code scoring} object in {@code settings/schema.json}.
 *
 * @param landlord name shown on the pages
 * @param language {@code fr} or {@code en}
 * @param timezone the landlord's time zone: it decides in which week a night falls
 * @param attachWithinMetres farthest site to which a fact with coordinates is attached
 * @param feeds the configured feeds, in the order of the file
 * @param detection how far detection looks
 * @param alerts how many alerts people are given
 * @param privacy below what nothing is shown
 * @param schedule when the weekly run starts
 * @param spark keys of Spark without their {@code spark.} prefix
 * @param digest digest of all that can change a week, mapping files included: equal digest, equal weeks
 * @param judgementDigest digest of all that can change a count or a judgement
 */
public record Settings(
        String landlord,
        String language,
        ZoneId timezone,
        double attachWithinMetres,
        Map<Feed, FeedSettings> feeds,
        DetectionSettings detection,
        AlertSettings alerts,
        PrivacySettings privacy,
        ScheduleSettings schedule,
        Map<String, String> spark,
        String digest,
        String judgementDigest) {

    private static final String TEMPLATE = "/settings/vigie.yaml";

    /** Copies its maps, the feeds in their order. */
    public Settings {
        feeds = Collections.unmodifiableMap(new LinkedHashMap<>(feeds));
        spark = Map.copyOf(spark);
    }

    /** Reads {@code vigie.yaml} of a workspace; throws {@link SettingsException} with what to correct. */
    public static Settings read(Path workspace) {
        SettingsFile file = SettingsFile.read(workspace.resolve("vigie.yaml"));
        FeedSettingsReader feeds = new FeedSettingsReader(file, workspace);
        JsonNode root = file.root();
        Map<Feed, FeedSettings> read = feeds.read(root.path("feeds"));
        return new Settings(
                root.path("landlord").asText(),
                root.path("language").asText("fr"),
                zone(file, root.path("timezone")),
                root.path("attach_within_metres").asDouble(250),
                read,
                detection(root.path("detection")),
                alerts(root.path("alerts")),
                new PrivacySettings(
                        root.path("privacy").path("min_dwellings").asInt(11),
                        root.path("privacy").path("min_count").asInt(5)),
                new ScheduleSettings(root.path("schedule").path("weekly").asText("0 0 5 ? * MON")),
                spark(root.path("spark")),
                file.digest(feeds.mappingFiles(), SettingsFile.OF_THE_RUN),
                file.digest(feeds.mappingFiles(), SettingsFile.OF_THE_RUN_AND_THE_READERS));
    }

    /** The commented {@code vigie.yaml} of a new workspace. */
    public static String template() {
        try (InputStream in = Settings.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + TEMPLATE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + TEMPLATE + " cannot be read", e);
        }
    }

    private static ZoneId zone(SettingsFile file, JsonNode node) {
        String name = node.asText("Europe/Paris");
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw file.error(node, "timezone", Message.of("settings.timezone", "name", name));
        }
        return ZoneId.of(name);
    }

    private static DetectionSettings detection(JsonNode node) {
        DetectionSettings standard = DetectionSettings.STANDARD;
        return new DetectionSettings(
                node.path("history_weeks").asInt(standard.historyWeeks()),
                node.path("horizon_weeks").asInt(standard.horizonWeeks()),
                node.path("false_discovery_rate").asDouble(standard.falseDiscoveryRate()),
                node.path("buckets").asInt(standard.buckets()));
    }

    private static AlertSettings alerts(JsonNode node) {
        Map<String, Integer> teams = new TreeMap<>();
        node.path("capacity")
                .properties()
                .forEach(team -> teams.put(team.getKey(), team.getValue().asInt()));
        Integer byDefault = teams.remove("default");
        return new AlertSettings(
                byDefault == null ? 5 : byDefault,
                teams,
                node.path("new_per_week").asInt(3),
                precision(node.path("precision")));
    }

    private static AlertSettings.PrecisionSettings precision(JsonNode node) {
        AlertSettings.PrecisionSettings standard = AlertSettings.PrecisionSettings.STANDARD;
        return new AlertSettings.PrecisionSettings(
                node.path("bound").asDouble(standard.bound()),
                node.path("checks").asInt(standard.checks()),
                node.path("weeks").asInt(standard.weeks()));
    }

    private static Map<String, String> spark(JsonNode node) {
        Map<String, String> keys = new TreeMap<>();
        keys.put("master", "local[*]");
        node.properties()
                .forEach(key ->
                        keys.put(withoutPrefix(key.getKey()), key.getValue().asText()));
        return keys;
    }

    private static String withoutPrefix(String key) {
        return key.startsWith("spark.") ? key.substring("spark.".length()) : key;
    }
}

package org.vigie.dashboards.tables;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a feature collection (RFC 7946): WGS 84, longitude before latitude, a line for each feature. What is absent is
 * left out of the properties, never zero.
 */
final class GeoJson {

    private static final JsonFactory JSON = new JsonFactory();

    private GeoJson() {}

    /**
     * A thing on the map.
     *
     * @param type Point, MultiPoint or MultiPolygon
     * @param coordinates numbers in lists as deep as the type asks
     * @param properties text, numbers and flags, in the order in which they are written
     */
    record Feature(String type, List<?> coordinates, Map<String, Object> properties) {
        Feature {
            coordinates = List.copyOf(coordinates);
            properties = new LinkedHashMap<>(properties);
        }
    }

    static void write(Path file, List<Feature> features) {
        try (JsonGenerator json = JSON.createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            for (Feature feature : features) {
                json.writeRaw('\n');
                write(json, feature);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void write(JsonGenerator json, Feature feature) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", feature.type());
        json.writeFieldName("coordinates");
        coordinates(json, feature.coordinates());
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        for (var property : feature.properties().entrySet()) {
            json.writeFieldName(property.getKey());
            value(json, property.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void coordinates(JsonGenerator json, List<?> nested) throws IOException {
        json.writeStartArray();
        for (Object inner : nested) {
            if (inner instanceof List<?> deeper) {
                coordinates(json, deeper);
            } else {
                value(json, inner);
            }
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Integer count) {
            json.writeNumber(count);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }
}

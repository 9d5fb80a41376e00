package org.vigie.jobs.cli.detect;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Named values of one method, as written; each reading names the file and the line when a value is wrong. */
public final class Settings {

    private final String id;
    private final String place;
    private final Map<String, String> values;

    private Settings(String id, String place, Map<String, String> values) {
        this.id = id;
        this.place = place;
        this.values = values;
    }

    /** No values: every reading gives its default. */
    public static Settings none() {
        return new Settings("default", "default settings", Map.of());
    }

    /** Values of one line of a settings file. */
    static Settings of(String id, String place, Map<String, String> values) {
        return new Settings(id, place, Map.copyOf(values));
    }

    /** The same with some values replaced, as by {@code --set}. */
    public Settings with(Map<String, String> overrides) {
        Map<String, String> merged = new LinkedHashMap<>(values);
        merged.putAll(overrides);
        return new Settings(id, overrides.isEmpty() ? place : place + " with --set", Map.copyOf(merged));
    }

    /** Column {@code settings_id}, or {@code default}. */
    public String id() {
        return id;
    }

    /** Every row of a settings file. */
    public static List<Settings> readAll(Path file) {
        return SettingsFile.read(file);
    }

    /** The method with these settings; throws {@link DetectProblem} when one is unknown to it or wrong. */
    public SeriesMethod.Judge judgeBy(SeriesMethod method) {
        requireKnown(method.name(), method.settings());
        return method.with(this);
    }

    /** Throws {@link DetectProblem} when a value is not a setting of the method. */
    public void requireKnown(String method, Collection<String> known) {
        values.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw DetectProblem.wrongSettings(place + ": method " + method + " has no setting " + key
                            + "; it has " + String.join(", ", known));
                });
    }

    /** A whole number. */
    public int integer(String key, int otherwise) {
        return read(key, otherwise, "a whole number", Integer::valueOf);
    }

    /** A number with a decimal point. */
    public double number(String key, double otherwise) {
        return read(key, otherwise, "a number", Double::valueOf);
    }

    /** TRUE or FALSE, in any case. */
    public boolean flag(String key, boolean otherwise) {
        return read(key, otherwise, "TRUE or FALSE", text -> switch (text.toUpperCase(Locale.ROOT)) {
            case "TRUE", "T", "1" -> true;
            case "FALSE", "F", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /** One of some words. */
    public <T> T choice(String key, T otherwise, Map<String, T> words) {
        List<String> sorted = words.keySet().stream().sorted().toList();
        return read(key, otherwise, "one of " + String.join(", ", sorted), text -> {
            T found = words.get(text);
            if (found == null) {
                throw new IllegalArgumentException(text);
            }
            return found;
        });
    }

    /** Builds something from these values; a rule that it breaks becomes a message naming the place. */
    public <T> T build(Function<Settings, T> builder) {
        try {
            return builder.apply(this);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage() == null ? "not possible" : e.getMessage());
        }
    }

    /** A failure of these settings as a whole. */
    public DetectProblem wrong(String fault) {
        return DetectProblem.wrongSettings(place + ": " + fault);
    }

    private <T> T read(String key, T otherwise, String form, Function<String, T> parser) {
        String text = values.getOrDefault(key, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw DetectProblem.wrongSettings(place + ", column " + key + ": must be " + form + ", not " + text);
        }
    }
}

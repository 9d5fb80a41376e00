package org.vigie.dashboards.texts;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of one language. Safe for use by many threads. */
public final class Texts {

    /** The pages of a week, and that of a back-test. */
    private static final List<String> BUNDLES = List.of("texts", "backtest");

    private static final Map<Language, Texts> LOADED = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            LOADED.put(language, new Texts(language));
        }
    }

    private final Language language;
    private final Formats formats;
    private final Map<String, String> patterns = new TreeMap<>();
    /** A message format may not be shared by threads, and parsing one is dear. */
    private final ThreadLocal<Map<String, MessageFormat>> parsed = ThreadLocal.withInitial(HashMap::new);

    private Texts(Language language) {
        this.language = language;
        this.formats = new Formats(language);
        Properties bundle = new Properties();
        BUNDLES.forEach(name -> load(name + "_" + language.code() + ".properties", bundle));
        bundle.stringPropertyNames().forEach(key -> patterns.put(key, bundle.getProperty(key)));
    }

    /** The words of a language. */
    public static Texts of(Language language) {
        return Objects.requireNonNull(LOADED.get(language));
    }

    /** The language of these words. */
    public Language language() {
        return language;
    }

    /** Numbers and dates of this language. */
    public Formats formats() {
        return formats;
    }

    /** Every key of the bundle. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(new TreeSet<>(patterns.keySet()));
    }

    /** Whether the bundle has a message for a code of the data. */
    public boolean knows(String key) {
        return patterns.containsKey(key);
    }

    /**
     * A message with its arguments filled in.
     *
     * @param namesAndValues name, value, name, value…; the names are those in the braces of the message
     */
    public String say(String key, Object... namesAndValues) {
        Map<String, Object> arguments = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        MessageFormat message = Objects.requireNonNull(parsed.get()).computeIfAbsent(key, this::parse);
        return sentence(message.format(arguments));
    }

    /** A published sentence in the typography of this language. */
    public String sentence(String published) {
        return language == Language.FR ? FrenchSpacing.applied(published) : published;
    }

    private MessageFormat parse(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language.code());
        }
        return new MessageFormat(pattern, language.locale());
    }

    private static void load(String name, Properties bundle) {
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            bundle.load(new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}

package org.vigie.jobs.texts;

import com.ibm.icu.text.MessageFormat;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.analytics.calendar.IsoWeek;

/** One language's sentences: ICU messages with named arguments, from {@code texts/sentences_*.properties}. */
public final class Sentences {

    /** French, what a landlord reads first. */
    public static final Sentences FR = new Sentences(Locale.FRENCH);
    /** English. */
    public static final Sentences EN = new Sentences(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;
    private final Map<String, String> patterns = new ConcurrentHashMap<>();

    private Sentences(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "texts/sentences",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentences of a language code; French for anything but {@code en}. */
    public static Sentences of(String language) {
        return language.equals("en") ? EN : FR;
    }

    /** The sentence of a key; throws {@link java.util.MissingResourceException} when there is none. */
    public String say(String key, Map<String, ?> arguments) {
        String pattern = patterns.computeIfAbsent(key, bundle::getString);
        return new MessageFormat(pattern, locale).format(arguments);
    }

    /** A message with the messages in it. */
    public String say(Message message) {
        Map<String, Object> said = new HashMap<>(message.arguments());
        said.replaceAll((name, value) -> value instanceof Message inner ? say(inner) : value);
        return say(message.key(), said);
    }

    /** A sentence without arguments. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /** Whether there is a sentence for a key. */
    public boolean knows(String key) {
        return bundle.containsKey(key);
    }

    /** Short form of a week: {@code S43} in French, {@code W43} in English. */
    public String week(LocalDate monday) {
        return say(
                "week",
                Map.of(
                        "number",
                        String.format(Locale.ROOT, "%02d", IsoWeek.of(monday).week())));
    }

    /** A day as readers write it: {@code 20/11/2026}. */
    public String day(LocalDate day) {
        return String.format(Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** Label of a code in this language. */
    public String label(Map<String, String> codeAttributes) {
        String column = locale.equals(Locale.ENGLISH) ? "label_en" : "label_fr";
        return codeAttributes.getOrDefault(column, codeAttributes.getOrDefault("label_fr", ""));
    }
}

package org.vigie.jobs.feeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The codes that a column may hold, and the labels by which exports call them.
 *
 * <p>A text is matched with its code in this order: the code itself; a label or alias of the list; the <em>head</em> of a
 * label, that is its text before the first comma or parenthesis. Labels are compared in the singular, without case,
 * accents and punctuation, so {@code nuisance sonore} is <i>Nuisances sonores (tapage diurne ou nocturne)</i>. A text
 * that two codes share matches neither: nothing is guessed, the landlord's mapping file decides.
 */
public final class CodeList {

    private static final Map<String, CodeList> READ = new ConcurrentHashMap<>();
    private static final Pattern HEAD_END = Pattern.compile("[,(]");
    private static final String SMALL_LISTS = "/codes/small_lists.csv";

    private final String name;
    private final Map<String, Entry> byCode = new HashMap<>();
    private final Map<String, Entry> byText = new HashMap<>();

    /**
     * One code.
     *
     * @param code as stored
     * @param attributes the other columns of the list, by name
     */
    public record Entry(String code, Map<String, String> attributes) {

        /** An attribute; throws {@link IllegalArgumentException} when the list has no such column. */
        public String attribute(String column) {
            String value = attributes.get(column);
            if (value == null) {
                throw new IllegalArgumentException("codes have no column " + column);
            }
            return value;
        }
    }

    private CodeList(String name, List<Entry> entries) {
        this.name = name;
        Set<String> shared = new HashSet<>();
        entries.forEach(entry -> byCode.put(entry.code(), entry));
        entries.forEach(entry -> textsOf(entry).forEach(text -> {
            Entry other = byText.putIfAbsent(text, entry);
            if (other != null && !other.equals(entry)) {
                shared.add(text);
            }
        }));
        byText.keySet().removeAll(shared);
        entries.forEach(entry -> byText.put(Spelling.singular(entry.code()), entry));
    }

    /** A list by name, such as {@code incident_types} of {@code codes/incident_types.csv}; read once. */
    public static CodeList named(String name) {
        return READ.computeIfAbsent(name, CodeList::read);
    }

    /** The entry that a text means. */
    public Optional<Entry> find(String text) {
        Entry exact = byCode.get(text);
        return exact != null ? Optional.of(exact) : Optional.ofNullable(byText.get(Spelling.singular(text)));
    }

    /** The entry of an exact code; throws {@link IllegalArgumentException} when there is none. */
    public Entry entry(String code) {
        Entry entry = byCode.get(code);
        if (entry == null) {
            throw new IllegalArgumentException(name + " has no code " + code);
        }
        return entry;
    }

    /** Every code. */
    public Set<String> codes() {
        return Set.copyOf(byCode.keySet());
    }

    /** Name of the list. */
    public String name() {
        return name;
    }

    private static CodeList read(String name) {
        List<Entry> small = Resources.lines(SMALL_LISTS).stream()
                .filter(line -> name.equals(line.get("list")))
                .map(line -> new Entry(line.getOrDefault("code", ""), line))
                .toList();
        return small.isEmpty() ? new CodeList(name, ownFile(name)) : new CodeList(name, small);
    }

    /** In a file of its own the code is the first column, whatever it is called. */
    private static List<Entry> ownFile(String name) {
        return Resources.lines("/codes/" + name + ".csv").stream()
                .map(line -> new Entry(line.values().iterator().next(), line))
                .toList();
    }

    private static Set<String> textsOf(Entry entry) {
        List<String> labels = new ArrayList<>();
        labels.add(entry.attributes().getOrDefault("label_fr", ""));
        labels.add(entry.attributes().getOrDefault("label_en", ""));
        labels.addAll(List.of(entry.attributes().getOrDefault("aliases", "").split("\\|")));
        Set<String> texts = new HashSet<>();
        for (String label : labels) {
            texts.add(Spelling.singular(label));
            texts.add(Spelling.singular(HEAD_END.split(label, 2)[0]));
        }
        texts.remove("");
        return texts;
    }
}

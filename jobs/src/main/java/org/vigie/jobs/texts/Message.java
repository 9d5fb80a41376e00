package org.vigie.jobs.texts;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something to tell a person, before it is said in a language: a key of the sentences and what to fill in. An argument may
 * be a message itself.
 *
 * @param key key of {@code texts/sentences_*.properties}
 * @param arguments by name; numbers, texts or messages
 */
public record Message(String key, Map<String, Serializable> arguments) implements Serializable {

    /** Copies the arguments. */
    public Message {
        arguments = Map.copyOf(arguments);
    }

    /** A message without arguments. */
    public static Message of(String key) {
        return new Message(key, Map.of());
    }

    /** A message with one argument. */
    public static Message of(String key, String name, Serializable value) {
        return new Message(key, Map.of(name, value));
    }

    /** This message with one more argument. */
    public Message with(String name, Serializable value) {
        Map<String, Serializable> more = new TreeMap<>(arguments);
        more.put(name, value);
        return new Message(key, more);
    }
}

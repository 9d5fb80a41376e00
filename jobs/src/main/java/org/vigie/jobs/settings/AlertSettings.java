package org.vigie.jobs.settings;

import java.io.Serializable;
import java.util.Map;

/**
 * How many alerts people are given.
 *
 * @param defaultCapacity alerts that a team can follow in a week
 * @param capacity team code to its own capacity
 * @param newPerWeek new alerts of a team in a week
 * @param precision when a family of facts stops alerting
 */
public record AlertSettings(
        int defaultCapacity, Map<String, Integer> capacity, int newPerWeek, PrecisionSettings precision) {

    /**
     * When a family stops alerting because the field found it wrong too often.
     *
     * @param bound share of alerts that must be right, 0 to 1
     * @param checks fewest alerts checked on site before it may stop
     * @param weeks weeks of outcomes looked at
     */
    public record PrecisionSettings(double bound, int checks, int weeks) implements Serializable {

        /** One alert in five right over two quarters; the trade aims at one in two. */
        public static final PrecisionSettings STANDARD = new PrecisionSettings(0.2, 10, 26);
    }

    /** Copies the map. */
    public AlertSettings {
        capacity = Map.copyOf(capacity);
    }

    /** Alerts that a team can follow in a week. */
    public int capacityOf(String team) {
        return capacity.getOrDefault(team, defaultCapacity);
    }
}

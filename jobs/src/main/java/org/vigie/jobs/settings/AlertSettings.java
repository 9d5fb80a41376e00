package org.vigie.jobs.settings;

import java.util.Map;

/**
 * How many alerts people are given.
 *
 * @param defaultCapacity alerts that a team can follow in a week
 * @param capacity team code to its own capacity
 * @param newPerWeek new alerts of a team in a week
 */
public record AlertSettings(int defaultCapacity, Map<String, Integer> capacity, int newPerWeek) {

    /** Copies the map. */
    public AlertSettings {
        capacity = Map.copyOf(capacity);
    }

    /** Alerts that a team can follow in a week. */
    public int capacityOf(String team) {
        return capacity.getOrDefault(team, defaultCapacity);
    }
}

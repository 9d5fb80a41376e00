package org.vigie.jobs.settings;

/**
 * Below what nothing is shown; the schema of the settings allows stricter values only.
 *
 * @param minDwellings smallest place that has figures of its own
 * @param minCount smallest count printed outside the mediation team
 */
public record PrivacySettings(int minDwellings, int minCount) {}

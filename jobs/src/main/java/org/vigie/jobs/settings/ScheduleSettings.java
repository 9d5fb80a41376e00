package org.vigie.jobs.settings;

/**
 * When the weekly run starts.
 *
 * @param weekly cron expression of Quartz, in the landlord's time zone
 */
public record ScheduleSettings(String weekly) {}

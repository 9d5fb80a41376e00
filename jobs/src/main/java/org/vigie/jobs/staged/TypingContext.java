package org.vigie.jobs.staged;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * What typing needs to know of the run.
 *
 * @param zone the landlord's time zone
 * @param ingestedAt local time at which the files are taken in
 * @param firstLoad whether nothing of the feed was taken in before: a history without recording times then counts as
 *     known on the day of each fact, instead of today
 */
public record TypingContext(ZoneId zone, LocalDateTime ingestedAt, boolean firstLoad) implements Serializable {}

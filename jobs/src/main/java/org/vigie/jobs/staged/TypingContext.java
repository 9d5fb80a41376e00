package org.vigie.jobs.staged;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.vigie.jobs.feeds.FeedFile;
import org.vigie.jobs.feeds.ReceivedName;

/**
 * What typing needs to know of the run.
 *
 * @param zone the landlord's time zone
 * @param ingestedAt local time at which the files are taken in
 * @param firstLoad whether nothing of the feed was taken in before: a history without recording times then counts as
 *     known on the day of each fact, instead of today
 * @param language language in which a file that cannot be used is told
 */
public record TypingContext(ZoneId zone, LocalDateTime ingestedAt, boolean firstLoad, String language)
        implements Serializable {

    /** The context of one file: one that Vigie put into the inbox itself was taken in when it did. */
    public TypingContext of(FeedFile file) {
        return ReceivedName.time(file.name())
                .filter(ingestedAt::isAfter)
                .map(taken -> new TypingContext(zone, taken, false, language))
                .orElse(this);
    }
}

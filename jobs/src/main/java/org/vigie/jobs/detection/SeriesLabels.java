package org.vigie.jobs.detection;

import org.vigie.jobs.feeds.CodeList;
import org.vigie.jobs.texts.Sentences;

/** Names of the series that detectors look at: families of facts, all facts, grave facts. */
public final class SeriesLabels {

    private SeriesLabels() {}

    /** The name of a series in a language. */
    public static String of(String series, Sentences sentences) {
        return sentences.knows("series." + series)
                ? sentences.say("series." + series)
                : sentences.label(CodeList.named("families").entry(series).attributes());
    }
}

package org.vigie.jobs.staged;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.jobs.feeds.CodeList;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedColumn;
import org.vigie.jobs.feeds.FeedSettings;

/** What the texts of coded columns mean, in one file: by the settings, else by the code list; looked up once per text. */
final class CodeReader {

    /** A coded column holds few different texts; a column of free text must not fill the memory. */
    private static final int MOST_REMEMBERED = 10_000;

    private final FeedSettings settings;
    private final Map<String, CodeList> lists = new HashMap<>();
    private final Map<String, Map<String, Optional<CodeList.Entry>>> remembered = new HashMap<>();

    CodeReader(Feed feed, FeedSettings settings) {
        this.settings = settings;
        for (FeedColumn column : feed.columns()) {
            if (!column.codes().isEmpty()) {
                lists.put(column.name(), CodeList.named(column.codes()));
                remembered.put(column.name(), new HashMap<>());
            }
        }
    }

    /** The entry that a text means; empty for an empty text that the settings give no meaning. */
    Optional<CodeList.Entry> entry(String column, String text) {
        Map<String, Optional<CodeList.Entry>> known = remembered.get(column);
        CodeList list = lists.get(column);
        if (known == null || list == null) {
            throw new IllegalArgumentException("column " + column + " holds no codes");
        }
        Optional<CodeList.Entry> entry = known.get(text);
        if (entry == null) {
            entry = list.find(settings.meaning(column, text));
            if (known.size() < MOST_REMEMBERED) {
                known.put(text, entry);
            }
        }
        if (entry.isEmpty() && !text.isEmpty()) {
            throw new RejectedValue(Rule.UNMAPPED_CODE, column);
        }
        return entry;
    }
}

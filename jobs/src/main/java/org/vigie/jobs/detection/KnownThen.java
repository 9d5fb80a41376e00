package org.vigie.jobs.detection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.vigie.jobs.siteweeks.SiteWeeks;

/**
 * Names, for every week, all that somebody who judged it at its end could see: what became known in it and in the weeks
 * before. Two judgements of a week under the same name are the same judgement.
 */
final class KnownThen {

    private final TreeMap<Integer, String> byWeekOfKnowledge;

    private KnownThen(Map<Integer, String> byWeekOfKnowledge) {
        this.byWeekOfKnowledge = new TreeMap<>(byWeekOfKnowledge);
    }

    static KnownThen of(SiteWeeks joined, FeedPulse pulse, KnownCalendar calendar) {
        TreeMap<Integer, String> words = new TreeMap<>(pulse.wordsByWeekOfKnowledge());
        calendar.wordsByWeekOfKnowledge().forEach((week, periods) -> words.merge(week, periods, String::concat));
        for (Row row : SiteEvents.hashesByWeekOfKnowledge(joined).collectAsList()) {
            words.merge(row.getInt(0), row.getLong(1) + " " + row.getLong(2) + " " + row.getLong(3), String::concat);
        }
        return new KnownThen(words);
    }

    /** Digests of what was known at the end of each of these weeks, which come in order. */
    Map<Integer, String> digests(List<Integer> weeks) {
        TreeMap<Integer, String> digests = new TreeMap<>();
        MessageDigest digest = sha256();
        List<Integer> changes = new ArrayList<>(byWeekOfKnowledge.keySet());
        int next = 0;
        for (int week : weeks) {
            while (next < changes.size() && changes.get(next) <= week) {
                int change = changes.get(next++);
                digest.update((change + " " + byWeekOfKnowledge.get(change)).getBytes(StandardCharsets.UTF_8));
            }
            digests.put(week, HexFormat.of().formatHex(copy(digest).digest(), 0, 8));
        }
        return digests;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the digest of every Java can be copied", e);
        }
    }
}

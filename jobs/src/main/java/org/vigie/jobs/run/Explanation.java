package org.vigie.jobs.run;

import java.time.LocalDate;
import java.util.List;
import org.vigie.analytics.calendar.IsoWeek;

/**
 * An alert of a published week taken back to the lines of the files that it comes from.
 *
 * @param alert what was published of it
 * @param opening how its episode opened; a version that did not record it says nothing
 * @param facts every fact of its series and site since the rise began, counted or not, by date
 * @param weeks facts and expectation by week since the rise began; none where they were not recorded
 * @param parts the parts of the site's score in that week; none where they were not recorded or the score is 0
 * @param sameRules whether settings and program are still those that published the week
 */
public record Explanation(
        Alert alert, Opening opening, List<Fact> facts, List<Week> weeks, List<Part> parts, boolean sameRules) {

    /** Copies the lists. */
    public Explanation {
        facts = List.copyOf(facts);
        weeks = List.copyOf(weeks);
        parts = List.copyOf(parts);
    }

    /**
     * What was published.
     *
     * @param id number of the alert
     * @param week the published week
     * @param siteId site
     * @param family series: a family, ALL or GRAVE
     * @param rise what the card says of the rise
     */
    public record Alert(String id, IsoWeek week, String siteId, String family, Rise rise) {}

    /**
     * What the card says of the rise.
     *
     * @param state state of the alert
     * @param since Monday of the week in which it began
     * @param observed facts counted
     * @param expected facts expected
     * @param change the sentence, in the language of the settings
     */
    public record Rise(String state, LocalDate since, int observed, double expected, String change) {}

    /**
     * How the episode opened.
     *
     * @param monday Monday of the week
     * @param rule three-facts or severity-five
     * @param pValue chance of evidence as strong
     * @param bound largest chance that still stood out among all sites in that week
     */
    public record Opening(LocalDate monday, String rule, double pValue, double bound) {

        /** The version that published the week did not say. */
        static final Opening NOT_RECORDED = new Opening(LocalDate.EPOCH, "", 1, 0);

        /** Whether the published week says it. */
        public boolean recorded() {
            return !rule.isEmpty();
        }
    }

    /**
     * One line of a file.
     *
     * @param feed feed in the words of the settings
     * @param file file name as delivered
     * @param line line on which the record starts
     * @param date local day of the fact
     * @param family family
     * @param severity 1 to 5
     * @param counted whether it counted at the end of the published week
     * @param why rule by which it did not, or that changed it since; empty when there is nothing to say
     */
    public record Fact(
            String feed,
            String file,
            int line,
            LocalDate date,
            String family,
            int severity,
            boolean counted,
            String why) {}

    /**
     * One week of the site.
     *
     * @param monday Monday
     * @param ofSeries facts of the alert's series that counted
     * @param all facts of all series
     * @param expected facts of all series expected
     */
    public record Week(LocalDate monday, int ofSeries, int all, double expected) {}

    /**
     * One part of the score.
     *
     * @param points points
     * @param sentence what it says, in the language of the settings
     */
    public record Part(double points, String sentence) {}

    /** Facts that counted. */
    public long counted() {
        return facts.stream().filter(Fact::counted).count();
    }
}

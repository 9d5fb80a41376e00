package org.vigie.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.jobs.detection.SeriesLabels;
import org.vigie.jobs.run.Explanation;
import org.vigie.jobs.staged.Rule;
import org.vigie.jobs.texts.Sentences;

/** An explanation as lines to read. */
final class ExplanationText {

    private static final double FARTHEST_TAIL = 1e-4;

    private final Explanation explanation;
    private final Sentences sentences;
    private final String language;

    ExplanationText(Explanation explanation, String language) {
        this.explanation = explanation;
        this.sentences = Sentences.of(language);
        this.language = language;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(heading());
        lines.add("");
        lines.add(factsHeading());
        lines.addAll(facts());
        lines.add("");
        lines.addAll(weeks());
        lines.add("");
        lines.addAll(parts());
        return lines;
    }

    private List<String> heading() {
        Explanation.Alert alert = explanation.alert();
        List<String> lines = new ArrayList<>();
        lines.add(sentences.say(
                "explain.alert",
                Map.of(
                        "alert", alert.id(),
                        "week", alert.week().toString(),
                        "state", alert.rise().state())));
        lines.add(alert.rise().change());
        lines.add(opening());
        if (!explanation.sameRules()) {
            lines.add(sentences.say("explain.other-rules"));
        }
        return lines;
    }

    private List<String> weeks() {
        List<String> lines = new ArrayList<>();
        if (explanation.weeks().isEmpty()) {
            return List.of(sentences.say("explain.weeks.not-recorded"));
        }
        String family = SeriesLabels.of(explanation.alert().family(), sentences);
        lines.add(sentences.say("explain.weeks", Map.of("family", family)));
        for (Explanation.Week week : explanation.weeks()) {
            Map<String, Object> figures = Map.of(
                    "week", sentences.week(week.monday()),
                    "series", week.ofSeries(),
                    "all", week.all(),
                    "expected", week.expected());
            lines.add("  " + sentences.say("explain.week", figures));
        }
        return lines;
    }

    private List<String> parts() {
        List<String> lines = new ArrayList<>();
        double score = explanation.parts().stream()
                .mapToDouble(Explanation.Part::points)
                .sum();
        lines.add(sentences.say("explain.parts", Map.of("points", score)));
        for (Explanation.Part part : explanation.parts()) {
            Map<String, Object> said = Map.of("points", part.points(), "sentence", part.sentence());
            lines.add("  " + sentences.say("explain.part", said));
        }
        return lines;
    }

    private String opening() {
        Explanation.Opening opening = explanation.opening();
        if (!opening.recorded()) {
            return sentences.say("explain.opening.not-recorded");
        }
        return sentences.say(
                "explain.opening." + opening.rule(),
                Map.of(
                        "week", sentences.week(opening.monday()),
                        "weeks", once(opening.pValue()),
                        "bound", once(opening.bound())));
    }

    /** About once in so many weeks; past ten thousand the tail is not known that well. */
    private String once(double chance) {
        long weeks = Math.round(1 / Math.max(chance, FARTHEST_TAIL));
        return sentences.say(chance > FARTHEST_TAIL ? "explain.once" : "explain.once.rarer", Map.of("weeks", weeks));
    }

    private String factsHeading() {
        Explanation.Rise rise = explanation.alert().rise();
        long counted = explanation.counted();
        String heading = sentences.say(
                "explain.facts",
                Map.of(
                        "since",
                        sentences.week(rise.since()),
                        "counted",
                        counted,
                        "others",
                        explanation.facts().size() - counted,
                        "expected",
                        rise.expected()));
        return counted == rise.observed()
                ? heading
                : heading + " " + sentences.say("explain.facts.otherwise", Map.of("observed", rise.observed()));
    }

    /** One line per line of a file, in columns. */
    private List<String> facts() {
        int feed =
                width(explanation.facts().stream().map(Explanation.Fact::feed).toList());
        int file =
                width(explanation.facts().stream().map(Explanation.Fact::file).toList());
        return explanation.facts().stream()
                .map(fact -> "  "
                        + padded(fact.feed(), feed)
                        + padded(fact.file(), file)
                        + sentences.say(
                                fact.counted() ? "explain.fact.counted" : "explain.fact.not",
                                Map.of(
                                        "line", Integer.toString(fact.line()),
                                        "day", sentences.day(fact.date()),
                                        "family", fact.family(),
                                        "severity", fact.severity(),
                                        "why", why(fact))))
                .toList();
    }

    private String why(Explanation.Fact fact) {
        if (fact.why().isEmpty()) {
            return "";
        }
        String label = sentences.knows("explain.why." + fact.why())
                ? sentences.say("explain.why." + fact.why())
                : Rule.label(fact.why(), language);
        return fact.counted() ? " (" + label + ")" : label;
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0) + 2;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}

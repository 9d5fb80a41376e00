package org.vigie.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.feeds.CodeList;
import org.vigie.jobs.feeds.Spelling;
import org.vigie.jobs.run.OutcomeRow;
import org.vigie.jobs.run.TakeOutcomes;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.staged.Rule;
import org.vigie.jobs.texts.Message;
import org.vigie.jobs.texts.Sentences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./vigie outcomes DIR FILE}. */
@Command(
        name = "outcomes",
        description = "Takes in what the field found of earlier alerts; the next run counts it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./vigie outcomes mon-bailleur suites.csv",
            "",
            "A semicolon CSV (or .xlsx) with one row per alert and day:",
            "  num_alerte;date_suite;code_issue;code_action;date_revue",
            "  A-2026-W42-RES0147-OCC;23/10/2026;Confirmée;VISIT;06/11/2026",
            "  A-2026-W41-RES0033-ENV;23/10/2026;Déjà connue;;",
            "",
            "code_issue: CONFIRMED, KNOWN, CAUSE_WORKS, DATA, NOTHING, NOT_CHECKED, or the words of the boxes on the list.",
            "A decision is a person's and has its reason; muting also has its end:",
            "  num_alerte;date_suite;code_issue;decision;motif;date_fin",
            "  A-2026-W42-RES0147-OCC;23/10/2026;KNOWN;SOURDINE;PARTENAIRE;20/11/2026",
            "  A-2026-W41-RES0033-PER;23/10/2026;CONFIRMED;ROUGE;SECURITE;",
            "",
            "The same alert and day again corrects what was said before; the same file again adds nothing.",
            "Every row is used, superseded, duplicate, out of scope, or rejected with its line and rule."
        })
final class OutcomesCommand implements Callable<Integer> {

    private static final int MOST_LINES = 20;

    @Mixin
    private WorkspaceOption folder = new WorkspaceOption();

    @Parameters(index = "1", paramLabel = "FILE", description = "what the field found: .csv, .csv.gz or .xlsx")
    private Path file = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = folder.workspace();
        Settings settings = Settings.read(workspace.root());
        Sentences sentences = Sentences.of(settings.language());
        if (!Files.exists(file)) {
            throw new WrongUsage(Message.of("outcomes.no-file", "file", file.toString()));
        }
        PrintWriter out = Output.of(spec);
        TakeOutcomes outcomes = new TakeOutcomes(workspace, settings, Instant.now());
        TakeOutcomes.Told told = outcomes.read(file);
        if (told.takenBefore()) {
            out.println(
                    sentences.say("outcomes.again", Map.of("file", told.file().name())));
            return Vigie.DONE;
        }
        lines(told, outcomes, settings.language()).forEach(out::println);
        out.flush();
        Path kept = outcomes.keep(told);
        out.println(sentences.say(
                "outcomes.kept",
                Map.of(
                        "file",
                        workspace.root().relativize(kept).toString(),
                        "week",
                        IsoWeek.of(outcomes.at().toLocalDate()).toString(),
                        "workspace",
                        workspace.root().toString())));
        return Vigie.DONE;
    }

    private static List<String> lines(TakeOutcomes.Told told, TakeOutcomes outcomes, String language) {
        Sentences sentences = Sentences.of(language);
        Map<String, Object> counts = new HashMap<>();
        counts.put("file", told.file().name());
        counts.put("rows", told.rows().size());
        for (String fate : List.of("used", "superseded", "duplicate", "out_of_scope", "rejected")) {
            counts.put(fate, told.of(fate));
        }
        List<String> lines = new java.util.ArrayList<>();
        lines.add(sentences.say("outcomes.counts", counts));
        found(told, sentences)
                .forEach((outcome, rows) ->
                        lines.add("  " + sentences.say("outcomes.found", Map.of("outcome", outcome, "rows", rows))));
        if (told.replaced() > 0) {
            lines.add("  " + sentences.say("outcomes.replaced", Map.of("rows", told.replaced())));
        }
        List<OutcomeRow> left =
                told.rows().stream().filter(row -> !row.isUsed()).toList();
        left.stream().limit(MOST_LINES).forEach(row -> lines.add("  " + leftOut(row, outcomes, language)));
        if (left.size() > MOST_LINES) {
            lines.add("  " + sentences.say("outcomes.more", Map.of("rows", left.size() - MOST_LINES)));
        }
        return lines;
    }

    /** Rows used by outcome, in the order of the code list's labels. */
    private static Map<String, Long> found(TakeOutcomes.Told told, Sentences sentences) {
        CodeList codes = CodeList.named("alert_outcomes");
        return told.rows().stream()
                .filter(OutcomeRow::isUsed)
                .collect(Collectors.groupingBy(
                        row -> sentences.label(codes.entry(row.outcome()).attributes()),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static String leftOut(OutcomeRow row, TakeOutcomes outcomes, String language) {
        Sentences sentences = Sentences.of(language);
        String why = Rule.label(row.rule(), language);
        String near = row.fate().equals("out_of_scope")
                ? sentences.say(Spelling.didYouMean(row.alertId(), outcomes.published()))
                : "";
        String what = row.column().isEmpty() ? row.alertId() : row.column();
        return sentences.say(
                "outcomes.left",
                Map.of(
                        "line",
                        Long.toString(row.line()),
                        "fate",
                        sentences.say("fate." + row.fate()),
                        "what",
                        what.isEmpty() ? "" : what + " ",
                        "why",
                        why + near));
    }
}

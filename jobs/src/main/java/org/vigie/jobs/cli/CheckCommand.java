package org.vigie.jobs.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.jobs.run.DryRead;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.staged.Rule;
import org.vigie.jobs.texts.Sentences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./vigie check DIR}. */
@Command(
        name = "check",
        description = "Reads settings and files, says what is wrong, and changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./vigie check mon-bailleur",
            "",
            "Each file is listed with its rows and the rules that some of them break. Whether a row names a site",
            "that exists is known only when the feeds are joined, by \"run\". Exit code as \"run\" would give."
        })
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption folder = new WorkspaceOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = folder.workspace();
        Settings settings = Settings.read(workspace.root());
        PrintWriter out = Output.of(spec);
        Sentences sentences = Sentences.of(settings.language());
        DryRead dry = new DryRead(workspace, settings, Instant.now());
        List<DryRead.FileCheck> files = dry.files();
        for (DryRead.FileCheck file : files) {
            out.println(line(file, sentences, settings.language()));
            if (!file.unreadSheets().isEmpty()) {
                out.println(sentences.say(
                        "check.sheets", Map.of("file", file.name(), "sheets", String.join(", ", file.unreadSheets()))));
            }
        }
        dry.unmatched().forEach(name -> out.println(sentences.say("check.unmatched", Map.of("file", name))));
        out.flush();
        dry.requireUsable(files);
        long refused = files.stream().filter(file -> !file.refusal().isEmpty()).count();
        out.println(sentences.say("check.fine", Map.of("files", files.size() - refused, "refused", refused)));
        return Vigie.DONE;
    }

    private static String line(DryRead.FileCheck file, Sentences sentences, String language) {
        if (!file.refusal().isEmpty()) {
            return sentences.say("run.refused", Map.of("why", file.refusal()));
        }
        String rules = file.rules().entrySet().stream()
                .map(rule -> Rule.label(rule.getKey(), language) + " (" + rule.getValue() + ")")
                .collect(Collectors.joining(", "));
        return sentences.say(
                rules.isEmpty() ? "check.file" : "check.file.rules",
                Map.of(
                        "file",
                        file.name(),
                        "feed",
                        file.feed(),
                        "rows",
                        file.read(),
                        "rejected",
                        file.rejected(),
                        "rules",
                        rules));
    }
}

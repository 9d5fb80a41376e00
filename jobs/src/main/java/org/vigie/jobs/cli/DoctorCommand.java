package org.vigie.jobs.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.texts.Sentences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./vigie doctor DIR}. */
@Command(
        name = "doctor",
        description = "What is wrong with a workspace, and what to do about it; changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./vigie doctor mon-bailleur                       one line for each thing that is wrong",
            "  ./vigie doctor mon-bailleur || mail -s Vigie ...   from cron on Monday morning: told when the week is late",
            "",
            "Looks for: an expected week that is not published four hours after schedule.weekly fired; data that",
            "a run would refuse, and files that it could not read; a run that stopped halfway; feeds that are late",
            "or brought far fewer or far more rows than usual; a disk that is nearly full.",
            "Ends with 0 when nothing is wrong, 1 when something is, 2 when the settings cannot be used."
        })
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption folder = new WorkspaceOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = folder.workspace();
        Settings settings = Settings.read(workspace.root());
        Sentences sentences = Sentences.of(settings.language());
        List<String> troubles = new Diagnosis(workspace, settings, Instant.now()).troubles();
        PrintWriter out = Output.of(spec);
        troubles.forEach(out::println);
        out.println(sentences.say("doctor.troubles", Map.of("troubles", troubles.size())));
        out.flush();
        return troubles.isEmpty() ? Vigie.DONE : Vigie.FAILED;
    }
}

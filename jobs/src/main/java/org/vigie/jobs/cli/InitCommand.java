package org.vigie.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.SettingsException;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.texts.Message;
import org.vigie.jobs.texts.Sentences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./vigie init DIR}. */
@Command(
        name = "init",
        description = "Makes a workspace for a landlord: a commented vigie.yaml and an empty inbox.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./vigie init mon-bailleur"})
final class InitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "folder to make; it must not hold a vigie.yaml yet")
    private Path folder = Path.of(".");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = new Workspace(folder);
        if (Files.exists(workspace.settingsFile())) {
            throw new SettingsException(Message.of(
                    "settings.there-already", "file", workspace.settingsFile().toString()));
        }
        try {
            Files.createDirectories(workspace.inbox());
            Files.writeString(workspace.settingsFile(), Settings.template());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + workspace.root() + ": " + e.getMessage(), e);
        }
        Map<String, String> places = Map.of(
                "settings", workspace.settingsFile().toString(),
                "inbox", workspace.inbox().toString(),
                "folder", folder.toString());
        for (Sentences language : List.of(Sentences.FR, Sentences.EN)) {
            Output.of(spec).println(language.say("init.next", places));
        }
        return Vigie.DONE;
    }
}

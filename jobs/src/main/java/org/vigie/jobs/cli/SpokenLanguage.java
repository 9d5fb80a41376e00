package org.vigie.jobs.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.jobs.settings.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/**
 * The language in which a failure is told: that of the workspace which a command was given, even when its settings cannot
 * be used as a whole; French, the standard of the settings, when nothing says otherwise.
 */
final class SpokenLanguage {

    private static final Pattern SETTING =
            Pattern.compile("(?m)^[ \\t]*[\"']?language[\"']?[ \\t]*:[ \\t]*[\"']?(fr|en)\\b");
    private static final String STANDARD = "fr";

    private SpokenLanguage() {}

    static String of(CommandLine command) {
        return folders(command).flatMap(SpokenLanguage::written).findFirst().orElse(STANDARD);
    }

    private static Stream<Path> folders(CommandLine command) {
        return command.getCommandSpec().args().stream()
                .map(SpokenLanguage::value)
                .flatMap(Optional::stream);
    }

    private static Optional<Path> value(ArgSpec argument) {
        return argument.getValue() instanceof Path path ? Optional.of(path) : Optional.empty();
    }

    private static Stream<String> written(Path folder) {
        try {
            // every byte is a character of ISO 8859-1: a file in another encoding still has its language line
            String text = Files.readString(new Workspace(folder).settingsFile(), StandardCharsets.ISO_8859_1);
            Matcher setting = SETTING.matcher(text);
            return setting.find() ? Stream.of(setting.group(1)) : Stream.empty();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}

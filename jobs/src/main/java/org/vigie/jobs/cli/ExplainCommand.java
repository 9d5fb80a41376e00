package org.vigie.jobs.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.feeds.Spelling;
import org.vigie.jobs.reports.PublishedAlerts;
import org.vigie.jobs.run.ExplainAlert;
import org.vigie.jobs.run.Explanation;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.staged.AlertNumber;
import org.vigie.jobs.texts.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./vigie explain DIR ALERT_ID}. */
@Command(
        name = "explain",
        description = "From a published alert to the files and lines of its facts.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./vigie explain mon-bailleur A-2026-W42-RES0147-OCC                   as the newest week tells it",
            "  ./vigie explain mon-bailleur A-2026-W42-RES0147-OCC --week 2026-W43   as that week told it",
            "",
            "Says by which rule the alert opened; every line of a file that tells a fact of it, counted or not and why;",
            "facts and expectation by week; the parts of the score. Never a comment, never a person."
        })
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private WorkspaceOption folder = new WorkspaceOption();

    @Parameters(index = "1", paramLabel = "ALERT_ID", description = "number of the alert, as on its card")
    private String alertId = "";

    @Option(
            names = "--week",
            paramLabel = "yyyy-Www",
            converter = IsoWeekConverter.class,
            description = "published week; default: the newest that holds the alert")
    private @Nullable IsoWeek week;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = folder.workspace();
        Settings settings = folder.settings();
        PublishedAlerts published = new PublishedAlerts(workspace);
        String wanted = AlertNumber.parse(alertId).map(AlertNumber::toString).orElse(alertId);
        Explanation explanation = new ExplainAlert(workspace, settings).of(wanted, weekOf(wanted, published));
        PrintWriter out = Output.of(spec);
        new ExplanationText(explanation, settings.language()).lines().forEach(out::println);
        out.flush();
        return Vigie.DONE;
    }

    private IsoWeek weekOf(String wanted, PublishedAlerts published) {
        IsoWeek asked = week;
        if (asked == null) {
            return published
                    .newestWeekOf(wanted)
                    .orElseThrow(() -> new WrongUsage(Message.of("explain.unknown", "alert", wanted)
                            .with("near", Spelling.didYouMean(wanted, published.numbers()))));
        }
        return Optional.of(asked)
                .filter(one -> published.holds(one, wanted))
                .orElseThrow(() -> new WrongUsage(Message.of("explain.not-in-week", "alert", wanted)
                        .with("week", asked.toString())
                        .with("weeks", published.weeksOf(wanted))));
    }
}

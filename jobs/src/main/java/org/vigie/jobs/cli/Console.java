package org.vigie.jobs.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.jobs.run.RunProgress;
import org.vigie.jobs.run.RunProgress.Stage;
import org.vigie.jobs.run.WeeklyRun;
import org.vigie.jobs.settings.Settings;
import org.vigie.jobs.settings.Workspace;
import org.vigie.jobs.texts.Sentences;

/** What a person sees while a run works and when it ends. */
final class Console implements AutoCloseable {

    private static final int BAR_WIDTH = 78;

    private final PrintWriter out;
    private final Sentences sentences;
    private final ProgressBar bar;

    Console(PrintWriter out, Settings settings, int weeks) {
        this(
                out,
                settings,
                EnumSet.range(Stage.START, Stage.SITE_WEEKS).size()
                        + (long) EnumSet.range(Stage.DETECTION, Stage.PAGES).size() * weeks);
    }

    /** With so many stages to come. */
    Console(PrintWriter out, Settings settings, long stages) {
        this.out = out;
        this.sentences = Sentences.of(settings.language());
        this.bar = new ProgressBarBuilder()
                .setInitialMax(stages)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .hideEta()
                .setConsumer(consumer())
                .build();
    }

    /** A bar at a terminal, nothing in a pipe. On JDK 17, the one we run on, there is a console only at a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static ProgressBarConsumer consumer() {
        boolean watched = System.console() != null;
        return new DelegatingProgressBarConsumer(
                line -> {
                    if (watched) {
                        System.err.print("\r" + line);
                    }
                },
                BAR_WIDTH);
    }

    /** Progress of a run, shown as it advances. */
    RunProgress progress() {
        return new RunProgress(stage -> {
            bar.setExtraMessage(sentences.say("stage." + stage.name().toLowerCase(Locale.ROOT)));
            bar.step();
        });
    }

    /** Says how a run ended and where to look. */
    void say(WeeklyRun.Outcome outcome, Workspace workspace) {
        bar.close();
        outcome.refused().forEach((file, why) -> out.println(sentences.say("run.refused", Map.of("why", why))));
        outcome.unchanged()
                .forEach(week -> out.println(sentences.say("run.unchanged", Map.of("week", week.toString()))));
        for (IsoWeek week : outcome.published()) {
            out.println(sentences.say(
                    "run.published",
                    Map.of(
                            "week", week.toString(),
                            "page",
                                    workspace
                                            .published(week)
                                            .resolve("pages")
                                            .resolve("index.html")
                                            .toString())));
        }
        if (!outcome.published().isEmpty()) {
            sayTimes(outcome.seconds());
        }
        out.flush();
    }

    /** Ends the bar. */
    void done() {
        bar.close();
    }

    /** Says how long the stages took. */
    void sayTimes(Map<String, Double> seconds) {
        out.println(sentences.say("run.times", Map.of("times", times(seconds))));
    }

    private String times(Map<String, Double> seconds) {
        return java.util.Arrays.stream(Stage.values())
                .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                .filter(seconds::containsKey)
                .map(stage -> sentences.say(
                        "run.time", Map.of("stage", sentences.say("stage." + stage), "seconds", seconds.get(stage))))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        bar.close();
    }
}

package org.vigie.jobs.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.dashboards.pages.BacktestPages;
import org.vigie.dashboards.pages.PageSettings;
import org.vigie.dashboards.tables.BacktestCsv;
import org.vigie.dashboards.texts.Language;
import org.vigie.jobs.settings.Settings;

/** Writes what a back-test found: a report for statistics programs and a page for people. */
public final class BacktestReport {

    private final Settings settings;
    private final IsoWeek from;
    private final IsoWeek to;

    /** A report on these weeks. */
    public BacktestReport(Settings settings, IsoWeek from, IsoWeek to) {
        this.settings = settings;
        this.from = from;
        this.to = to;
    }

    /** Writes the report, and the page into a folder of its name beside it; gives the page. */
    public Path write(BacktestRun.Outcome outcome, Path file) {
        BacktestCsv.write(file, comments(outcome), outcome.measures());
        String name = Objects.requireNonNull(file.getFileName()).toString();
        int dot = name.lastIndexOf('.');
        String folder = dot > 0 ? name.substring(0, dot) : name + "-pages";
        Path page = file.resolveSibling(folder).resolve("backtest.html");
        BacktestPages.render(
                page,
                outcome.measures(),
                new BacktestPages.Tested(from.monday(), outcome.planted(), name),
                PageSettings.of(
                        settings.landlord(), Language.of(settings.language()), to.monday(), BuildVersion.current()));
        return page;
    }

    private List<String> comments(BacktestRun.Outcome outcome) {
        String against = outcome.planted()
                ? "tensions that were planted"
                : "escalation facts of the four weeks after; a tension without one counts as a false alarm";
        return List.of(
                "Vigie " + BuildVersion.current() + ", back-test of "
                        + settings.landlord().replaceAll("\\s+", " "),
                "weeks " + from + " to " + to
                        + ", each with what was known at its end; outcomes as known at the end of " + to,
                "signals and lists are held against " + against,
                "forecast: at least one escalation fact in four weeks; low and high: 95 % interval; decimal point",
                "at: level of p-values, false-positive rate, share of sites, or forecast probability");
    }
}

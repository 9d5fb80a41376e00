package org.vigie.dashboards.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.dashboards.charts.HitRateChart;
import org.vigie.dashboards.charts.ReliabilityChart;
import org.vigie.dashboards.pages.BacktestPage.Grid;
import org.vigie.dashboards.pages.BacktestPage.Line;
import org.vigie.dashboards.tables.BacktestMeasure;
import org.vigie.dashboards.texts.Texts;

/** Renders the page of a back-test; it stands alone, beside its report. */
public final class BacktestPages {

    private static final List<String> DETECTORS = List.of("pooled", "farrington-flexible", "ears-c2");
    private static final List<String> RIVALS =
            List.of("last-year", "moving-mean", "count", "recent-count", "kernel-density");
    private static final List<String> CURVES =
            List.of("last-year", "count", "kernel-density", "moving-mean", "forecast");
    private static final BacktestPage.Cell NOTHING = new BacktestPage.Cell("", "");
    private static final double LEVEL = .01;
    private static final double FEW_SITES = .05;

    private final BacktestFigures figures;
    private final Tested tested;
    private final PageSettings settings;
    private final Texts texts;

    /**
     * What was tested.
     *
     * @param from Monday of the first week
     * @param planted whether signals are held against tensions that were planted
     * @param report name of the report's file, in the folder above the page
     */
    public record Tested(LocalDate from, boolean planted, String report) {}

    private BacktestPages(List<BacktestMeasure> measures, Tested tested, PageSettings settings) {
        this.texts = Texts.of(settings.language());
        this.figures = new BacktestFigures(measures, texts);
        this.tested = tested;
        this.settings = settings;
    }

    /** Writes the page; {@code settings.week()} is the last week tested. */
    public static void render(Path file, List<BacktestMeasure> measures, Tested tested, PageSettings settings) {
        String html = Templates.render("bilan", new BacktestPages(measures, tested, settings).page());
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, html, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private BacktestPage page() {
        String weeks = texts.say(
                "backtest.weeks",
                "from",
                texts.formats().weekAndYear(tested.from()),
                "to",
                texts.formats().weekAndYear(settings.week()));
        return new BacktestPage(
                new Frame(texts, settings, texts.say("backtest.title"), Frame.ALONE, ""),
                new BacktestPage.Heading(texts.say("backtest.heading"), weeks),
                sentences(),
                charts(),
                List.of(detection(), ranking(), forecast()),
                "../" + tested.report());
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.say(
                "backtest.sentence.tested",
                "weeks",
                figures.value("run", "all", "weeks"),
                "sites",
                figures.value("run", "all", "sites"),
                "facts",
                figures.value("run", "all", "facts_ahead")));
        sentences.add(texts.say(
                tested.planted() ? "backtest.sentence.list.planted" : "backtest.sentence.list.ahead",
                "alerts",
                figures.value("list", "vigie", "alerts"),
                "ppv",
                figures.share(figures.find("list", "vigie", "ppv")),
                "pod",
                figures.share(figures.find("list", "vigie", "pod"))));
        sentences.add(texts.say(
                "backtest.sentence.slope",
                "slope",
                figures.number(figures.find("forecast", "forecast", "calibration_slope"), "two")));
        sentences.add(texts.say(
                "backtest.sentence.hits",
                "hits",
                figures.share(figures.find("ranking", "forecast", "hit_rate", FEW_SITES)),
                "pai",
                figures.number(figures.find("ranking", "forecast", "pai", FEW_SITES), "one")));
        sentences.add(winners());
        return sentences;
    }

    /** Rivals that the forecast does not surely beat. */
    private String winners() {
        List<String> rivals = RIVALS.stream()
                .filter(rival -> figures.find("forecast", rival, "brier_difference")
                        .filter(difference -> !(difference.high() < 0))
                        .isPresent())
                .map(this::name)
                .toList();
        return rivals.isEmpty()
                ? texts.say("backtest.sentence.brier.none")
                : texts.say(
                        "backtest.sentence.brier.some",
                        "rivals",
                        texts.formats().list(rivals));
    }

    private BacktestPage.Charts charts() {
        List<ReliabilityChart.Point> points = figures.all("forecast", "forecast", "reliability")
                .map(one -> new ReliabilityChart.Point(one.at(), one.value(), one.low(), one.high()))
                .toList();
        List<HitRateChart.Line> curves = CURVES.stream()
                .map(method -> new HitRateChart.Line(
                        "k-curve k-" + method,
                        figures.all("ranking", method, "hit_rate")
                                .filter(one -> !Double.isNaN(one.value()))
                                .map(one -> new HitRateChart.Found(one.at(), one.value()))
                                .toList()))
                .toList();
        return new BacktestPage.Charts(
                ReliabilityChart.draw(
                        points,
                        texts.say("backtest.reliability"),
                        texts.say("backtest.axis.forecast"),
                        texts.say("backtest.axis.came")),
                HitRateChart.draw(
                        curves,
                        texts.say("backtest.hits"),
                        texts.say("backtest.axis.sites"),
                        texts.say("backtest.axis.facts")),
                CURVES.stream()
                        .map(method -> new BacktestPage.Key("k-" + method, name(method)))
                        .toList());
    }

    private Grid detection() {
        String delay = tested.planted() ? "delay_weeks" : "lead_weeks";
        List<Line> lines = new ArrayList<>();
        for (String method : DETECTORS) {
            lines.add(line(
                    method,
                    figures.cell(figures.find("detection", method, "fpr", LEVEL), "share"),
                    figures.cell(figures.find("detection", method, "pod", LEVEL), "share"),
                    figures.cell(figures.find("detection", method, delay, LEVEL), "one"),
                    figures.cell(figures.find("detection", method, "pod_at_fpr", LEVEL), "share"),
                    figures.cell(figures.find("list", method, "ppv_at_capacity"), "share"),
                    figures.cell(figures.find("list", method, "ppv_same_number"), "share")));
        }
        lines.add(line(
                "list",
                figures.cell(figures.find("list", "vigie", "fpr"), "share"),
                figures.cell(figures.find("list", "vigie", "pod"), "share"),
                figures.cell(figures.find("list", "vigie", delay), "one"),
                NOTHING,
                NOTHING,
                figures.cell(figures.find("list", "vigie", "ppv"), "share")));
        Stream.concat(Stream.of("forecast"), RIVALS.stream()).map(this::listOf).forEach(lines::add);
        return grid(
                "signaux",
                tested.planted() ? "backtest.detection.planted" : "backtest.detection.ahead",
                lines,
                "fpr",
                "pod",
                delay,
                "pod_at_fpr",
                "ppv_at_capacity",
                "ppv_same_number");
    }

    /** What a list of the same size, or of all capacity, would have been worth by a method that has no signals. */
    private Line listOf(String method) {
        return line(
                method,
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                figures.cell(figures.find("list", method, "ppv_at_capacity"), "share"),
                figures.cell(figures.find("list", method, "ppv_same_number"), "share"));
    }

    private Grid ranking() {
        List<Line> lines = Stream.of(List.of("forecast"), DETECTORS, RIVALS)
                .flatMap(List::stream)
                .map(method -> line(
                        method,
                        figures.cell(figures.find("ranking", method, "hit_rate", .01), "share"),
                        figures.cell(figures.find("ranking", method, "hit_rate", FEW_SITES), "share"),
                        figures.cell(figures.find("ranking", method, "hit_rate", .1), "share"),
                        figures.cell(figures.find("ranking", method, "pai", .01), "one"),
                        figures.cell(figures.find("ranking", method, "pai", FEW_SITES), "one"),
                        figures.cell(figures.find("ranking", method, "pai", .1), "one")))
                .toList();
        return grid("ordre", "backtest.ranking", lines, "hit1", "hit5", "hit10", "pai1", "pai5", "pai10");
    }

    private Grid forecast() {
        List<Line> lines = Stream.of(
                        List.of("forecast"),
                        RIVALS,
                        RIVALS.stream().map(rival -> rival + "-recalibrated").toList())
                .flatMap(List::stream)
                .map(method -> line(
                        method,
                        figures.cell(figures.find("forecast", method, "brier"), "four"),
                        figures.cell(figures.find("forecast", method, "brier_difference"), "four"),
                        figures.cell(figures.find("forecast", method, "brier_difference_weeks"), "four"),
                        figures.cell(figures.find("forecast", method, "calibration_slope"), "two")))
                .toList();
        return grid("prevision", "backtest.forecast", lines, "brier", "difference", "difference_weeks", "slope");
    }

    private Grid grid(String id, String key, List<Line> lines, String... columns) {
        return new Grid(
                id,
                texts.say(key),
                texts.say(key + ".sub"),
                Stream.of(columns)
                        .map(column -> texts.say("backtest.column." + column))
                        .toList(),
                lines);
    }

    private Line line(String method, BacktestPage.Cell... cells) {
        boolean ours = method.equals("forecast") || method.equals("list") || method.equals("pooled");
        return new Line(name(method), ours, List.of(cells));
    }

    private String name(String method) {
        String rival = method.replace("-recalibrated", "");
        String name = texts.say("backtest.method." + rival);
        return rival.equals(method) ? name : texts.say("backtest.recalibrated", "rival", name);
    }
}

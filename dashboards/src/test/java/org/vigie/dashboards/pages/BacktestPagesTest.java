package org.vigie.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.dashboards.tables.BacktestCsv;
import org.vigie.dashboards.tables.BacktestMeasure;
import org.vigie.dashboards.texts.Language;

class BacktestPagesTest {

    private static final LocalDate FROM = LocalDate.of(2025, 10, 27);
    private static final LocalDate TO = LocalDate.of(2026, 10, 19);

    @TempDir
    Path folder;

    private static List<BacktestMeasure> measures() {
        List<BacktestMeasure> measures = new ArrayList<>();
        measures.add(BacktestMeasure.of("run", "all", "weeks", 52, 100));
        measures.add(BacktestMeasure.of("list", "vigie", "alerts", 1, 1));
        measures.add(BacktestMeasure.of("list", "vigie", "ppv", .5, 4).within(.15, .85));
        measures.add(BacktestMeasure.of("forecast", "moving-mean", "brier_difference", .0012, 9)
                .within(-.001, .003));
        measures.add(BacktestMeasure.of("forecast", "forecast", "calibration_slope", .98, 9)
                .within(.9, 1.06));
        for (double share : new double[] {.01, .05, .1, .5}) {
            measures.add(BacktestMeasure.of("ranking", "forecast", "hit_rate", Math.sqrt(share), 9)
                    .within(0, 1)
                    .at(share));
        }
        measures.add(BacktestMeasure.of("forecast", "forecast", "reliability", .2, 9)
                .within(.1, .4)
                .at(.25));
        return measures;
    }

    private String page(Language language, boolean planted) throws IOException {
        Path file = folder.resolve("bilan").resolve("backtest.html");
        BacktestPages.render(
                file,
                measures(),
                new BacktestPages.Tested(FROM, planted, "bilan.csv"),
                PageSettings.of("Bailleur & Fils", language, TO, "1.0"));
        return Files.readString(file);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void showsFiguresChartsAndRivalsThatWin(Language language) throws IOException {
        String page = page(language, true);

        assertThat(page)
                .contains("Bailleur &amp; Fils", "href=\"../bilan.csv\"", "class=\"square\"", "k-curve k-forecast")
                .doesNotContain("http://", "https://", "index.html");
        assertThat(page)
                .contains(
                        language == Language.FR
                                ? "n’est pas sûrement meilleure que ces méthodes"
                                : "is not surely better than these rivals: Mean of a year")
                .contains(language == Language.FR ? "0,98 (0,90 à 1,06)" : "0.98 (0.90 to 1.06)")
                .contains(language == Language.FR ? "1 alerte" : "1 alert");
    }

    @Test
    void saysWhatSignalsAreHeldAgainstWhereNothingWasPlanted() throws IOException {
        assertThat(page(Language.EN, false)).contains("Nobody wrote down which tensions there were");
    }

    @Test
    void reportHasAFigureALineAndTheSameBytesAgain() throws IOException {
        Path report = folder.resolve("deep").resolve("report.csv");
        BacktestCsv.write(report, List.of("weeks"), measures());
        byte[] first = Files.readAllBytes(report);

        BacktestCsv.write(report, List.of("weeks"), measures());

        assertThat(Files.readAllBytes(report)).isEqualTo(first);
        assertThat(Files.readAllLines(report))
                .startsWith("# weeks", "scope;method;measure;at;value;low;high;n", "run;all;weeks;;52;;;100")
                .contains("forecast;moving-mean;brier_difference;;0.0012;-0.001;0.003;9")
                .contains("ranking;forecast;hit_rate;0.01;0.1;0;1;9");
    }
}

package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.jobs.cli.detect.SeriesMethod;
import org.vigie.jobs.cli.detect.SeriesMethods;
import picocli.CommandLine;

class DetectCommandTest {

    private static final String HEADER =
            "series_id,settings_id,t,count,expected,upperbound,alarm,score,pvalue,phi,trend,verdict";

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void writesTheFiguresOfTheReferencePackage() throws IOException {
        Path out = folder.resolve("verdicts.csv");
        Path series = resource("series.csv");
        int code = detect(
                "--series", series, "--out", out, "--settings", resource("settings.csv"), "--from", "411", "--to", 416);

        assertThat(code).as(errors.toString()).isZero();
        Map<String, Map<String, String>> ours = new HashMap<>();
        table(Files.readAllLines(out))
                .forEach(row -> ours.put(row.get("series_id") + row.get("settings_id") + row.get("t"), row));
        assertThat(ours).hasSize(3 * 3 * 6);
        for (Map<String, String> theirs : table(Files.readAllLines(resource("expected.csv")))) {
            Map<String, String> row = ours.get(theirs.get("series_id") + theirs.get("param_id") + theirs.get("t"));
            if (theirs.get("phi").equals("NA")) {
                assertThat(row).containsEntry("verdict", "not-assessed:no-fit").containsEntry("phi", "");
            } else {
                for (String column : List.of("count", "expected", "upperbound", "alarm", "pvalue", "phi", "trend")) {
                    assertSame(row.get(column), theirs.get(column), column + " of " + theirs);
                }
            }
        }
    }

    @Test
    void answersNotAssessedWhereHistoryIsShortAndNeverFails() throws IOException {
        Path out = folder.resolve("verdicts.csv");
        assertThat(detect("--series", write("series_id,t,count", "a,1,2", "a,2,0"), "--out", out))
                .as(errors.toString())
                .isZero();
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        HEADER,
                        "a,default,1,2,,,0,,,,,not-assessed:history-too-short",
                        "a,default,2,0,,,0,,,,,not-assessed:history-too-short");
    }

    @Test
    void readsAndWritesGzipAndTakesRowsInAnyOrder() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(resource("series.csv")));
        Path plain = folder.resolve("plain.csv");
        assertThat(detect("--series", resource("series.csv"), "--out", plain, "--from", 410))
                .isZero();

        List<String> header = List.of(lines.remove(0));
        List<String> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        Path packed = folder.resolve("in.csv.gz");
        try (GZIPOutputStream stream = new GZIPOutputStream(Files.newOutputStream(packed))) {
            stream.write(
                    (String.join("\n", header) + "\n" + String.join("\n", reversed)).getBytes(StandardCharsets.UTF_8));
        }
        Path out = folder.resolve("out.csv.gz");
        assertThat(detect("--series", packed, "--out", out, "--from", 410)).isZero();
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(out))) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyInAnyOrderElementsOf(Files.readAllLines(plain));
        }
    }

    @ParameterizedTest
    @CsvSource({"2020-W50, 2020-W53, 2021-W01", "2020-12-07, 2020-12-28, 2021-01-04"})
    void echoesWeeksAsTheFileWritesThem(String first, String beforeLast, String last) throws IOException {
        String[] weeks = first.contains("W")
                ? new String[] {first, "2020-W51", "2020-W52", beforeLast, last}
                : new String[] {first, "2020-12-14", "2020-12-21", beforeLast, last};
        String[] rows = Arrays.stream(weeks).map(week -> "a," + week + ",1").toArray(String[]::new);
        Path out = folder.resolve("out.csv");
        assertThat(detect(
                        "--series",
                        write("series_id,week,count", rows),
                        "--out",
                        out,
                        "--from",
                        beforeLast,
                        "--to",
                        last))
                .as(errors.toString())
                .isZero();
        assertThat(table(Files.readAllLines(out)))
                .extracting(row -> row.get("t"))
                .containsExactly(beforeLast, last);
    }

    @Test
    void setOverridesTheFileOnEverySettingsRow() throws IOException {
        Path settings = folder.resolve("settings.csv");
        Files.writeString(settings, "settings_id,alpha,b\nstrict,0.001,4\nloose,0.2,4\n");
        Path out = folder.resolve("out.csv");
        assertThat(detect(
                        "--series",
                        resource("series.csv"),
                        "--out",
                        out,
                        "--settings",
                        settings,
                        "--set",
                        "limit54_cases=0",
                        "--set",
                        "alpha=0.05",
                        "--from",
                        416))
                .as(errors.toString())
                .isZero();
        List<Map<String, String>> rows = table(Files.readAllLines(out));
        assertThat(rows).hasSize(6);
        assertThat(rows.get(0).get("upperbound"))
                .isNotEmpty()
                .isEqualTo(rows.get(3).get("upperbound"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "series_id,t,count | a,1,-1      | line 2, column count: '-1' is not a whole number from 0",
                "series_id,t,count | a,1,        | line 2, column count: '' is not a whole number from 0",
                "series_id,t,count | a,1,1.5     | line 2, column count: '1.5' is not a whole number from 0",
                "series_id,t,count | a,one,1     | line 2, column t: 'one': neither a whole number",
                "series_id,t,count | a,1         | line 2: 2 fields where the header has 3",
                "series_id,week,count | a,2021-W53,1 | line 2, column week: '2021-W53': the year 2021 has no week 53",
                "series_id,week,count | a,2021-01-05,1 | line 2, column week: '2021-01-05': a week starts on a Monday",
                "series_id,t,count | ,1,1        | line 2, column series_id: is empty",
                "series_id,t,count,population | a,1,1,0 | line 2, column population: '0' is not a number above 0",
                "series,t,count    | a,1,1       | no column series_id",
                "series_id,day,count | a,1,1     | no column t or week; the header is series_id,day,count",
                "series_id,t,count,count | a,1,1,2 | column count is there twice",
                "series_id,t,count | a,1,1;a,3,1 | series a has no row for 2",
                "series_id,t,count | a,1,1;a,1,1 | series a has two rows for 1",
            })
    void refusesSeriesThatCannotBeReadWithOneLine(String header, String rows, String fault) throws IOException {
        Path out = folder.resolve("out.csv");
        assertThat(detect("--series", write(header, rows.strip().split(";")), "--out", out))
                .isEqualTo(3);
        assertThat(errors.toString().strip())
                .contains(fault)
                .doesNotContain("\n")
                .contains("in.csv");
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16"})
    void refusesOtherEncodingsThanUtf8(String encoding) throws IOException {
        Path in = folder.resolve("in.csv");
        Files.writeString(in, "series_id,t,count\nRésidence,1,1\n", Charset.forName(encoding));
        assertThat(detect("--series", in, "--out", folder.resolve("out.csv"))).isEqualTo(3);
        assertThat(errors.toString()).contains("in.csv: is not UTF-8");
    }

    @Test
    void readsWhatSpreadsheetsWriteWithMarkSemicolonsAndReturns() throws IOException {
        Path in = folder.resolve("in.csv");
        Files.writeString(in, "\uFEFFseries_id;t;count;population\r\n\"Rés; 1\";1;2;\r\n\"Rés; 1\";2;0;\r\n");
        Path out = folder.resolve("out.csv");
        assertThat(detect("--series", in, "--out", out)).as(errors.toString()).isZero();
        assertThat(Files.readAllLines(out))
                .hasSize(3)
                .contains("Rés; 1,default,2,0,,,0,,,,,not-assessed:history-too-short");
    }

    @Test
    void neverWritesOverWhatItReads() throws IOException {
        Path in = write("series_id,t,count", "a,1,1");
        assertThat(detect("--series", in, "--out", folder.resolve("./in.csv"))).isEqualTo(2);
        assertThat(errors.toString()).contains("in.csv is a file that is read");
        assertThat(Files.readAllLines(in)).containsExactly("series_id,t,count", "a,1,1");
    }

    @Test
    void refusesAFirstPeriodAfterTheLast() throws IOException {
        Path in = write("series_id,week,count", "a,2020-W53,1", "a,2021-W01,1");
        Path out = folder.resolve("out.csv");
        assertThat(detect("--series", in, "--out", out, "--from", "2021-W01", "--to", "2020-W53"))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("--from 2021-W01 lies after --to 2020-W53");
        assertThat(detect("--series", in, "--out", out, "--from", "7")).isEqualTo(2);
        assertThat(errors.toString()).contains("--from 7: not an ISO week such as 2026-W43, as the series have");
    }

    @Test
    void refusesASettingNamedTwice() throws IOException {
        Path settings = folder.resolve("settings.csv");
        Files.writeString(settings, "settings_id,alpha,alpha\nx,0.01,0.05\n");
        assertThat(detect("--series", resource("series.csv"), "--out", folder.resolve("o"), "--settings", settings))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("settings.csv: column alpha is there twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alpha=2        | alpha must lie between 0 and 0.5, not 2.0",
                "alpha=x        | column alpha: must be a number, not x",
                "alfa=0.1       | has no setting alfa; it has thresholdMethod, b, w",
                "powertrans=3   | must be one of 1/2, 2/3, none, not 3",
                "noPeriods=60   | noPeriods 60 with w 3 needs 66 periods a year",
                "reweight=maybe | must be TRUE or FALSE, not maybe",
            })
    void refusesWrongSettingsWithOneLine(String set, String fault) {
        Path out = folder.resolve("out.csv");
        assertThat(detect("--series", resource("series.csv"), "--out", out, "--set", set.strip()))
                .isEqualTo(2);
        assertThat(errors.toString().strip()).contains(fault).doesNotContain("\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void namesFileLineAndColumnOfAWrongSetting() throws IOException {
        Path settings = folder.resolve("settings.csv");
        Files.writeString(settings, "settings_id,b\nx,3\ny,three\n");
        assertThat(detect("--series", resource("series.csv"), "--out", folder.resolve("o"), "--settings", settings))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("settings.csv, line 3, column b: must be a whole number, not three");
    }

    @ParameterizedTest
    @CsvSource({"ears-c1, 8", "ears-c2, 10", "ears-c3, 12"})
    void judgesByTheLastWeeksFromTheFirstWithEnoughOfThem(String name, int firstJudged) throws IOException {
        Path out = folder.resolve("out.csv");
        String[] weeks = IntStream.rangeClosed(1, 20)
                .mapToObj(t -> "a," + t + "," + (t == 20 ? 99 : t % 3))
                .toArray(String[]::new);
        String in = write("series_id,t,count", weeks).toString();
        assertThat(command().execute("--method", name, "--series", in, "--out", out.toString()))
                .isZero();
        List<Map<String, String>> rows = table(Files.readAllLines(out));
        for (Map<String, String> row : rows) {
            boolean judged = Integer.parseInt(row.get("t")) >= firstJudged;
            assertThat(row.get("verdict").startsWith("not-assessed")).isNotEqualTo(judged);
        }
        assertThat(rows.get(19)).containsEntry("alarm", name.equals("ears-c3") ? "0" : "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cusum", "glr-nb"})
    void followsSeriesAfterLearningTheirMean(String name) throws IOException {
        Path out = folder.resolve("out.csv");
        String[] weeks = IntStream.rangeClosed(1, 70)
                .mapToObj(t -> "a," + t + "," + (t > 66 ? 5 : t % 3))
                .toArray(String[]::new);
        String in = write("series_id,t,count", weeks).toString();
        assertThat(command()
                        .execute(
                                "--method",
                                name,
                                "--series",
                                in,
                                "--out",
                                out.toString(),
                                "--from=59",
                                "--set",
                                "learnPeriods=20"))
                .as(errors.toString())
                .isZero();
        List<Map<String, String>> rows = table(Files.readAllLines(out));
        assertThat(rows).hasSize(12);
        assertThat(rows.subList(0, 8)).extracting(row -> row.get("verdict")).containsOnly("quiet");
        assertThat(rows).extracting(row -> row.get("verdict")).contains("signal");
        assertThat(Double.parseDouble(rows.get(0).get("expected"))).isCloseTo(1, within(0.02));
        assertThat(command()
                        .execute(
                                "--method",
                                name,
                                "--series",
                                in,
                                "--out",
                                out.toString(),
                                "--from=59",
                                "--set",
                                "learnPeriods=71"))
                .isZero();
        assertThat(table(Files.readAllLines(out)))
                .extracting(row -> row.get("verdict"))
                .containsOnly("not-assessed:history-too-short");
    }

    @Test
    void offersFarrington1996() throws IOException {
        Path out = folder.resolve("out.csv");
        String in = resource("series.csv").toString();
        assertThat(command()
                        .execute("--method", "farrington-1996", "--series", in, "--out", out.toString(), "--from=416"))
                .isZero();
        assertThat(table(Files.readAllLines(out)))
                .hasSize(3)
                .extracting(row -> row.get("verdict"))
                .doesNotContain("not-assessed:history-too-short");
    }

    @Test
    void refusesUnknownMethodsMissingFilesAndMissingFolders() {
        Path out = folder.resolve("out.csv");
        CommandLine command = command();
        assertThat(command.execute("--method", "magic", "--series", "x.csv", "--out", out.toString()))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("no such method; there is farrington-flexible");
        assertThat(detect("--series", folder.resolve("none.csv"), "--out", out)).isEqualTo(3);
        assertThat(errors.toString()).contains("none.csv: no such file");
        assertThat(detect("--series", resource("series.csv"), "--out", folder.resolve("no/out.csv")))
                .isEqualTo(2);
        assertThat(command.execute("--method", "farrington-flexible")).isEqualTo(2);
    }

    @Test
    void helpNamesEveryMethodAndEverySetting() {
        String help = command().getUsageMessage();
        for (SeriesMethod method : SeriesMethods.standard().all()) {
            assertThat(help).contains(method.name());
            assertThat(help).contains(method.settings());
        }
    }

    private int detect(Object... options) {
        String[] arguments = IntStream.range(0, options.length + 2)
                .mapToObj(i -> i == 0 ? "--method" : i == 1 ? "farrington-flexible" : options[i - 2].toString())
                .toArray(String[]::new);
        return command().execute(arguments);
    }

    private CommandLine command() {
        return new CommandLine(new DetectCommand()).setErr(new PrintWriter(errors, true));
    }

    private Path write(String header, String... rows) throws IOException {
        Path file = folder.resolve("in.csv");
        Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
        return file;
    }

    private static Path resource(String name) {
        return Path.of("src/test/resources/detect", name);
    }

    private static List<Map<String, String>> table(List<String> lines) {
        String[] header = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    Map<String, String> row = new HashMap<>();
                    IntStream.range(0, header.length).forEach(i -> row.put(header[i], cells[i]));
                    return row;
                })
                .toList();
    }

    private static void assertSame(String ours, String theirs, String what) {
        if (theirs.equals("NA")) {
            assertThat(ours).as(what).isEmpty();
        } else {
            double expected = Double.parseDouble(theirs);
            assertThat(Double.parseDouble(ours)).as(what).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        }
    }
}

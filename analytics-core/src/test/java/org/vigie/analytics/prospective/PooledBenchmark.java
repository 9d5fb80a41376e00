package org.vigie.analytics.prospective;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.vigie.analytics.baseline.PooledSettings;
import org.vigie.analytics.series.SiteHistory;

/** Judges the labelled series of the shared benchmark and writes the alarms that its scorer reads. */
final class PooledBenchmark {

    private static final int FIRST_WEEK = 576;
    private static final int LAST_WEEK = 624;

    private PooledBenchmark() {}

    /** Arguments: folder of the benchmark, file to write, first letter of the series to judge together. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        int judged = judge(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%d series-weeks, %.1f us each%n", judged, seconds / judged * 1e6);
    }

    /** Folder of the benchmark if it is at hand: named by a property, or beside the repository's top folder. */
    static Optional<Path> folder() {
        String named = System.getProperty("vigie.shared", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named, "bench", "temporal")).filter(Files::isDirectory);
        }
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            Path found = here.resolve("shared").resolve("bench").resolve("temporal");
            if (Files.isDirectory(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    static int judge(Path folder, Path alarms, String part) throws IOException {
        Map<String, SiteHistory> series = read(folder.resolve("series.csv.gz"), part);
        PooledSettings standard = PooledSettings.STANDARD;
        PooledPanel panel = new PooledPanel(List.copyOf(series.values()), standard.withWeeksPerYear(52));
        List<String> names = List.copyOf(series.keySet());
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(alarms))) {
            out.println("series_id,week,method,score,alarm");
            for (int week = FIRST_WEEK; week <= LAST_WEEK; week++) {
                List<PooledVerdict> verdicts = panel.judge(week - 1);
                for (int i = 0; i < names.size(); i++) {
                    Verdict verdict = verdicts.get(i).verdict();
                    String name = names.get(i);
                    String line = name + "," + week + ",pooled,";
                    verdict.fold(
                            signal -> print(out, line + signal.score() + ",1"),
                            quiet -> print(out, line + quiet.score() + ",0"),
                            reason -> print(out, line + ",0"));
                }
            }
        }
        return names.size() * (LAST_WEEK - FIRST_WEEK + 1);
    }

    private static boolean print(PrintWriter out, String line) {
        out.println(line);
        return true;
    }

    private static Map<String, SiteHistory> read(Path file, String part) throws IOException {
        Map<String, List<String[]>> rows = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(part)) {
                    String[] cells = line.split(",", -1);
                    rows.computeIfAbsent(cells[0], id -> new ArrayList<>()).add(cells);
                }
            }
        }
        Map<String, SiteHistory> series = new LinkedHashMap<>();
        rows.forEach((id, weeks) -> series.put(id, history(weeks)));
        return series;
    }

    private static SiteHistory history(List<String[]> weeks) {
        double[] counts = new double[weeks.size()];
        boolean[] works = new boolean[weeks.size()];
        for (int week = 0; week < counts.length; week++) {
            counts[week] = Double.parseDouble(weeks.get(week)[4]);
            works[week] = weeks.get(week)[8].equals("1");
        }
        String[] first = weeks.get(0);
        return SiteHistory.ofCounts(first[2], Double.parseDouble(first[9]), counts)
                .withWorks(works);
    }
}

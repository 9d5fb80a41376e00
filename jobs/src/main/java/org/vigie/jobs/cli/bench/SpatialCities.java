package org.vigie.jobs.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.jobs.cli.detect.CsvSource;
import org.vigie.jobs.cli.detect.DetectProblem;
import org.vigie.jobs.cli.scan.ScanPlan;
import org.vigie.jobs.cli.scan.ScanSites;

/** The files of the spatial benchmark, without the columns that hold the truth. */
final class SpatialCities {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final List<String> COLUMNS = List.of("site", "x", "y", "dwellings", "neighbourhood");

    private final Path folder;
    private final Map<Integer, List<List<String>>> sites;

    private SpatialCities(Path folder, Map<Integer, List<List<String>>> sites) {
        this.folder = folder;
        this.sites = sites;
    }

    /** Reads the sites of all scenarios. */
    static SpatialCities of(Path folder) {
        Map<Integer, List<List<String>>> sites = new TreeMap<>();
        CsvSource source = new CsvSource(folder.resolve("sites.csv.gz"), DetectProblem::unreadable);
        source.read(
                header -> {},
                row -> sites.computeIfAbsent(
                                Integer.valueOf(row.getField(column(source, "scenario"))),
                                scenario -> new ArrayList<>())
                        .add(COLUMNS.stream()
                                .map(name -> row.getField(column(source, name)))
                                .toList()));
        return new SpatialCities(folder, sites);
    }

    /** Numbers of the scenarios. */
    Set<Integer> scenarios() {
        return sites.keySet();
    }

    /** The cities of a scenario. */
    List<SpatialCity> read(int scenario) {
        List<List<String>> rows = sites.getOrDefault(scenario, List.of());
        ScanSites places = ScanSites.ofRows(rows);
        Map<Integer, int[][]> counts = new TreeMap<>();
        String file = String.format("counts_s%02d.csv.gz", scenario);
        CsvSource source = new CsvSource(folder.resolve(file), DetectProblem::unreadable);
        source.read(header -> {}, row -> {
            int rep = Integer.parseInt(row.getField(column(source, "rep")));
            int site = places.index(row.getField(column(source, "site")));
            counts.computeIfAbsent(rep, first -> new int[rows.size()][])[site] = row.getField(
                            column(source, "weeks_base62"))
                    .chars()
                    .map(DIGITS::indexOf)
                    .toArray();
        });
        List<SpatialCity> cities = new ArrayList<>();
        counts.forEach((rep, weeks) -> cities.add(new SpatialCity(scenario, rep, ScanPlan.numbered(places, weeks))));
        return cities;
    }

    private static int column(CsvSource source, String name) {
        return source.find(name).orElseThrow(() -> source.inFile("no column " + name));
    }
}

package org.vigie.jobs.cli.scan;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.jobs.cli.detect.CsvSource;
import org.vigie.jobs.cli.detect.DetectProblem;
import org.vigie.jobs.cli.detect.Numbers;

/** Sites: {@code site}, {@code x, y} or {@code lon, lat}; optionally dwellings, population, neighbourhood. */
final class SitesFile {

    private static final double EARTH_METRES = 6_371_008.8;
    private static final double NONE = Double.NaN;

    private final CsvSource source;
    private final List<String> names = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final List<double[]> places = new ArrayList<>();
    private final List<double[]> exposures = new ArrayList<>();
    private final List<String> neighbourhoods = new ArrayList<>();
    private boolean degrees;

    private SitesFile(Path file) {
        source = new CsvSource(file, DetectProblem::unreadable);
    }

    /** Reads a file; throws {@link DetectProblem} with exit code 3 naming line and column of the first fault. */
    static ScanSites read(Path file) {
        SitesFile reading = new SitesFile(file);
        reading.source.read(header -> reading.header(), reading::row);
        return reading.finish();
    }

    private void header() {
        require("site");
        degrees = source.find("x").isEmpty() && source.find("lon").isPresent();
        if (!degrees && source.find("x").isEmpty()) {
            throw source.inFile("no columns x and y (metres), nor lon and lat (degrees)");
        }
        require(degrees ? "lat" : "y");
    }

    private void require(String column) {
        if (source.find(column).isEmpty()) {
            throw source.inFile("no column " + column);
        }
    }

    private void row(CsvRecord row) {
        String name = text(row, "site");
        if (name.isEmpty()) {
            throw source.at(row, "site", "is empty");
        }
        if (!seen.add(name)) {
            throw source.at(row, "site", name + " has two rows");
        }
        names.add(name);
        places.add(
                degrees
                        ? new double[] {within(row, "lon", 180), within(row, "lat", 90)}
                        : new double[] {within(row, "x", 1e9), within(row, "y", 1e9)});
        exposures.add(new double[] {exposure(row, "dwellings"), exposure(row, "population")});
        neighbourhoods.add(text(row, "neighbourhood"));
    }

    private double within(CsvRecord row, String column, double limit) {
        double value = Numbers.parse(text(row, column));
        if (!(Math.abs(value) <= limit)) {
            throw source.at(row, column, "'" + text(row, column) + "' is not a number from " + -limit + " to " + limit);
        }
        return value;
    }

    private double exposure(CsvRecord row, String column) {
        String text = text(row, column);
        double value = text.isEmpty() ? 0 : Numbers.parse(text);
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw source.at(row, column, "'" + text + "' is not a number from 0");
        }
        return value > 0 ? value : NONE;
    }

    private String text(CsvRecord row, String column) {
        return source.find(column).map(row::getField).orElse("").strip();
    }

    private ScanSites finish() {
        if (names.isEmpty()) {
            throw source.inFile("a header but no rows");
        }
        double[] across = places.stream().mapToDouble(place -> place[0]).toArray();
        double[] along = places.stream().mapToDouble(place -> place[1]).toArray();
        if (degrees) {
            toMetres(across, along);
        }
        return new ScanSites(
                names,
                new double[][] {across, along},
                new double[][] {known(0), known(1)},
                Optional.of(numbered())
                        .filter(numbers -> source.find("neighbourhood").isPresent()));
    }

    /** Flat around the middle of the sites: right to a part in a thousand over a city or a department. */
    private static void toMetres(double[] longitude, double[] latitude) {
        double middle = Math.toRadians(Arrays.stream(latitude).average().orElse(0));
        for (int site = 0; site < longitude.length; site++) {
            longitude[site] = Math.toRadians(longitude[site]) * Math.cos(middle) * EARTH_METRES;
            latitude[site] = Math.toRadians(latitude[site]) * EARTH_METRES;
        }
    }

    /** An exposure of each site; the mean of the others where it is not known, 1 where none is. */
    private double[] known(int column) {
        double mean = exposures.stream()
                .mapToDouble(exposure -> exposure[column])
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(1);
        return exposures.stream()
                .mapToDouble(exposure -> Double.isNaN(exposure[column]) ? mean : exposure[column])
                .toArray();
    }

    /** Numbers from 0 in order of appearance; a site without a neighbourhood is one of its own. */
    private int[] numbered() {
        Map<String, Integer> numbers = new HashMap<>();
        int[] numbered = new int[names.size()];
        for (int site = 0; site < numbered.length; site++) {
            String key = neighbourhoods.get(site).isEmpty() ? "\0" + names.get(site) : neighbourhoods.get(site);
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(key, next);
            numbered[site] = known == null ? next : known;
        }
        return numbered;
    }
}

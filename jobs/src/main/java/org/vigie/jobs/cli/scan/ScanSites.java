package org.vigie.jobs.cli.scan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sites of a scan: names, places in metres, dwellings, people and, where given, neighbourhoods. */
public final class ScanSites {

    private final List<String> names;
    private final double[] x;
    private final double[] y;
    private final double[] dwellings;
    private final double[] population;
    private final Optional<int[]> neighbourhoods;

    /**
     * Takes the arrays over, without a copy.
     *
     * @param places x and y in metres, shape [2][sites]
     * @param exposures dwellings and population, above 0, shape [2][sites]
     * @param neighbourhoods number of each site's neighbourhood, where known
     */
    ScanSites(List<String> names, double[][] places, double[][] exposures, Optional<int[]> neighbourhoods) {
        this.names = List.copyOf(names);
        x = places[0];
        y = places[1];
        dwellings = exposures[0];
        population = exposures[1];
        this.neighbourhoods = neighbourhoods;
    }

    /** Sites of rows that hold site, x, y, dwellings and the number of the neighbourhood. */
    public static ScanSites ofRows(List<List<String>> rows) {
        double[] ones = new double[rows.size()];
        Arrays.fill(ones, 1);
        return new ScanSites(
                rows.stream().map(row -> row.get(0)).toList(),
                new double[][] {column(rows, 1), column(rows, 2)},
                new double[][] {column(rows, 3), ones},
                Optional.of(rows.stream()
                        .mapToInt(row -> Integer.parseInt(row.get(4)))
                        .toArray()));
    }

    private static double[] column(List<List<String>> rows, int column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column)))
                .toArray();
    }

    /** Position of a site. */
    public int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no site " + name);
        }
        return index;
    }

    /** Number of sites. */
    public int size() {
        return names.size();
    }

    /** Name of a site. */
    public String name(int site) {
        return names.get(site);
    }

    /** Metres eastward. */
    public double[] x() {
        return x.clone();
    }

    /** Metres northward. */
    public double[] y() {
        return y.clone();
    }

    /** Dwellings of each site; 1 where unknown. */
    public double[] dwellings() {
        return dwellings.clone();
    }

    /** People of each site; 1 where unknown. */
    public double[] population() {
        return population.clone();
    }

    /** Neighbourhood of each site, if the file names them. */
    public Optional<int[]> neighbourhoods() {
        return neighbourhoods.map(int[]::clone);
    }
}

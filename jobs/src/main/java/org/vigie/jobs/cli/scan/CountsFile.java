package org.vigie.jobs.cli.scan;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.jobs.cli.detect.CsvSource;
import org.vigie.jobs.cli.detect.DetectProblem;
import org.vigie.jobs.cli.detect.Numbers;
import org.vigie.jobs.cli.detect.TimeAxis;
import org.vigie.jobs.cli.detect.TimeColumn;

/**
 * Counts: {@code site, t, count} and optionally {@code baseline}, in any order. A site and period without a row has had
 * no fact; with a baseline every site and period needs a row.
 */
final class CountsFile {

    private final CsvSource source;
    private final ScanSites sites;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private Optional<TimeColumn> time = Optional.empty();
    private int first = Integer.MAX_VALUE;
    private int last = Integer.MIN_VALUE;

    private record Cell(int site, int period, int count, double baseline) {}

    private CountsFile(Path file, ScanSites sites) {
        source = new CsvSource(file, DetectProblem::unreadable);
        this.sites = sites;
        for (int site = 0; site < sites.size(); site++) {
            numbers.put(sites.name(site), site);
        }
    }

    /** Reads a file; throws {@link DetectProblem} with exit code 3 naming line and column of the first fault. */
    static ScanPlan read(Path file, ScanSites sites) {
        CountsFile reading = new CountsFile(file, sites);
        reading.source.read(header -> reading.header(), reading::row);
        return reading.finish();
    }

    private void header() {
        for (String column : List.of("site", "count")) {
            if (source.find(column).isEmpty()) {
                throw source.inFile("no column " + column);
            }
        }
        time = Optional.of(TimeColumn.of(source));
    }

    private void row(CsvRecord row) {
        String name = text(row, "site");
        Integer site = numbers.get(name);
        if (site == null) {
            throw source.at(row, "site", "'" + name + "' is not among the sites");
        }
        double count = Numbers.parse(text(row, "count"));
        if (!(count >= 0 && count <= Integer.MAX_VALUE && count == Math.rint(count))) {
            throw source.at(row, "count", "'" + text(row, "count") + "' is not a whole number from 0");
        }
        int period = time.orElseThrow().period(row);
        first = Math.min(first, period);
        last = Math.max(last, period);
        cells.add(new Cell(site, period, (int) count, baseline(row)));
    }

    private double baseline(CsvRecord row) {
        if (source.find("baseline").isEmpty()) {
            return 0;
        }
        double baseline = Numbers.parse(text(row, "baseline"));
        if (!(baseline >= 0 && baseline < Double.POSITIVE_INFINITY)) {
            throw source.at(row, "baseline", "'" + text(row, "baseline") + "' is not a number from 0");
        }
        return baseline;
    }

    private String text(CsvRecord row, String column) {
        return source.find(column).map(row::getField).orElse("").strip();
    }

    private ScanPlan finish() {
        TimeAxis found = time.orElseThrow().axis();
        if (last - (long) first >= 100_000) {
            throw source.inFile("from " + found.format(first) + " to " + found.format(last) + " are too many periods");
        }
        int[][] counts = new int[sites.size()][last - first + 1];
        double[][] baseline = new double[sites.size()][last - first + 1];
        boolean[][] given = new boolean[sites.size()][last - first + 1];
        for (Cell cell : cells) {
            int position = cell.period() - first;
            if (given[cell.site()][position]) {
                throw source.inFile(
                        "site " + sites.name(cell.site()) + " has two rows for " + found.format(cell.period()));
            }
            given[cell.site()][position] = true;
            counts[cell.site()][position] = cell.count();
            baseline[cell.site()][position] = cell.baseline();
        }
        boolean withBaseline = source.find("baseline").isPresent();
        if (withBaseline) {
            requireAll(given, found);
        }
        return new ScanPlan(sites, found, first, counts, Optional.of(baseline).filter(rows -> withBaseline));
    }

    private void requireAll(boolean[][] given, TimeAxis found) {
        for (int site = 0; site < given.length; site++) {
            for (int position = 0; position < given[site].length; position++) {
                if (!given[site][position]) {
                    throw source.inFile("site " + sites.name(site) + " has no row for " + found.format(first + position)
                            + "; with a baseline, every site and period needs one");
                }
            }
        }
    }
}

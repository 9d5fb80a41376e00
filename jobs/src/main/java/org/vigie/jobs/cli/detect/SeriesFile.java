package org.vigie.jobs.cli.detect;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.jobs.cli.detect.Series.SeriesIdentity;

/**
 * Series in rows of any order: {@code series_id}, {@code t} or {@code week}, {@code count}; optionally {@code freq},
 * {@code population}, {@code group}, {@code dwellings}, {@code works}. Other columns are ignored.
 *
 * <p>A method may need all series at once, so all are held, a number a cell.
 */
public final class SeriesFile {

    private static final String SERIES = "series_id";
    private static final String FREQUENCY = "freq";
    private static final String GROUP = "group";
    private static final List<String> NUMBERS = List.of("count", "population", "dwellings", "works");
    private static final int USUAL_FREQUENCY = 52;

    private final CsvSource source;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final int[] numberColumns = new int[SeriesColumns.COLUMNS];
    private final boolean[] present = new boolean[SeriesColumns.COLUMNS];
    private final double[] numbers = new double[SeriesColumns.COLUMNS];
    private int idIndex;
    private Optional<TimeColumn> time = Optional.empty();

    private record Draft(SeriesIdentity identity, SeriesColumns columns) {}

    private SeriesFile(Path file) {
        source = new CsvSource(file, DetectProblem::unreadable);
    }

    /** Reads a file; throws {@link DetectProblem} with exit code 3 naming line and column of the first fault. */
    public static SeriesSet read(Path file) {
        SeriesFile reading = new SeriesFile(file);
        reading.source.read(header -> reading.header(), reading::row);
        return reading.finish();
    }

    private void header() {
        idIndex = required(SERIES);
        time = Optional.of(TimeColumn.of(source));
        required("count");
        for (int i = 0; i < NUMBERS.size(); i++) {
            numberColumns[i] = source.find(NUMBERS.get(i)).orElse(-1);
            present[i] = numberColumns[i] >= 0;
        }
    }

    private int required(String column) {
        return source.find(column).orElseThrow(() -> source.without(column));
    }

    private void row(CsvRecord row) {
        String id = row.getField(idIndex).strip();
        if (id.isEmpty()) {
            throw source.at(row, SERIES, "is empty");
        }
        Draft draft = drafts.computeIfAbsent(id, first -> new Draft(identity(row, id), new SeriesColumns(present)));
        if (!draft.identity().equals(identity(row, id))) {
            throw source.at(row, "", "series " + id + " changes its freq or group");
        }
        int period = time.orElseThrow().period(row);
        for (int i = 0; i < SeriesColumns.COLUMNS; i++) {
            numbers[i] = present[i] ? number(row, i) : 0;
        }
        draft.columns().add(period, numbers);
    }

    private SeriesIdentity identity(CsvRecord row, String id) {
        String group = source.find(GROUP).map(row::getField).orElse("").strip();
        String frequency = source.find(FREQUENCY).map(row::getField).orElse("").strip();
        if (frequency.isEmpty()) {
            return new SeriesIdentity(id, group, USUAL_FREQUENCY);
        }
        if (!frequency.matches("[1-9]\\d{0,4}")) {
            throw source.at(row, FREQUENCY, "must be a whole number from 1, not " + frequency);
        }
        return new SeriesIdentity(id, group, Integer.parseInt(frequency));
    }

    private double number(CsvRecord row, int column) {
        String text = row.getField(numberColumns[column]).strip();
        double value = switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> 1;
            case "false" -> 0;
            case "" -> column == SeriesColumns.COUNT ? Double.NaN : SeriesColumns.whenAbsent(column);
            default -> Numbers.parse(text);
        };
        boolean whole = column != SeriesColumns.COUNT || value == Math.rint(value);
        boolean positive = column != SeriesColumns.POPULATION || value > 0;
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY && whole && positive)) {
            throw source.at(row, NUMBERS.get(column), "'" + text + "' is not " + form(column));
        }
        return value;
    }

    private static String form(int column) {
        return switch (column) {
            case SeriesColumns.COUNT -> "a whole number from 0";
            case SeriesColumns.POPULATION -> "a number above 0";
            default -> "a number from 0";
        };
    }

    private SeriesSet finish() {
        TimeAxis found = time.orElseThrow().axis();
        List<Series> series = new ArrayList<>();
        for (Draft draft : drafts.values()) {
            SeriesColumns columns = draft.columns();
            columns.sort();
            for (int i = 1; i < columns.length(); i++) {
                requireNext(draft.identity().id(), found, columns.period(i - 1), columns.period(i));
            }
            series.add(new Series(draft.identity(), found, columns.period(0), columns));
        }
        return new SeriesSet(found, series);
    }

    private void requireNext(String id, TimeAxis found, int before, int period) {
        if (period == before) {
            throw source.inFile("series " + id + " has two rows for " + found.format(period));
        }
        if (period != before + 1) {
            throw source.inFile("series " + id + " has no row for " + found.format(before + 1)
                    + "; give it a row with count 0 if nothing happened");
        }
    }
}

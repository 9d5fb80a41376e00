package org.vigie.jobs.cli.detect;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Optional;

/** The column {@code t} or {@code week} of a file, all of whose rows write their periods alike. */
public final class TimeColumn {

    private final CsvSource source;
    private final String name;
    private final int index;
    private Optional<TimeAxis> axis = Optional.empty();

    private TimeColumn(CsvSource source, String name, int index) {
        this.source = source;
        this.name = name;
        this.index = index;
    }

    /** Finds the column in the header of a file; throws {@link DetectProblem} where there is none. */
    public static TimeColumn of(CsvSource source) {
        String name = source.find("t").isPresent() ? "t" : "week";
        return new TimeColumn(source, name, source.find(name).orElseThrow(() -> source.without("t or week")));
    }

    /** Number of the period of a row, which must be written as in the rows before. */
    public int period(CsvRecord row) {
        String text = row.getField(index).strip();
        try {
            if (axis.isEmpty()) {
                axis = Optional.of(TimeAxis.of(text));
            }
            return axis.orElseThrow().parse(text);
        } catch (IllegalArgumentException e) {
            throw source.at(row, name, "'" + text + "': " + e.getMessage());
        }
    }

    /** How the rows write their periods; throws {@link DetectProblem} where there was no row. */
    public TimeAxis axis() {
        return axis.orElseThrow(() -> source.inFile("a header but no rows"));
    }
}

package org.vigie.jobs.feeds;

import java.util.List;
import java.util.regex.Pattern;

/** One row of an export: text under our column names, nothing typed. A comment is known by its length only. */
public final class ExportRow {

    private static final Pattern TOTAL =
            Pattern.compile("(?:(?:sous|grand)[ -])?tota(?:l|ux)\\b", Pattern.CASE_INSENSITIVE);

    private final Header header;
    private final List<String> cells;
    private final long line;

    ExportRow(Header header, List<String> cells, long line) {
        this.header = header;
        this.cells = cells;
        this.line = line;
    }

    /** Line of the file on which the row starts; the first line is 1. */
    public long line() {
        return line;
    }

    /** Text of a column, without spaces around it; empty when the file does not have it. */
    public String text(String column) {
        return header.text(column, cells);
    }

    /** Characters of the comment; 0 for none. */
    public int commentLength() {
        return header.commentLength(cells);
    }

    /** When the row was recorded, as delivered: the column of the schema or of the setting {@code known_on}. */
    public String recorded() {
        return header.recorded(cells);
    }

    /** Whether the row has a value beyond the last header: an unquoted separator has shifted its cells. */
    public boolean hasSurplusValues() {
        return cells.stream()
                .skip(header.width())
                .anyMatch(cell -> !Cell.stripped(cell).isEmpty());
    }

    /** Whether the row sums up others: its first cell says so, and at least half of its cells are empty. */
    public boolean isTotal() {
        String first = cells.stream()
                .map(Cell::stripped)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
        if (!TOTAL.matcher(first).lookingAt()) {
            return false;
        }
        long empty =
                cells.stream().filter(cell -> Cell.stripped(cell).isEmpty()).count();
        return 2 * empty >= cells.size();
    }
}

package org.vigie.jobs.feeds;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The first sheet of an .xlsx file as rows of text: dates in ISO form, numbers without grouping. Others are named, not read. */
final class Spreadsheet {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final Pattern NOT_A_UNIT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Path path;

    Spreadsheet(Path path) {
        this.path = path;
    }

    /** Names of the sheets after the first that hold anything. */
    List<String> laterSheets() {
        List<String> names = new ArrayList<>();
        try (ReadableWorkbook workbook = open()) {
            for (Sheet sheet : workbook.getSheets().skip(1).toList()) {
                if (holdsAnything(sheet)) {
                    names.add(sheet.getName());
                }
            }
            return names;
        } catch (IOException e) {
            throw damaged();
        }
    }

    private boolean holdsAnything(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.flatMap(row -> texts(row).stream()).anyMatch(cell -> !cell.isBlank());
        } catch (RuntimeException e) {
            throw damaged();
        }
    }

    /** Hands over every row that is not empty, with its number in the sheet. */
    void forEachRow(ObjLongConsumer<List<String>> consumer) {
        try (ReadableWorkbook workbook = open();
                Stream<Row> rows = rowsOf(workbook)) {
            Iterator<Row> iterator = rows.iterator();
            for (Optional<Row> row = next(iterator); row.isPresent(); row = next(iterator)) {
                List<String> cells = texts(row.get());
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    consumer.accept(cells, row.get().getRowNum());
                }
            }
        } catch (IOException e) {
            throw damaged();
        }
    }

    /** The library tells of damage by whatever exception its parsers throw: each of them means the same to the user. */
    private ReadableWorkbook open() throws IOException {
        try {
            return new ReadableWorkbook(path.toFile(), WITH_FORMATS);
        } catch (RuntimeException e) {
            throw damaged();
        }
    }

    private Stream<Row> rowsOf(ReadableWorkbook workbook) throws IOException {
        try {
            return workbook.getFirstSheet().openStream();
        } catch (RuntimeException e) {
            throw damaged();
        }
    }

    private Optional<Row> next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (RuntimeException e) {
            throw damaged();
        }
    }

    private FeedException damaged() {
        return ExportFormat.refusal(path, "feed.not-xlsx");
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(row.getOptionalCell(i).map(Spreadsheet::text).orElse(""));
        }
        return texts;
    }

    private static String text(Cell cell) {
        if (cell.getValue() instanceof BigDecimal number) {
            return dated(cell, number)
                    .orElseGet(() -> number.stripTrailingZeros().toPlainString());
        }
        Object value = cell.getValue();
        return cell.getType() == CellType.ERROR || value == null ? "" : value.toString();
    }

    /** A number shown as a date, a time or both; 1.0 shown as a time is 24:00. */
    private static Optional<String> dated(Cell cell, BigDecimal number) {
        String format = unitsOf(cell);
        boolean day = format.contains("y") || format.contains("d");
        boolean hour = format.contains("h");
        if ((!day && !hour) || number.signum() < 0) {
            return Optional.empty();
        }
        if (!day && number.compareTo(BigDecimal.ONE) == 0) {
            return Optional.of("24:00");
        }
        LocalDateTime time = cell.asDate();
        if (!day) {
            return Optional.of(TIME.format(time));
        }
        boolean midnight = time.toLocalTime().equals(LocalTime.MIDNIGHT);
        return Optional.of(midnight && !hour ? time.toLocalDate().toString() : time.toString());
    }

    private static String unitsOf(Cell cell) {
        String format = cell.getDataFormatString();
        if (format != null) {
            return NOT_A_UNIT.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        }
        Integer id = cell.getDataFormatId();
        int builtIn = id == null ? 0 : id;
        if (builtIn == 22) {
            return "ydh";
        }
        return builtIn >= 14 && builtIn <= 17 ? "yd" : builtIn >= 18 && builtIn <= 21 ? "h" : "";
    }
}

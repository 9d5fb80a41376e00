package org.vigie.dashboards.tables;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tech.tablesaw.api.Table;

/**
 * All tables in one workbook, a sheet each: typed cells, dates as dates, a bold header that stays in sight and can be
 * filtered. The same tables give the same bytes: the times that the writer puts into the archive are replaced.
 */
final class WorkbookTwin {

    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final int ROWS_BETWEEN_FLUSHES = 1000;

    private WorkbookTwin() {}

    /** Writes the workbook; a file of that name is replaced. */
    static void write(Map<PublishedTable, Table> tables, Path file) {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            writeDraft(tables, draft);
            copyWithFixedTimes(draft, file);
            Files.delete(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void writeDraft(Map<PublishedTable, Table> tables, Path draft) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft));
                Workbook workbook = new Workbook(out, "Vigie", "1.0")) {
            for (var entry : tables.entrySet()) {
                try (Worksheet sheet = workbook.newWorksheet(entry.getKey().name())) {
                    fill(sheet, entry.getKey(), entry.getValue());
                }
            }
        }
    }

    private static void fill(Worksheet sheet, PublishedTable declared, Table table) throws IOException {
        List<Column> columns = declared.columns();
        sheet.freezePane(0, 1);
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(0, c, columns.get(c).name());
            sheet.style(0, c).bold().set();
            sheet.width(c, columns.get(c).type() == ColumnType.TEXT ? 24 : 14);
        }
        if (table.rowCount() >= Worksheet.MAX_ROWS) {
            sheet.value(1, 0, table.rowCount() + " rows do not fit into a sheet: see " + declared.name() + ".csv");
            return;
        }
        sheet.setAutoFilter(0, 0, table.rowCount(), columns.size() - 1);
        for (int row = 0; row < table.rowCount(); row++) {
            for (int c = 0; c < columns.size(); c++) {
                cell(sheet, c, columns.get(c), new PublishedRow(table, row));
            }
            if (row % ROWS_BETWEEN_FLUSHES == ROWS_BETWEEN_FLUSHES - 1) {
                sheet.flush();
            }
        }
    }

    private static void cell(Worksheet sheet, int c, Column column, PublishedRow row) {
        int line = row.at() + 1;
        String name = column.name();
        switch (column.type()) {
            case TEXT -> {
                if (!row.text(name).isEmpty()) {
                    sheet.inlineString(line, c, printable(row.text(name)));
                }
            }
            case DATE ->
                row.date(name).ifPresent(day -> {
                    sheet.value(line, c, day);
                    sheet.style(line, c).format("yyyy-mm-dd").set();
                });
            case COUNT -> row.count(name).ifPresent(count -> sheet.value(line, c, count));
            case NUMBER ->
                row.number(name).ifPresent(number -> {
                    if (Double.isFinite(number)) {
                        sheet.value(line, c, number);
                    }
                });
            case FLAG -> sheet.value(line, c, row.table().booleanColumn(name).get(row.at()));
        }
    }

    /** XML knows no control characters but tab and line ends. */
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    /** Through the directory of the archive: the draft gives no sizes in front of its entries. */
    private static void copyWithFixedTimes(Path draft, Path file) throws IOException {
        try (ZipFile in = new ZipFile(draft.toFile());
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(FIXED_TIME);
                out.putNextEntry(same);
                try (InputStream content = in.getInputStream(entry)) {
                    if (entry.getName().equals("docProps/core.xml")) {
                        out.write(withFixedCreation(content.readAllBytes()));
                    } else {
                        content.transferTo(out);
                    }
                }
                out.closeEntry();
            }
        }
    }

    private static byte[] withFixedCreation(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll(">\\d{4}-\\d\\d-\\d\\dT[^<]*<", ">2000-01-01T00:00:00Z<")
                .getBytes(StandardCharsets.UTF_8);
    }
}

package org.vigie.jobs.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.Row;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.jobs.feeds.Feed;
import org.vigie.jobs.feeds.FeedException;

/** A spreadsheet says the same as the text file that it was saved from, cells typed by Excel included. */
class SpreadsheetTwinTest {

    private static final List<String> HEADER = List.of(
            "N° fiche",
            "CODE_RES",
            "Nature",
            "Gravité",
            "Date des faits",
            "heure",
            "Date de création",
            "Origine",
            "Etat",
            "Observations");

    @TempDir
    private Path folder;

    @Test
    void readsTheSameFactsFromASpreadsheet() throws IOException {
        String csv = String.join(";", HEADER) + "\n"
                + "2026-004512;RES0147;OCC_HALL;3;14/10/2026;23h15;15/10/2026 08:42;STAFF_LOG;CLOS;deux mots\n"
                + "2026-004515;RES0203;nuisance sonore;2;24/10/2026;24:00;26/10/2026 07:20;RES_PHONE;CLOS;\n"
                + "2026-004517;147;ENV_DIRT;;21/10/2026;;21/10/2026 11:00;STAFF_ROUND;CLOS;\n";

        TypedForTest text = TypedForTest.text(csv, Feed.INCIDENTS, folder);
        TypedForTest sheet = TypedForTest.read(spreadsheet(), Feed.INCIDENTS);

        assertThat(text.counts()).isEqualTo(new TypedFile.Counts(3, 3, 0));
        assertThat(sheet.rejects()).isEmpty();
        assertThat(sheet.rows())
                .extracting(Row::toString)
                .containsExactlyElementsOf(
                        text.rows().stream().map(Row::toString).toList());
    }

    @Test
    void refusesASpreadsheetWithAColumnAboutPersons() throws IOException {
        Path path = folder.resolve("noms.xlsx");
        try (OutputStream out = Files.newOutputStream(path);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Export");
            sheet.value(0, 0, "num_incident");
            sheet.value(0, 1, "Téléphone");
        }

        assertThatThrownBy(() -> TypedForTest.read(path, Feed.INCIDENTS)).hasMessageContaining("Téléphone");
    }

    /** A formula is worth what the office program computed last; the cells that a merged one covers are empty. */
    @Test
    void takesFormulasForTheirValuesAndCountsRowsUnderMergedCells() throws IOException {
        String headers = "num_incident code_site code_type date_fait date_saisie canal";
        String dated = "<c s=\"1\"><f>46309</f><v>46309</v></c><c s=\"1\"><f>46309+1</f><v>46310</v></c>";
        String whole = text("I1") + "<c t=\"str\"><f>\"RES\"&amp;1</f><v>RES1</v></c>" + text("OCC_HALL") + dated;
        String covered = text("I2") + text("") + text("OCC_HALL") + dated;
        Path path = workbook(
                List.of(headers.replaceAll("(\\S+) ?", "<c t=\"inlineStr\"><is><t>$1</t></is></c>"), whole, covered));

        TypedForTest sheet = TypedForTest.read(path, Feed.INCIDENTS);

        assertThat(sheet.counts()).isEqualTo(new TypedFile.Counts(2, 1, 1));
        assertThat(sheet.reasons()).containsExactly("3:code_site:missing-place");
        assertThat(sheet.value(0, "site_ref")).isEqualTo("RES1");
        assertThat(sheet.value(0, "fact_date")).isEqualTo(LocalDate.of(2026, 10, 14));
    }

    private static String text(String value) {
        return "<c t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
    }

    /** A workbook of one sheet, written part by part: the library that writes ours knows no computed values. */
    private Path workbook(List<String> rows) throws IOException {
        String main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        StringBuilder sheet = new StringBuilder("<worksheet" + main + "><sheetData>");
        for (int i = 0; i < rows.size(); i++) {
            sheet.append("<row r=\"")
                    .append(i + 1)
                    .append("\">")
                    .append(addressed(rows.get(i), i + 1))
                    .append("</row>");
        }
        sheet.append("</sheetData><mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells></worksheet>");
        Path path = folder.resolve("formules.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + content + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + content
                            + "styles+xml\"/></Types>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r1\" Type=\"" + relations
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook" + main + " xmlns:r=\"" + relations
                            + "\"><sheets><sheet name=\"F\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r1\" Type=\"" + relations
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet" + main
                            + "><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            part(zip, "xl/worksheets/sheet1.xml", sheet.toString());
        }
        return path;
    }

    private static String addressed(String cells, int row) {
        String addressed = cells;
        for (char column = 'A'; addressed.contains("<c " + "t=") || addressed.contains("<c s="); column++) {
            addressed = addressed.replaceFirst("<c (?=[ts]=)", "<c r=\"" + column + row + "\" ");
        }
        return addressed;
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void neverFailsOtherwiseThanWithASentenceOnADamagedSpreadsheet() throws IOException {
        byte[] sound = Files.readAllBytes(spreadsheet());
        Random random = new Random(20261124);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(sound, i % 3 == 0 ? random.nextInt(4, sound.length) : sound.length);
            for (int flips = i % 3; flips > 0; flips--) {
                damaged[random.nextInt(4, damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                TypedForTest.read(Files.write(folder.resolve("damaged.xlsx"), damaged), Feed.INCIDENTS);
            } catch (FeedException e) {
                assertThat(e).message().hasLineCount(1);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private Path spreadsheet() throws IOException {
        Path path = folder.resolve("incidents.xlsx");
        try (OutputStream out = Files.newOutputStream(path);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Export");
            for (int column = 0; column < HEADER.size(); column++) {
                sheet.value(0, column, HEADER.get(column));
            }
            texts(sheet, 1, List.of("2026-004512", "RES0147", "OCC_HALL", "STAFF_LOG"));
            sheet.value(1, 9, "deux mots");
            sheet.value(1, 3, 3);
            dated(sheet, 1, LocalDate.of(2026, 10, 14), LocalDateTime.of(2026, 10, 15, 8, 42));
            sheet.value(1, 5, (23 * 60 + 15) / 1440.0);
            sheet.style(1, 5).format("hh:mm").set();
            texts(sheet, 2, List.of("2026-004515", "RES0203", "nuisance sonore", "RES_PHONE"));
            sheet.value(2, 3, 2);
            dated(sheet, 2, LocalDate.of(2026, 10, 24), LocalDateTime.of(2026, 10, 26, 7, 20));
            sheet.value(2, 5, 1.0);
            sheet.style(2, 5).format("[h]:mm").set();
            texts(sheet, 3, List.of("2026-004517", "", "ENV_DIRT", "STAFF_ROUND"));
            sheet.value(3, 1, 147);
            dated(sheet, 3, LocalDate.of(2026, 10, 21), LocalDateTime.of(2026, 10, 21, 11, 0));
        }
        return path;
    }

    private static void texts(Worksheet sheet, int row, List<String> idSiteTypeChannel) {
        for (int i = 0; i < 3; i++) {
            sheet.value(row, i, idSiteTypeChannel.get(i));
        }
        sheet.value(row, 7, idSiteTypeChannel.get(3));
        sheet.value(row, 8, "CLOS");
    }

    private static void dated(Worksheet sheet, int row, LocalDate day, LocalDateTime recorded) {
        sheet.value(row, 4, day);
        sheet.style(row, 4).format("dd/mm/yyyy").set();
        sheet.value(row, 6, recorded);
        sheet.style(row, 6).format("dd/mm/yyyy hh:mm").set();
    }
}

package org.vigie.jobs.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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

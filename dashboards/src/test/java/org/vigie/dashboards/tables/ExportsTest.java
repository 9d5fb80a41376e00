package org.vigie.dashboards.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {

    private static final LocalDate WEEK = LocalDate.of(2026, 10, 19);
    private static final PublishedTable FACTS = PublishedTable.named("facts")
            .text("label", "a text")
            .date("week", "a day")
            .count("observed", "a count")
            .number("change", "a number")
            .flag("reopened", "a flag");
    private static final PublishedTable OTHER = PublishedTable.named("other").text("code", "a text");

    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(row("Les Érables", WEEK, 1234, 0.5, true));
        rows.add(row("=cmd|' /C calc'!A0", WEEK, -12, -12.0, false));
        rows.add(row("-12", WEEK, 0, 1234567.25, false));
        rows.add(row("a;b \"c\"\nd", WEEK, 0, 0.00001, false));
        rows.add(row("@SUM(A1) <b>&\u0001", WEEK, 0, Double.POSITIVE_INFINITY, false));
        rows.add(Map.of());
        ParquetFixture.write(folder, FACTS, rows);
        ParquetFixture.write(folder, OTHER, List.of(Map.of("code", "+1")));
        Exports.write(folder, WEEK, List.of(FACTS, OTHER));
    }

    @Test
    void writesTheCsvThatAFrenchSpreadsheetOpens() throws IOException {
        assertThat(Files.readString(folder.resolve("facts.csv"), StandardCharsets.UTF_8))
                .isEqualTo("""
                        \uFEFFlabel;week;observed;change;reopened
                        Les Érables;2026-10-19;1234;0,5;true
                        '=cmd|' /C calc'!A0;2026-10-19;-12;-12,0;false
                        '-12;2026-10-19;0;1234567,25;false
                        "a;b ""c""
                        d";2026-10-19;0;0,000010;false
                        '@SUM(A1) <b>&\u0001;2026-10-19;0;;false
                        ;;;;
                        """);
        assertThat(folder.resolve("other.csv")).hasContent("\uFEFFcode\n'+1\n");
    }

    @Test
    void writesOneSheetForEachTableWithTypedCells() throws IOException {
        String workbook = part("xl/workbook.xml");
        assertThat(workbook).containsSubsequence("name=\"facts\"", "name=\"other\"");
        String sheet = part("xl/worksheets/sheet1.xml");
        long daysSince1900 = LocalDate.of(1899, 12, 30).until(WEEK, ChronoUnit.DAYS);
        assertThat(sheet)
                .contains("<v>1234</v>")
                .contains("<v>0.5</v>")
                .contains("<v>-12")
                .containsPattern("<v>" + daysSince1900 + "(\\.0)?</v>")
                .contains("t=\"b\"")
                .contains("=cmd|")
                .doesNotContain("<f>")
                .doesNotContain("'=cmd");
        assertThat(part("xl/styles.xml")).contains("yyyy-mm-dd").contains("<b/>");
    }

    @Test
    void keepsTheHeaderInSight() throws IOException {
        assertThat(part("xl/worksheets/sheet1.xml"))
                .contains("state=\"frozen\"")
                .contains("ySplit=\"1\"")
                .contains("autoFilter ref=\"A1:E7\"");
    }

    @Test
    void givesTheSameBytesAtAnyTime() throws IOException, InterruptedException {
        byte[] first = Files.readAllBytes(folder.resolve("vigie-2026-W43.xlsx"));
        Thread.sleep(2100);
        Exports.write(folder, WEEK, List.of(FACTS, OTHER));
        assertThat(Files.readAllBytes(folder.resolve("vigie-2026-W43.xlsx"))).isEqualTo(first);
    }

    @Test
    void namesWeeksByTheirIsoYear() {
        assertThat(Exports.weekName(LocalDate.of(2026, 12, 28))).isEqualTo("2026-W53");
        assertThat(Exports.weekName(LocalDate.of(2024, 12, 30))).isEqualTo("2025-W01");
    }

    private String part(String name) throws IOException {
        try (ZipFile archive = new ZipFile(folder.resolve("vigie-2026-W43.xlsx").toFile())) {
            return new String(archive.getInputStream(archive.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, Object> row(String label, LocalDate week, int observed, double change, boolean flag) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("label", label);
        row.put("week", week);
        row.put("observed", observed);
        row.put("change", change);
        row.put("reopened", flag);
        return row;
    }
}

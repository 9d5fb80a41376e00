package org.vigie.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.vigie.dashboards.tables.Exports;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Language;

/** Whatever a landlord's export holds, the pages keep their build and the exports their cells. */
class HostileTextTest {

    private static final Path WEEKS = Path.of("target", "weeks-hostile");
    private static final String PLAIN = "mot";
    private static final Pattern HIDDEN = Pattern.compile("(?s)<svg\\b.*?</svg>");
    private static final Pattern MARKUP = Pattern.compile("<(/?[a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|[^\">])*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([a-zA-Z-]+)(?:=\"[^\"]*\")?");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    private static Map<String, String> plainPages = Map.of();

    @Property(tries = 3)
    void changesNeitherThePagesNorTheExports(@ForAll("hostile") String text) throws IOException {
        if (plainPages.isEmpty()) {
            plainPages = render(WEEKS.resolve("plain"), PLAIN);
        }
        Path week = WEEKS.resolve("worded");
        Map<String, String> pages = render(week, text);
        assertThat(pages.values()).containsExactlyInAnyOrderElementsOf(plainPages.values());
        assertLinksStayInside(week);
        assertListsAreStillPdf(week);
        assertCellsAreStillTexts(week);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> bits = Arbitraries.of(
                "<script>alert(1)</script>",
                "</style><img src=x onerror=alert(1)>",
                "\"><svg onload=alert(1)>",
                "' onmouseover='alert(1)",
                "javascript:alert(1)",
                "data:text/html,<b>",
                "=cmd|' /C calc'!A0",
                "+1;-1\n@SUM(A1)",
                "]]><!--",
                "${7*7} {count, plural, one {#}} '{' %s",
                "\u202Eelgnafe\u2066\u200F",
                "\u0000\u0001\u001B[31m\uFFFE",
                "../../etc/passwd",
                "Résidence-très-longue-".repeat(14),
                "mot ".repeat(75),
                "😀é\u0301");
        return bits.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(several -> "a" + String.join("", several))
                .filter(text -> !text.isBlank());
    }

    /** Writes the week with its exports; gives the build of each page: its elements and the names of their attributes. */
    private static Map<String, String> render(Path week, String text) throws IOException {
        if (Files.exists(week)) {
            try (Stream<Path> old = Files.walk(week)) {
                old.sorted((a, b) -> b.compareTo(a)).forEach(HostileTextTest::delete);
            }
        }
        FixtureWeek.worded(week, text);
        Pages.render(
                week, PageSettings.of(text, Language.FR, FixtureWeek.WEEK, text).withNotice(text));
        Exports.write(week, FixtureWeek.WEEK, PublishedTables.all());
        Exports.writeMaps(week);
        try (Stream<Path> files = Files.walk(week.resolve("pages"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .collect(Collectors.toMap(Path::toString, file -> build(read(file))));
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String build(String page) {
        return MARKUP.matcher(HIDDEN.matcher(page).replaceAll(""))
                .results()
                .map(tag -> tag.group(1)
                        + ATTRIBUTE
                                .matcher(tag.group(2))
                                .results()
                                .map(attribute -> " " + attribute.group(1))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static void assertLinksStayInside(Path week) throws IOException {
        try (Stream<Path> files = Files.walk(week.resolve("pages"))) {
            files.filter(file -> file.toString().endsWith(".html")).forEach(file -> {
                String page = read(file);
                assertThat(LINK.matcher(page).results().map(link -> link.group(1)))
                        .allMatch(link -> link.matches("(\\.\\./)*[A-Za-z0-9_./-]*(#[a-z]+)?"));
                assertThat(page.toLowerCase(Locale.ROOT)).doesNotContain("<script>alert", "<img", "<svg onload");
            });
        }
    }

    private static void assertListsAreStillPdf(Path week) throws IOException {
        try (Stream<Path> files = Files.list(week.resolve("pages/liste"))) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".pdf")).toList()) {
                try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
                    assertThat(pdf.getNumberOfPages()).isBetween(1, 2);
                }
            }
        }
    }

    private static void assertCellsAreStillTexts(Path week) throws IOException {
        assertThat(cells(read(week.resolve("scores.csv"))))
                .hasSize((12 + 1) * PublishedTables.SCORES.columns().size())
                .noneMatch(cell -> cell.matches("(?s)[=+@\t\r].*"));
        try (ZipFile workbook = new ZipFile(week.resolve("vigie-2026-W43.xlsx").toFile())) {
            for (var entry : workbook.stream()
                    .filter(part -> part.getName().startsWith("xl/worksheets/sheet"))
                    .toList()) {
                byte[] sheet = workbook.getInputStream(entry).readAllBytes();
                assertThat(new String(sheet, StandardCharsets.UTF_8)).doesNotContain("<f>");
                parse(sheet);
            }
        }
    }

    private static void parse(byte[] xml) {
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (Exception e) {
            throw new AssertionError("a sheet is no XML", e);
        }
    }

    /** Cells of a CSV file, read as a spreadsheet reads it. */
    private static List<String> cells(String csv) {
        return Pattern.compile("(?s)(\"(?:[^\"]|\"\")*\"|[^;\n\"]*)(?:;|\n)")
                .matcher(csv)
                .results()
                .map(cell -> cell.group(1).replaceAll("^\"|\"$", "").replace("\"\"", "\""))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.vigie.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.dashboards.texts.Language;

/** The pages as a reader's browser shows them. */
class BrowserTest {

    private static final Path WEEKS = Path.of("target", "weeks-browser");
    private static final int DESK = 1440;
    private static final String HOSTILE = "<script>alert(1)</script>\"><img src=x onerror=alert(1)> javascript:alert(1)"
            + " =cmd|' /C calc'!A0 \u202E\u0001" + "Résidence-très-longue-".repeat(14);

    private static Optional<Browser> started = Optional.empty();

    @BeforeAll
    static void render() {
        started = Browser.start();
        FixtureWeek.busy(WEEKS.resolve("fr"));
        Pages.render(WEEKS.resolve("fr"), settings(Language.FR));
        FixtureWeek.busy(WEEKS.resolve("en"));
        Pages.render(WEEKS.resolve("en"), settings(Language.EN));
        FixtureWeek.calm(WEEKS.resolve("calm"));
        Pages.render(WEEKS.resolve("calm"), settings(Language.FR));
        FixtureWeek.crowded(WEEKS.resolve("crowded"));
        Pages.render(WEEKS.resolve("crowded"), settings(Language.FR));
    }

    @AfterAll
    static void close() {
        started.ifPresent(Browser::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 390, DESK})
    void fitsAWindowWithoutAskingOutsideOrComplaining(int width) {
        Browser browser = browser();
        SoftAssertions all = new SoftAssertions();
        for (Path file : pages()) {
            Page page = browser.open(file, width);
            all.assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as("width of %s", file)
                    .isLessThanOrEqualTo(width);
            all.assertThat(browser.requests())
                    .as("asked by %s", file)
                    .containsExactly(file.toAbsolutePath().toUri().toString());
            all.assertThat(browser.complaints()).as("said by %s", file).isEmpty();
        }
        all.assertAll();
    }

    @Test
    void hasNothingThatAxeCallsABarrier() {
        Browser browser = browser();
        SoftAssertions all = new SoftAssertions();
        for (Path file : pages()) {
            all.assertThat(browser.violations(browser.open(file, DESK)))
                    .as("%s", file)
                    .isEmpty();
        }
        all.assertAll();
    }

    @Test
    void reachesEverythingByKeyboardAlone() {
        Browser browser = browser();
        for (Path file : pages()) {
            Page page = browser.open(file, DESK);
            int stops = ((Number) page.evaluate("""
                            () => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
                                .filter(e => e.checkVisibility() && !e.disabled).length
                            """)).intValue();
            page.evaluate(
                    "() => { window.seen = new Set(); document.addEventListener('focusin', e => seen.add(e.target)); }");
            for (int stop = 0; stop < stops; stop++) {
                page.keyboard().press("Tab");
            }
            assertThat(((Number) page.evaluate("window.seen.size")).intValue())
                    .as("reached in %s", file)
                    .isEqualTo(stops);
        }
    }

    @Test
    void printsTheLongestListOnTwoSidesAtMost() throws IOException {
        Page page = browser().open(WEEKS.resolve("crowded/pages/liste/MED-EST.html"), DESK);
        byte[] printed = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
        try (PDDocument pdf = Loader.loadPDF(printed)) {
            assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void staysAsItIsWhateverTheLandlordDelivers() {
        Browser browser = browser();
        Path week = Path.of("target", "weeks-browser-hostile");
        FixtureWeek.worded(week, HOSTILE);
        Pages.render(week, settings(Language.FR));
        SoftAssertions all = new SoftAssertions();
        for (Path file : pages(week)) {
            Page page = browser.open(file, 360);
            all.assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as("width of %s", file)
                    .isLessThanOrEqualTo(360);
            all.assertThat(browser.requests()).as("asked by %s", file).hasSize(1);
            all.assertThat(browser.complaints()).as("said by %s", file).isEmpty();
        }
        all.assertAll();
    }

    private static Browser browser() {
        assumeTrue(started.isPresent(), "skipped: no Chromium");
        return started.orElseThrow();
    }

    private static PageSettings settings(Language language) {
        return PageSettings.of("Bailleur <Exemple>", language, FixtureWeek.WEEK, "0.1.0");
    }

    private static List<Path> pages() {
        return pages(WEEKS);
    }

    private static List<Path> pages(Path weeks) {
        try (Stream<Path> all = Files.walk(weeks)) {
            return all.filter(file -> file.toString().endsWith(".html"))
                    .filter(BrowserTest::isOneOfItsKind)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the sites one with an open episode, one that is grey and one that is calm are enough. */
    private static boolean isOneOfItsKind(Path file) {
        boolean ofASite = file.getParent().getFileName().toString().equals("site");
        boolean shown = List.of("RES0001.html", "RES0004.html", "RES0012.html")
                .contains(file.getFileName().toString());
        return !ofASite || (shown && !file.startsWith(WEEKS.resolve("crowded")));
    }
}

package org.vigie.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.dashboards.texts.Language;

class PagesTest {

    /** Kept after the test, to be looked at. */
    static final Path WEEKS = Path.of("target", "weeks");

    static final Path week = WEEKS.resolve("busy");

    static final PageSettings SETTINGS = PageSettings.of("Bailleur Exemple", Language.FR, FixtureWeek.WEEK, "0.1.0");

    @BeforeAll
    static void render() {
        FixtureWeek.busy(week);
        Pages.render(week, SETTINGS);
        FixtureWeek.calm(WEEKS.resolve("calm"));
        Pages.render(WEEKS.resolve("calm"), SETTINGS);
    }

    @Test
    void writesEveryPage() {
        assertThat(page("index.html")).contains("Point de la semaine S43 2026");
    }

    private static String page(String name) {
        try {
            return Files.readString(week.resolve("pages").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

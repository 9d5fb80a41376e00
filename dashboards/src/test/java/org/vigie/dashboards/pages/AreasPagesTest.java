package org.vigie.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.dashboards.texts.Language;

class AreasPagesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "2026-09-14, 'T3 2026, en cours (jusqu’au 20 septembre 2026)'",
        "2026-09-21, 'T3 2026, en cours (jusqu’au 27 septembre 2026)'",
        "2026-09-28, 'T3 2026'"
    })
    void saysHowFarAQuarterGoesThatIsNotOver(LocalDate week, String period) throws IOException {
        FixtureWeek.calm(folder);
        Pages.render(folder, PageSettings.of("Bailleur", Language.FR, week, "0.1.0"));

        assertThat(Files.readString(folder.resolve("pages/quartiers.html")))
                .contains("<h1>Comparaison des quartiers, " + period + "</h1>");
    }
}

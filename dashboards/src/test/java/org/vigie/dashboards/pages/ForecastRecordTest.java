package org.vigie.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.dashboards.pages.PagesTest.page;
import static org.vigie.dashboards.pages.PagesTest.text;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.dashboards.texts.Language;

class ForecastRecordTest {

    @Test
    void earlierForecastsStandBesideTheNewOnes(@TempDir Path folder) {
        FixtureWeek.busy(folder);
        Pages.render(folder, settings(Language.FR));

        assertThat(text(page(folder, "index.html")))
                .contains("Que valent ces probabilités ?")
                .contains("7 % annoncés en moyenne, 7 % observés")
                .containsSubsequence("Annoncé", "Observé", "31 %", "35 %", "entre 29 % et 41 %", "613");
        assertThat(text(page(folder, "site/RES0001.html"))).contains("entre 24 % et 46 % ; 0,9 attendus en 8 semaines");
    }

    @Test
    void aWeekWithoutEarlierForecastsClaimsNothing(@TempDir Path folder) {
        FixtureWeek.empty(folder);
        Pages.render(folder, settings(Language.EN));

        assertThat(text(page(folder, "index.html")))
                .contains("No forecast whose outcome is known: too early to tell.")
                .doesNotContain("By tenths");
    }

    private static PageSettings settings(Language language) {
        return PageSettings.of("Bailleur", language, FixtureWeek.WEEK, "0.1.0");
    }
}

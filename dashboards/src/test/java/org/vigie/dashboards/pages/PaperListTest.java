package org.vigie.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.dashboards.texts.Language;

class PaperListTest {

    @Test
    void putsAListOnTwoSidesAtMostWhateverItHolds(@TempDir Path folder) throws IOException {
        FixtureWeek.crowded(folder);
        Pages.render(folder, settings(Language.FR));
        byte[] pdf = Files.readAllBytes(folder.resolve("pages/liste/MED-EST.pdf"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(2);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Ma liste S43 2026")
                    .contains("vous décidez");
        }
    }

    @Test
    void givesThePaperListATitleALanguageAndTheTagsOfItsStructure(@TempDir Path folder) throws IOException {
        FixtureWeek.busy(folder);
        Pages.render(folder, settings(Language.EN));
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(folder.resolve("pages/liste/MED-EST.pdf")))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("My list W43, MED-EST");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
        }
    }

    private static PageSettings settings(Language language) {
        return PageSettings.of("Bailleur <Exemple>", language, FixtureWeek.WEEK, "0.1.0");
    }
}

package org.vigie.sample.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactTypeTest {

    private static final Path CODES = Path.of("../jobs/src/main/resources/codes/incident_types.csv");

    @Test
    void kindsAreThoseOfTheCodeList() throws IOException {
        List<String> listed = Files.readAllLines(CODES);
        for (FactType type : FactType.all()) {
            String expected = String.join(";", type.code(), type.family(), type.kind(), type.label()) + ";";
            String severity = ";" + type.severity() + ";";
            assertThat(listed).anyMatch(line -> line.startsWith(expected) && line.contains(severity));
        }
        assertThat(FactType.all()).hasSize(listed.size() - 2);
        assertThat(FactType.all()).noneMatch(type -> type.code().equals("PER_DOMESTIC"));
    }

    @Test
    void sharesOfCountedFactsAddUpToAHundred() {
        assertThat(FactType.all().stream()
                        .filter(FactType::counted)
                        .mapToDouble(FactType::weight)
                        .sum())
                .isCloseTo(100, within(1e-9));
        assertThat(FactType.all().stream().mapToDouble(FactType::worksWeight).sum())
                .isCloseTo(100, within(1e-9));
    }
}

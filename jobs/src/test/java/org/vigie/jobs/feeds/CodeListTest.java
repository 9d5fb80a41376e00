package org.vigie.jobs.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListTest {

    @ParameterizedTest
    @CsvSource({
        "incident_types, NEI_NOISE, NEI_NOISE",
        "incident_types, nei_noise, NEI_NOISE",
        "incident_types, nuisance sonore, NEI_NOISE",
        "incident_types, NUISANCES SONORES, NEI_NOISE",
        "incident_types, Nuisances sonores (tapage diurne ou nocturne), NEI_NOISE",
        "incident_types, depot sauvage, ENV_DUMPING",
        "incident_types, Tag, PRO_TAG",
        "incident_types, Bin fire, FIR_BIN",
        "reporting_channels, Appel locataire, RES_PHONE",
        "works_status, en cours, ONGOING",
        "fact_status, Clôturée, CLOS",
        "place_levels, Résidence, RESIDENCE",
        "area_generations, 2015, 2015",
        "turnover_types, Autre départ, OUT_OTHER",
    })
    void findsACodeByItsCodeOrLabel(String list, String text, String code) {
        assertThat(CodeList.named(list).find(text)).map(CodeList.Entry::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "incident_types, Incendie",
        "incident_types, Agression",
        "incident_types, nuisance",
        "incident_types, divers",
        "incident_types, ''",
        "fact_status, Transmis",
    })
    void guessesNothing(String list, String text) {
        assertThat(CodeList.named(list).find(text)).isEmpty();
    }

    @Test
    void holdsEveryListThatAColumnNames() {
        for (Feed feed : Feed.values()) {
            for (FeedColumn column : feed.columns()) {
                if (!column.codes().isEmpty()) {
                    assertThat(CodeList.named(column.codes()).codes())
                            .as(feed + " " + column.name())
                            .hasSizeGreaterThan(1)
                            .doesNotContain("");
                }
            }
        }
    }

    @Test
    void hasASeverityAndAFamilyForEveryTypeOfFact() {
        CodeList types = CodeList.named("incident_types");
        CodeList families = CodeList.named("families");
        assertThat(types.codes()).hasSize(56).allSatisfy(code -> {
            assertThat(types.entry(code).attribute("severity_default")).matches("[1-5]");
            assertThat(families.codes()).contains(types.entry(code).attribute("family"));
            assertThat(types.entry(code).attribute("class")).isIn("INCIDENT", "INCIVILITY", "CONTEXT");
        });
    }

    /** Heads of labels are short; this says when two codes come to share one. */
    @Test
    void findsEveryCodeByItsFrenchLabel() {
        for (String name : new String[] {"incident_types", "works_types", "turnover_types", "reporting_channels"}) {
            CodeList list = CodeList.named(name);
            assertThat(list.codes())
                    .allSatisfy(code -> assertThat(list.find(list.entry(code).attribute("label_fr")))
                            .map(CodeList.Entry::code)
                            .contains(code));
        }
    }
}

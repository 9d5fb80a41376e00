package org.vigie.sample;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AnalyzeClasses(packages = "org.vigie.sample", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Classes that break a rule on purpose stand below {@code org.vigie.sample.architecture}. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"tables", "detectors"})
    void eachRuleFailsOnAViolation(String violated) {
        JavaClasses violating = new ClassFileImporter().importPackages("org.vigie.sample.architecture." + violated);
        ArchRule rule = violated.equals("tables") ? simulatorKnowsOnlyTheStatistics : plantingDoesNotUseTheDetectors;

        assertThat(violating).isNotEmpty();
        assertThat(rule.evaluate(violating).hasViolation()).as(violated).isTrue();
    }

    @ArchTest
    static final ArchRule simulatorKnowsOnlyTheStatistics = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.spark..", "scala..", "tech.tablesaw..", "org.vigie.jobs..", "org.vigie.dashboards..")
            .because("whatever plants the tensions shares nothing with what looks for them");

    @ArchTest
    static final ArchRule plantingDoesNotUseTheDetectors = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.vigie.analytics.prospective..",
                    "org.vigie.analytics.baseline..",
                    "org.vigie.analytics.evaluation..")
            .because("a score is only worth something when the truth was made elsewhere");
}

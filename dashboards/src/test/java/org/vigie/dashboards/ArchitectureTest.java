package org.vigie.dashboards;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AnalyzeClasses(packages = "org.vigie.dashboards", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Classes that break a rule on purpose stand below {@code org.vigie.dashboards.architecture}. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"statistics", "cycles"})
    void eachRuleFailsOnAViolation(String violated) {
        String root = "org.vigie.dashboards.architecture." + violated;
        JavaClasses violating = new ClassFileImporter().importPackages(root);
        ArchRule rule = violated.equals("cycles") ? noCyclesBetweenPackages(root) : pagesKnowNeitherSparkNorStatistics;

        assertThat(violating).isNotEmpty();
        assertThat(rule.evaluate(violating).hasViolation()).as(violated).isTrue();
    }

    @ArchTest
    static final ArchRule pagesKnowNeitherSparkNorStatistics = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.spark..",
                    "scala..",
                    "org.apache.commons.math3..",
                    "org.vigie.analytics..",
                    "org.vigie.jobs..",
                    "org.vigie.sample..")
            .because("pages show what was published and compute nothing");

    @ArchTest
    static final ArchRule noCyclesBetweenPackages = noCyclesBetweenPackages("org.vigie.dashboards");

    private static ArchRule noCyclesBetweenPackages(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }
}

package org.vigie.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AnalyzeClasses(packages = "org.vigie.jobs", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule stagesReadOnlyFromTheirLeft = JobsRules.stagesReadOnlyFromTheirLeft("org.vigie.jobs");

    @ArchTest
    static final ArchRule onlyTheLakeTouchesParquet = JobsRules.onlyTheLakeTouchesParquet("org.vigie.jobs");

    @ArchTest
    static final ArchRule onlyTheScheduleTouchesQuartz = JobsRules.onlyTheScheduleTouchesQuartz("org.vigie.jobs");

    @ArchTest
    static final ArchRule onlyTheEdgesReadTheClock = JobsRules.onlyTheEdgesReadTheClock("org.vigie.jobs");

    @ArchTest
    static final ArchRule noCyclesBetweenPackages = JobsRules.noCyclesBetweenPackages("org.vigie.jobs");

    /** Classes that break a rule on purpose stand below {@code org.vigie.jobs.architecture}. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"left", "parquet", "quartz", "clock", "cycles"})
    void eachRuleFailsOnAViolation(String violated) {
        String root = "org.vigie.jobs.architecture." + violated;
        JavaClasses violating = new ClassFileImporter().importPackages(root);
        ArchRule rule = switch (violated) {
            case "left" -> JobsRules.stagesReadOnlyFromTheirLeft(root);
            case "parquet" -> JobsRules.onlyTheLakeTouchesParquet(root);
            case "quartz" -> JobsRules.onlyTheScheduleTouchesQuartz(root);
            case "clock" -> JobsRules.onlyTheEdgesReadTheClock(root);
            default -> JobsRules.noCyclesBetweenPackages(root);
        };

        assertThat(violating).isNotEmpty();
        assertThat(rule.evaluate(violating).hasViolation()).as(violated).isTrue();
    }
}

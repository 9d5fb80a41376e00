package org.vigie.sample;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.vigie.sample", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

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

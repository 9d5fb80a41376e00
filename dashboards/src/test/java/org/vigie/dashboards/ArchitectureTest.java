package org.vigie.dashboards;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.vigie.dashboards", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

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
    static final ArchRule noCyclesBetweenPackages =
            slices().matching("org.vigie.dashboards.(*)..").should().beFreeOfCycles();
}

package org.vigie.analytics;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

@AnalyzeClasses(packages = "org.vigie.analytics", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule statisticsAreFreeOfFilesFrameworksAndLogs = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.apache.spark..",
                            "org.apache.parquet..",
                            "tech.tablesaw..",
                            "org.quartz..",
                            "java.io..",
                            "java.nio..",
                            "org.slf4j..",
                            "org.vigie.jobs..",
                            "org.vigie.sample..",
                            "org.vigie.dashboards..")
                    .and(not(type(Serializable.class))))
            .because("analytics-core takes arrays and values and gives values");

    @ArchTest
    static final ArchRule noCyclesBetweenPackages =
            slices().matching("org.vigie.analytics.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule kernelsStayInsideTheirPackage = classes()
            .that()
            .haveSimpleNameEndingWith("Kernel")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule numericAndCalendarStandAlone = noClasses()
            .that()
            .resideInAnyPackage("..numeric..", "..calendar..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..series..", "..baseline..", "..prospective..", "..spacetime..", "..trend..", "..evaluation..")
            .because("they are the ground that the detectors stand on");

    @ArchTest
    static final ArchRule baselinesDoNotKnowTheDetectors = noClasses()
            .that()
            .resideInAnyPackage("..series..", "..baseline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..prospective..", "..spacetime..", "..tension..", "..evaluation..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingAsksForTheTime = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}

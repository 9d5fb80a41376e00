package org.vigie.analytics;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AnalyzeClasses(packages = "org.vigie.analytics", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Classes that break a rule on purpose stand below {@code org.vigie.analytics.architecture}. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"files", "cycles", "kernels", "ground", "baselines", "clock"})
    void eachRuleFailsOnAViolation(String violated) {
        JavaClasses violating = new ClassFileImporter().importPackages("org.vigie.analytics.architecture." + violated);
        ArchRule rule = switch (violated) {
            case "files" -> statisticsAreFreeOfFilesFrameworksAndLogs;
            case "cycles" -> noCyclesBetweenPackages("org.vigie.analytics.architecture.cycles");
            case "kernels" -> kernelsStayInsideTheirPackage;
            case "ground" -> numericAndCalendarStandAlone;
            case "baselines" -> baselinesDoNotKnowTheDetectors;
            default -> nothingAsksForTheTime;
        };

        assertThat(violating).isNotEmpty();
        assertThat(rule.evaluate(violating).hasViolation()).as(violated).isTrue();
    }

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
    static final ArchRule noCyclesBetweenPackages = noCyclesBetweenPackages("org.vigie.analytics");

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

    private static ArchRule noCyclesBetweenPackages(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }
}

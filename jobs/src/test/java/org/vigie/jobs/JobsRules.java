package org.vigie.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;

/** The rules of this module, for any root package, so that each can be shown to fail on classes that break it. */
final class JobsRules {

    /** Packages from left to right: each may be used by those after it. */
    private static final List<String> LEFT_TO_RIGHT = List.of(
            "texts",
            "feeds",
            "settings",
            "lake",
            "staged",
            "siteweeks",
            "detection",
            "alerts",
            "scoring",
            "backtest",
            "reports",
            "run");

    private JobsRules() {}

    static ArchRule stagesReadOnlyFromTheirLeft(String root) {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String stage : LEFT_TO_RIGHT) {
            layers = layers.layer(stage).definedBy(root + "." + stage + "..");
        }
        layers = layers.layer("edges").definedBy(root + ".cli..", root + ".schedule..");
        for (int i = 0; i < LEFT_TO_RIGHT.size(); i++) {
            List<String> right = new java.util.ArrayList<>(LEFT_TO_RIGHT.subList(i + 1, LEFT_TO_RIGHT.size()));
            right.add("edges");
            layers = layers.whereLayer(LEFT_TO_RIGHT.get(i)).mayOnlyBeAccessedByLayers(right.toArray(String[]::new));
        }
        return layers.whereLayer("edges").mayNotBeAccessedByAnyLayer();
    }

    /** The quarantine is written as CSV by reports: it leaves the lake for people. */
    static ArchRule onlyTheLakeTouchesParquet(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".lake..")
                .should()
                .callMethod(DataFrameWriter.class, "parquet", String.class)
                .orShould()
                .callMethod(DataFrameWriter.class, "save", String.class)
                .orShould()
                .callMethod(DataFrameWriter.class, "saveAsTable", String.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(DataFrameReader.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.parquet..")
                .because("only lake reads and writes Parquet");
    }

    static ArchRule onlyTheScheduleTouchesQuartz(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".schedule..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.quartz..");
    }

    /** A run takes the time as an argument, so that any past week can be run again. */
    static ArchRule onlyTheEdgesReadTheClock(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root + ".cli..", root + ".schedule..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class);
    }

    static ArchRule noCyclesBetweenPackages(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }
}

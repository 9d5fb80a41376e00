package org.vigie.jobs.alerts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.jobs.staged.VersionLog;

/** Everything that the field found, by alert, each version with the weeks in which it was believed. */
public final class Findings implements Serializable {

    private static final long serialVersionUID = 1L;
    static final Findings NONE = new Findings(List.of());

    private final HashMap<String, ArrayList<Finding>> byAlert = new HashMap<>();

    Findings(Collection<Finding> findings) {
        findings.stream()
                .sorted(Comparator.comparing(Finding::day)
                        .thenComparing(finding -> finding.believed().from()))
                .forEach(finding -> byAlert.computeIfAbsent(finding.alertId(), alert -> new ArrayList<>())
                        .add(finding));
    }

    /** Reads {@code staged/outcomes}: as many rows as people typed. */
    public static Findings of(Dataset<Row> outcomes) {
        Dataset<Row> versions = VersionLog.withLifetimes(outcomes, List.of("alert_id", "outcome_on"), List.of());
        return new Findings(versions
                .where(col("fate").notEqual("duplicate"))
                .where(coalesce(col("replaced_on").gt(col("known_on")), lit(true)))
                .collectAsList()
                .stream()
                .map(Finding::of)
                .toList());
    }

    /** Whether nobody ever said anything. */
    public boolean isEmpty() {
        return byAlert.isEmpty();
    }

    /** What was believed of an alert in a week, oldest day first. */
    List<Finding> believed(String alertId, LocalDate monday) {
        List<Finding> versions = byAlert.getOrDefault(alertId, new ArrayList<>());
        return versions.stream()
                .filter(finding -> finding.believed().in(monday))
                .toList();
    }

    /** The newest thing that was believed of an alert in a week, if anything was. */
    Optional<Finding> newest(String alertId, LocalDate monday) {
        List<Finding> believed = believed(alertId, monday);
        return believed.isEmpty() ? Optional.empty() : Optional.of(believed.get(believed.size() - 1));
    }

    /** For each alert the newest thing believed in a week that somebody could tell on site. */
    Stream<Finding> checked(LocalDate monday) {
        return byAlert.keySet().stream().sorted().flatMap(alert -> {
            List<Finding> checked = believed(alert, monday).stream()
                    .filter(finding -> finding.outcome().checked())
                    .toList();
            return checked.isEmpty() ? Stream.empty() : Stream.of(checked.get(checked.size() - 1));
        });
    }

    Map<String, List<Finding>> byAlert() {
        return new HashMap<>(byAlert);
    }
}

package org.vigie.jobs.alerts;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.analytics.shrinkage.BetaPrior;
import org.vigie.jobs.settings.AlertSettings.PrecisionSettings;
import org.vigie.jobs.staged.AlertNumber;

/**
 * How far alerts of each family are trusted in each week, from what was known of earlier ones then: those that were right
 * more often come first, and a family that stays under the bound is not told any more while those outcomes count.
 */
final class FamilyTrust implements Serializable {

    private static final long serialVersionUID = 1L;
    static final FamilyTrust NEUTRAL = new FamilyTrust();

    /** With fewer checks in all, families keep equal weight. */
    private static final int CHECKS_FOR_WEIGHTS = 10;

    /** A family counts at most twice as much as another, or half: outcomes order the list, the evidence leads. */
    private static final double LARGEST_WEIGHT = 2;

    private final HashMap<LocalDate, HashMap<String, Double>> weights = new HashMap<>();
    private final HashMap<LocalDate, HashSet<String>> stopped = new HashMap<>();

    private FamilyTrust() {}

    static FamilyTrust of(Findings findings, Collection<LocalDate> mondays, PrecisionSettings rule) {
        FamilyTrust trust = new FamilyTrust();
        mondays.forEach(monday -> trust.add(monday, recent(findings, monday, rule), rule));
        return trust;
    }

    /** What was found of each family in the weeks that a rule looks at. */
    static FieldRecord recent(Findings findings, LocalDate monday, PrecisionSettings rule) {
        LocalDate first = monday.minusWeeks(rule.weeks() - 1L);
        List<FieldRecord.Told> told = findings.checked(monday)
                .filter(finding -> !finding.day().isBefore(first))
                .flatMap(finding -> AlertNumber.parse(finding.alertId()).stream()
                        .map(number -> new FieldRecord.Told(number.family(), finding.outcome())))
                .toList();
        return FieldRecord.of(told);
    }

    /** A family stops while the upper end of its 90 % interval lies below the bound. */
    static boolean stops(FieldRecord.Found found, PrecisionSettings rule) {
        return found.checked() >= rule.checks() && found.right().high() < rule.bound();
    }

    private void add(LocalDate monday, FieldRecord record, PrecisionSettings rule) {
        int checks = record.groups().values().stream()
                .mapToInt(FieldRecord.Found::checked)
                .sum();
        double right = record.groups().values().stream()
                .mapToDouble(found -> found.right().mean() * found.checked())
                .sum();
        HashMap<String, Double> byFamily = new HashMap<>();
        HashSet<String> stops = new HashSet<>();
        record.groups().forEach((family, found) -> {
            if (checks >= CHECKS_FOR_WEIGHTS) {
                byFamily.put(family, weight(found.right(), right / checks));
            }
            if (stops(found, rule)) {
                stops.add(family);
            }
        });
        weights.put(monday, byFamily);
        stopped.put(monday, stops);
    }

    private static double weight(BetaPrior.Share family, double all) {
        return Math.min(LARGEST_WEIGHT, Math.max(1 / LARGEST_WEIGHT, family.mean() / all));
    }

    /** What the p-value of an alert is divided by for the order of the list (Genovese et al. 2006, Biometrika 93, 509). */
    double weight(String family, LocalDate monday) {
        return weights.getOrDefault(monday, new HashMap<>()).getOrDefault(family, 1.0);
    }

    boolean stopped(String family, LocalDate monday) {
        Set<String> families = stopped.getOrDefault(monday, new HashSet<>());
        return families.contains(family);
    }
}

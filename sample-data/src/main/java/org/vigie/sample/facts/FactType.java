package org.vigie.sample.facts;

import java.util.List;
import java.util.Map;
import org.vigie.sample.basis.Listing;

/**
 * A kind of fact with its share of the mix (refuse 28 %, property 24 %, gatherings 23 %, all others 25 %).
 *
 * @param code code of the incident list
 * @param family family of that code
 * @param kind INCIDENT, INCIVILITY or CONTEXT
 * @param label French name
 * @param severity 1 to 5
 * @param discoveredShare share that staff find, where residents and staff do as on average; residents report the others
 * @param weight share of all counted facts, in percent; of context facts, against the same hundred
 * @param worksWeight share of the extra facts that works bring, in percent
 * @param evening whether it happens in the evening and at night
 */
public record FactType(
        String code,
        String family,
        String kind,
        String label,
        int severity,
        double discoveredShare,
        double weight,
        double worksWeight,
        boolean evening) {

    /** Every kind that the sample draws. */
    public static List<FactType> all() {
        return Listing.beside(FactType.class, "fact-types.csv").stream()
                .map(FactType::of)
                .toList();
    }

    private static FactType of(Map<String, String> row) {
        return new FactType(
                row.getOrDefault("code", ""),
                row.getOrDefault("family", ""),
                row.getOrDefault("class", ""),
                row.getOrDefault("label", ""),
                Integer.parseInt(row.getOrDefault("severity", "")),
                discoveredShare(row.getOrDefault("origin", "")),
                Double.parseDouble(row.getOrDefault("weight", "")),
                Double.parseDouble(row.getOrDefault("works_weight", "")),
                row.getOrDefault("evening", "").equals("O"));
    }

    private static double discoveredShare(String origin) {
        return switch (origin) {
            case "D" -> 0.8;
            case "R" -> 0.1;
            case "B" -> 0.45;
            default -> throw new IllegalStateException("origin is D, R or B, not " + origin);
        };
    }

    /** Whether it goes to the incidents feed; the others go to the incivilities feed. */
    public boolean incident() {
        return kind.equals("INCIDENT");
    }

    /** Whether it is counted; context is not. */
    public boolean counted() {
        return !kind.equals("CONTEXT");
    }
}

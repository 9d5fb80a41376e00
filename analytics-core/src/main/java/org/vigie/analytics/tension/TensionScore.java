package org.vigie.analytics.tension;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A score of 0 to 100 made of parts, each at most its cap, in tenths of a point; the parts add up to the score exactly.
 *
 * <pre>
 *   facts       = cap (1 - exp(-max(0, -log10 p - 0.3) / 2)), shared among families as their facts above expected
 *   grave       = cap (1 - exp(-n / 2))                        n facts of severity 4 and 5 in four weeks
 *   neighbours  = cap (1 - exp(-max(0, -log10 p_hotspot - 0.3) / 2))
 *   context     = cap x share x facts / cap of facts           counts only beside evidence
 * </pre>
 *
 * <p>Each part rises with its own evidence and never falls with another's. The forms are ours (no source); 0.3 is
 * -log10 of one half, so that evidence which chance gives every second week adds nothing.
 */
public final class TensionScore {

    private static final double EVEN_CHANCE = 0.3;

    private final List<Part> parts;

    private TensionScore(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * One part of the score.
     *
     * @param kind what it measures
     * @param family family of facts, empty for other kinds
     * @param points above 0, in tenths
     */
    public record Part(Kind kind, String family, double points) {}

    /** What a part measures, in the order in which parts are shown. */
    public enum Kind {
        /** Facts above expected. */
        FACTS,
        /** Grave facts. */
        GRAVE,
        /** A group of neighbouring sites that stands out. */
        NEIGHBOURS,
        /** Building works, running or about to start. */
        WORKS,
        /** Moves above the usual number. */
        TURNOVER,
        /** An alert that nobody has answered. */
        UNANSWERED,
        /** Presence below usual. */
        PRESENCE
    }

    /**
     * The most that each part can bring; they add up to 100.
     *
     * @param points points by kind, one for each
     */
    public record Caps(Map<Kind, Double> points) {

        /** Our default: more than half for facts above expected. */
        public static final Caps DEFAULT = new Caps(Map.of(
                Kind.FACTS, 55.0,
                Kind.GRAVE, 15.0,
                Kind.NEIGHBOURS, 10.0,
                Kind.WORKS, 8.0,
                Kind.TURNOVER, 5.0,
                Kind.UNANSWERED, 5.0,
                Kind.PRESENCE, 2.0));

        /** Checks that every kind has a cap and that they add up to 100. */
        public Caps {
            points = Map.copyOf(points);
            double sum =
                    points.values().stream().mapToDouble(Double::doubleValue).sum();
            if (points.size() != Kind.values().length || Math.abs(sum - 100) > 1e-9) {
                throw new IllegalArgumentException("caps are needed for all parts and add up to 100: " + points);
            }
        }

        double of(Kind kind) {
            return java.util.Objects.requireNonNull(points.get(kind));
        }
    }

    /** Scores a site. */
    public static TensionScore of(Situation situation, Caps caps) {
        List<Part> raw = new ArrayList<>();
        double facts = caps.of(Kind.FACTS) * saturating(strength(situation.pValue()));
        shareAmongFamilies(facts, situation.excess(), raw);
        double evidence = facts / caps.of(Kind.FACTS);
        add(raw, Kind.GRAVE, caps.of(Kind.GRAVE) * saturating(situation.recentGrave()));
        add(raw, Kind.NEIGHBOURS, caps.of(Kind.NEIGHBOURS) * saturating(strength(situation.hotspotPValue())));
        Situation.Context context = situation.context();
        add(raw, Kind.WORKS, caps.of(Kind.WORKS) * evidence * works(context));
        add(raw, Kind.TURNOVER, caps.of(Kind.TURNOVER) * evidence * saturating(Math.max(0, context.movesAboveUsual())));
        add(raw, Kind.UNANSWERED, caps.of(Kind.UNANSWERED) * evidence * saturating(context.weeksUnanswered()));
        add(
                raw,
                Kind.PRESENCE,
                caps.of(Kind.PRESENCE) * evidence * Math.min(1, Math.max(0, context.presenceMissing())));
        return new TensionScore(inTenths(raw));
    }

    /** The score, in tenths: the sum of the parts. */
    public double points() {
        return Math.round(parts.stream().mapToDouble(Part::points).sum() * 10) / 10.0;
    }

    /** Its parts above zero, in the order of their kinds. */
    public List<Part> parts() {
        return parts;
    }

    private static void shareAmongFamilies(double facts, Map<String, Double> excess, List<Part> raw) {
        double total = excess.values().stream()
                .mapToDouble(above -> Math.max(0, above))
                .sum();
        if (total <= 0) {
            raw.add(new Part(Kind.FACTS, "ALL", facts));
            return;
        }
        excess.forEach((family, above) -> {
            if (above > 0) {
                raw.add(new Part(Kind.FACTS, family, facts * above / total));
            }
        });
    }

    private static void add(List<Part> parts, Kind kind, double points) {
        parts.add(new Part(kind, "", points));
    }

    private static double works(Situation.Context context) {
        int known = context.worksRunning() + context.worksStarting();
        return known == 0 ? 0 : 0.6 + 0.4 * saturating(2 * context.worksUntold());
    }

    private static double strength(double pValue) {
        return Math.max(0, -Math.log10(Math.max(pValue, 1e-300)) - EVEN_CHANCE);
    }

    private static double saturating(double evidence) {
        return 1 - Math.exp(-evidence / 2);
    }

    /** Rounds parts to tenths so that they add up to the rounded sum (largest remainder); drops those at zero. */
    static List<Part> inTenths(List<Part> raw) {
        double sum = raw.stream().mapToDouble(Part::points).sum();
        long missing = Math.round(sum * 10);
        long[] tenths = new long[raw.size()];
        for (int i = 0; i < tenths.length; i++) {
            tenths[i] = (long) Math.floor(raw.get(i).points() * 10);
            missing -= tenths[i];
        }
        for (; missing > 0; missing--) {
            tenths[largestRemainder(raw, tenths)]++;
        }
        List<Part> rounded = new ArrayList<>();
        for (int i = 0; i < tenths.length; i++) {
            if (tenths[i] > 0) {
                rounded.add(new Part(raw.get(i).kind(), raw.get(i).family(), tenths[i] / 10.0));
            }
        }
        return rounded;
    }

    private static int largestRemainder(List<Part> raw, long[] tenths) {
        int best = 0;
        for (int i = 1; i < tenths.length; i++) {
            if (raw.get(i).points() * 10 - tenths[i] > raw.get(best).points() * 10 - tenths[best]) {
                best = i;
            }
        }
        return best;
    }
}

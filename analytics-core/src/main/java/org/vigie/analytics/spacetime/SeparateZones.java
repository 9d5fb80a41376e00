package org.vigie.analytics.spacetime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The strongest of overlapping zones, and those that stand beside it. */
public final class SeparateZones {

    private SeparateZones() {}

    /**
     * Zones with evidence above 0 in falling order of it, each without any site of the ones before it.
     *
     * @param zones any, in an order that decides between equals
     * @param evidence of a zone
     * @param sites indices of the sites of a zone
     */
    public static <Z> List<Z> of(List<Z> zones, ToDoubleFunction<Z> evidence, Function<Z, int[]> sites) {
        List<Z> sorted = zones.stream()
                .filter(zone -> evidence.applyAsDouble(zone) > 0)
                .sorted(Comparator.comparingDouble(evidence).reversed())
                .toList();
        BitSet taken = new BitSet();
        List<Z> separate = new ArrayList<>();
        for (Z zone : sorted) {
            int[] held = sites.apply(zone);
            if (Arrays.stream(held).noneMatch(taken::get)) {
                Arrays.stream(held).forEach(taken::set);
                separate.add(zone);
            }
        }
        return separate;
    }
}

package org.vigie.jobs.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Costs of the same work, round after round, once the compiler has seen it. */
final class RoundCosts {

    private final Cost warmUp;
    private final List<Cost> rounds;

    private RoundCosts(Cost warmUp, List<Cost> rounds) {
        this.warmUp = warmUp;
        this.rounds = rounds;
    }

    /** Runs the work on the calling thread. */
    static RoundCosts measure(int warmUpRounds, int rounds, Cost.Work work) {
        Cost warmUp = Cost.NONE;
        for (int i = 0; i < warmUpRounds; i++) {
            warmUp = warmUp.plus(Cost.of(work));
        }
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            costs.add(Cost.of(work));
        }
        return new RoundCosts(warmUp, costs);
    }

    Cost warmUp() {
        return warmUp;
    }

    double medianCpuNanos() {
        return median(Cost::cpuNanos);
    }

    double medianBytes() {
        return median(Cost::allocatedBytes);
    }

    double fastestCpuNanos() {
        return rounds.stream().mapToLong(Cost::cpuNanos).min().orElseThrow();
    }

    private double median(ToLongFunction<Cost> figure) {
        long[] sorted = rounds.stream().mapToLong(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}

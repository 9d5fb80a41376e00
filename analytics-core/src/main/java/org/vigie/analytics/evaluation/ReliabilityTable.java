package org.vigie.analytics.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forecasts in groups of about equal size, from the lowest to the highest, each with how often the event came: the points
 * of a reliability diagram (Murphy and Winkler 1977, Applied Statistics 26(1), 41-47).
 */
public final class ReliabilityTable {

    private ReliabilityTable() {}

    /**
     * One group.
     *
     * @param forecast mean probability forecast
     * @param came share in which the event came, with its interval over units
     */
    public record Group(double forecast, ClusteredShare came) {}

    /**
     * The groups of a forecast; equal probabilities are never parted, so there may be fewer than asked for.
     *
     * @param probability forecast, 0 to 1, shape [cases]
     * @param happened what came, shape [cases]
     * @param unit unit of each case, from 0, shape [cases]
     * @param groups most groups
     */
    public static List<Group> of(double[] probability, boolean[] happened, int[] unit, int groups) {
        int[] order = IntStream.range(0, probability.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probability[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Group> table = new ArrayList<>();
        int begin = 0;
        while (begin < order.length) {
            int end = (int) ((long) order.length * (table.size() + 1) / groups);
            end = Math.max(begin + 1, Math.min(order.length, end));
            while (end < order.length && probability[order[end]] == probability[order[end - 1]]) {
                end++;
            }
            table.add(group(IntStream.range(begin, end).map(i -> order[i]).toArray(), probability, happened, unit));
            begin = end;
        }
        return table;
    }

    private static Group group(int[] members, double[] probability, boolean[] happened, int[] unit) {
        boolean[] hit = new boolean[members.length];
        int[] ofUnit = new int[members.length];
        double sum = 0;
        for (int i = 0; i < members.length; i++) {
            hit[i] = happened[members[i]];
            ofUnit[i] = unit[members[i]];
            sum += probability[members[i]];
        }
        return new Group(sum / members.length, ClusteredShare.of(hit, ofUnit));
    }
}

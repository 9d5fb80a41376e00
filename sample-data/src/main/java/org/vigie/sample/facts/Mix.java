package org.vigie.sample.facts;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vigie.sample.basis.Dice;

/**
 * How likely each kind of fact is, where residents report so readily and teams are present so many hours.
 *
 * @param types kinds
 * @param reporting how readily residents report, 1 on average
 * @param hours team hours against the usual ones
 */
record Mix(List<FactType> types, double reporting, double hours) {

    /** Weights of the kinds, and their sum against the sum where reporting and hours are as usual. */
    static final class Weights {

        private final double[] each;
        private final double level;

        private Weights(double[] each, double level) {
            this.each = each;
            this.level = level;
        }

        double level() {
            return level;
        }
    }

    /** Counted facts of every kind. */
    Weights ordinary() {
        return weights(type -> type.counted() ? type.weight() : 0);
    }

    /** Technical facts that only explain. */
    Weights context() {
        return weights(type -> type.counted() ? 0 : type.weight());
    }

    /** What works bring along. */
    Weights works() {
        return weights(FactType::worksWeight);
    }

    /** Facts of one family. */
    Weights family(String family) {
        return weights(type -> type.counted() && type.family().equals(family) ? type.weight() : 0);
    }

    private Weights weights(ToDoubleFunction<FactType> share) {
        double[] each = new double[types.size()];
        double total = 0;
        for (int i = 0; i < each.length; i++) {
            FactType type = types.get(i);
            each[i] = share.applyAsDouble(type) * (reported(type) + discovered(type));
            total += each[i];
        }
        return new Weights(each, total / 100);
    }

    private double reported(FactType type) {
        return (1 - type.discoveredShare()) * reporting;
    }

    private double discovered(FactType type) {
        return type.discoveredShare() * hours;
    }

    FactType drawType(Weights weights, Dice dice) {
        return types.get(dice.weighted(weights.each));
    }

    boolean drawDiscovered(FactType type, Dice dice) {
        return dice.chance(discovered(type) / (reported(type) + discovered(type)));
    }
}

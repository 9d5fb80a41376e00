package org.vigie.analytics.shrinkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.analytics.prospective.SpatialGolden.agrees;
import static org.vigie.analytics.prospective.SpatialGolden.column;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.analytics.prospective.GoldenTable.Row;
import org.vigie.analytics.prospective.SpatialGolden;
import org.vigie.analytics.shrinkage.EmpiricalBayesRates.LocalSpread;

class EmpiricalBayesGoldenTest {

    private static final double EXACT = 1e-9;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"nc_sids", "pennLC"})
    void agreesWithSpdep(String name) {
        List<Row> input = SpatialGolden.table("eb/" + name + "/input.csv").rows();
        double[] facts = column(input, "cases");
        double[] exposure = column(input, "pop");
        compareGlobal("eb/" + name + "/EBest_poisson", EmpiricalBayesRates.poisson(facts, exposure));
        compareGlobal("eb/" + name + "/EBest_binomial", EmpiricalBayesRates.binomial(facts, exposure));
        int[][] neighbours = neighbours(name, facts.length);
        compareLocal(
                "eb/" + name + "/EBlocal.csv",
                EmpiricalBayesRates.local(facts, exposure, neighbours, LocalSpread.NEIGHBOURS_MEAN));
        compareLocal(
                "eb/" + name + "/EBlocal_geoda.csv",
                EmpiricalBayesRates.local(facts, exposure, neighbours, LocalSpread.PLACES_MEAN));
        List<Row> map = SpatialGolden.table("eb/" + name + "/probmap.csv").rows();
        ProbabilityMap found = ProbabilityMap.of(facts, exposure);
        compare("expected", found.expected(), column(map, "expCount"));
        compare("chance", found.chances(), column(map, "pmap"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"nc_sids", "pennLC"})
    void agreesWithTheLikelihoodRatesOfSpatialEpi(String name) {
        List<Row> rows =
                SpatialGolden.table("eb/" + name + "/eBayes_negbin.csv").rows();
        double[] facts = column(SpatialGolden.table("eb/" + name + "/input.csv").rows(), "cases");
        NegativeBinomialRates found = NegativeBinomialRates.of(facts, column(rows, "E"));
        Row parameters = SpatialGolden.table("eb/" + name + "/eBayes_negbin_par.csv")
                .rows()
                .get(0);
        agrees("beta", Math.log(found.mean()), parameters.number("beta"), EXACT);
        agrees("alpha", found.size(), parameters.number("alpha"), EXACT);
        compare("risk", found.means(), column(rows, "RR"));
        compare("median", found.medians(), column(rows, "RRmed"));
    }

    @Test
    void refusesCountsThatVaryNoMoreThanByChance() {
        double[] alike = {5, 5, 5, 5};
        assertThatThrownBy(() -> NegativeBinomialRates.of(alike, alike)).hasMessageContaining("more than by chance");
    }

    private static void compareGlobal(String file, EmpiricalBayesRates found) {
        compare(
                file,
                found.estimates(),
                column(SpatialGolden.table(file + ".csv").rows(), "eb"));
        Row parameters = SpatialGolden.table(file + "_par.csv").rows().get(0);
        agrees("a", found.betweens()[0], parameters.number("a"), EXACT);
        agrees("b", found.means()[0], parameters.number("b"), EXACT);
    }

    private static void compareLocal(String file, EmpiricalBayesRates found) {
        List<Row> rows = SpatialGolden.table(file).rows();
        compare(file, found.estimates(), column(rows, "est"));
        compare(file, found.betweens(), column(rows, "a"));
        compare(file, found.means(), column(rows, "m"));
    }

    private static void compare(String what, double[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        IntStream.range(0, found.length).forEach(i -> agrees(what + " " + i, found[i], expected[i], EXACT));
    }

    private static int[][] neighbours(String name, int places) {
        List<Row> pairs = SpatialGolden.table("eb/" + name + "/neighbours.csv").rows();
        return IntStream.range(0, places)
                .mapToObj(i -> pairs.stream()
                        .filter(pair -> pair.integer("i") == i + 1 && pair.integer("j") != i + 1)
                        .mapToInt(pair -> pair.integer("j") - 1)
                        .toArray())
                .toArray(int[][]::new);
    }

    @Property(tries = 200)
    void liesBetweenTheRawAndTheCommonRate(@ForAll @Size(min = 2, max = 20) List<@IntRange(max = 40) Integer> counts) {
        double[] facts = counts.stream().mapToDouble(Integer::doubleValue).toArray();
        double[] exposure = IntStream.range(0, facts.length)
                .mapToDouble(i -> 10 + 7 * (i % 5))
                .toArray();
        EmpiricalBayesRates rates = EmpiricalBayesRates.poisson(facts, exposure);
        for (int i = 0; i < facts.length; i++) {
            double raw = facts[i] / exposure[i];
            double mean = rates.means()[i];
            assertThat(rates.estimates()[i]).isBetween(Math.min(raw, mean) - 1e-12, Math.max(raw, mean) + 1e-12);
        }
    }

    @Test
    void refusesAPlaceWithoutExposure() {
        assertThatThrownBy(() -> EmpiricalBayesRates.poisson(new double[] {1}, new double[] {0}))
                .hasMessageContaining("exposure must be > 0");
    }
}

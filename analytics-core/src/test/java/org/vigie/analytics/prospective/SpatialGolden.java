package org.vigie.analytics.prospective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reference figures of the spatial statistics: our own simulations, and the folder beside the repository. */
public final class SpatialGolden {

    private SpatialGolden() {}

    /** A file of our own simulations, or of that folder; the test is skipped where the machine has neither. */
    public static GoldenTable table(String name) {
        String own = "spatial/" + name + ".gz";
        return SpatialGolden.class.getResource("/golden/" + own) == null
                ? GoldenTable.file(path(name))
                : GoldenTable.resource(own);
    }

    /** Where that file is; the test is skipped where the machine has none. */
    public static Path path(String name) {
        Optional<Path> shared = GoldenTable.shared();
        assumeTrue(shared.isPresent(), "skipped: no ../shared");
        return shared.get().resolve("golden/spatial").resolve(name);
    }

    /** A column as numbers. */
    public static double[] column(List<GoldenTable.Row> rows, String name) {
        return rows.stream().mapToDouble(row -> row.number(name)).toArray();
    }

    /** Rows by the text of a column, in the order of the file. */
    public static Map<String, List<GoldenTable.Row>> by(String column, GoldenTable table) {
        Map<String, List<GoldenTable.Row>> groups = new LinkedHashMap<>();
        table.rows()
                .forEach(row -> groups.computeIfAbsent(row.text(column), key -> new ArrayList<>())
                        .add(row));
        return groups;
    }

    /** Fails unless the figure is within a relative tolerance, or that far from 0 in absolute terms. */
    public static void agrees(String what, double found, double expected, double tolerance) {
        Predicate<Double> near = value -> Double.isNaN(expected)
                ? Double.isNaN(value)
                : Math.abs(value - expected) <= tolerance * Math.abs(expected) + 1e-300;
        assertThat(found).as("%s, expected %s", what, expected).matches(near);
    }
}

package org.vigie.jobs.detection;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.vigie.jobs.lake.Lake;
import org.vigie.jobs.lake.Table;

/**
 * Judgements that earlier runs made under the same settings and code. A week whose judgement could see the same then and
 * now is not judged again, so that a weekly run costs one week and a backfill each week once.
 */
public final class KeptJudgements {

    private static final Column NAME = concat_ws(" ", col("as_of"), col("seen"));

    private final Lake lake;
    private final String settingsAndCode;

    /** Judgements under these settings and this code; those under others are deleted. */
    public KeptJudgements(Lake lake, String settingsAndCode) {
        this.lake = lake;
        this.settingsAndCode = settingsAndCode;
        for (Table table : new Table[] {DetectionTables.EVIDENCE, DetectionTables.VERDICTS, DetectionTables.FITTED}) {
            lake.forgetAllBut(table, settingsAndCode::equals);
        }
    }

    /** Names of the weeks judged: their Monday and what the judgement could see. */
    Set<String> names() {
        return lake
                .derivedUnder(DetectionTables.EVIDENCE, settingsAndCode)
                .select(NAME)
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
    }

    /** Whether the tables of a published week are there. */
    boolean hasWeek(String name) {
        return lake.has(DetectionTables.VERDICTS, key(name)) && lake.has(DetectionTables.FITTED, key(name));
    }

    /** Adds the evidence of weeks that were not judged before; {@code name} is that of the newest of them. */
    void keep(String name, Dataset<Row> evidence) {
        lake.derived(DetectionTables.EVIDENCE, key(name), () -> evidence);
    }

    /** The evidence of the weeks of these names. */
    Dataset<Row> evidence(Collection<String> names) {
        return lake.derivedUnder(DetectionTables.EVIDENCE, settingsAndCode).where(NAME.isin(names.toArray()));
    }

    /** Adds the tables of a published week. */
    void keepWeek(String name, Dataset<Row> verdicts, Dataset<Row> fitted) {
        lake.derived(DetectionTables.VERDICTS, key(name), () -> verdicts);
        lake.derived(DetectionTables.FITTED, key(name), () -> fitted);
    }

    /** A table of a published week that is kept. */
    Dataset<Row> week(Table table, String name) {
        return lake.derived(table, key(name), () -> {
            throw new IllegalStateException("no " + table.path() + " is kept of " + name);
        });
    }

    private String key(String name) {
        return settingsAndCode + "/" + name.replace(' ', '-');
    }
}

package org.vigie.jobs.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of a declared table, each told by the columns that matter to a test; what it leaves out is usual or empty. */
public final class TableRows {

    private static final Set<String> PROVENANCE =
            new HashSet<>(List.of("version", "recorded_at", "known_at", "content", "file_id", "line"));

    private final Table table;
    private final Map<String, Object> usual;
    private final List<Row> rows = new ArrayList<>();

    private TableRows(Table table, Map<String, Object> usual) {
        this.table = table;
        this.usual = usual;
    }

    /** No rows yet; columns and values in turn say what is usual in them. */
    public static TableRows of(Table table, Object... usual) {
        return new TableRows(table, pairs(table, usual));
    }

    /** One more row: columns and values in turn, instead of the usual ones. */
    public TableRows row(Object... columnsAndValues) {
        Map<String, Object> values = new HashMap<>(usual);
        values.putAll(pairs(table, columnsAndValues));
        if (has("line")) {
            values.putIfAbsent("file_id", "file");
            values.putIfAbsent("line", rows.size() + 2);
        }
        if (has("content")) {
            values.putIfAbsent("content", contentOf(values));
        }
        rows.add(RowFactory.create(table.columns().stream()
                .map(column -> values.get(column.name()))
                .toArray()));
        return this;
    }

    /** The rows as Spark reads them. */
    public Dataset<Row> dataset() {
        return SharedSpark.session().createDataFrame(List.copyOf(rows), table.schema());
    }

    private String contentOf(Map<String, Object> values) {
        StringBuilder content = new StringBuilder();
        table.columns().stream()
                .map(Table.Column::name)
                .filter(name -> !PROVENANCE.contains(name))
                .forEach(name -> content.append(values.get(name)).append('|'));
        return content.toString() + values.get("version");
    }

    private boolean has(String column) {
        return table.columns().stream().anyMatch(one -> one.name().equals(column));
    }

    private static Map<String, Object> pairs(Table table, Object... columnsAndValues) {
        Map<String, Object> pairs = new HashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            String column = (String) columnsAndValues[i];
            table.indexOf(column);
            pairs.put(column, columnsAndValues[i + 1]);
        }
        return pairs;
    }
}

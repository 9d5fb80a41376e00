package org.vigie.jobs.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table of the lake, declared once: its path below {@code lake/} and, for each column, its type and its meaning.
 *
 * <p>Every column may be empty in a file; Parquet gives back nullable columns whatever was declared.
 *
 * @param path folder below {@code lake/}, such as {@code staged/facts}
 * @param columns in file order
 */
public record Table(String path, List<Column> columns) {

    /** Type of a column of periods. */
    public static final ArrayType PERIODS = DataTypes.createArrayType(
            new StructType().add("from", DataTypes.DateType).add("to", DataTypes.DateType), false);

    /**
     * One column.
     *
     * @param name as in the file
     * @param type Spark type
     * @param meaning what it says and in which unit, for the data dictionary
     */
    public record Column(String name, DataType type, String meaning) {}

    /** Copies the list of columns. */
    public Table {
        columns = List.copyOf(columns);
    }

    /** A table without columns yet. */
    public static Table named(String path) {
        return new Table(path, List.of());
    }

    /** Adds a column of UTF-8 text. */
    public Table text(String name, String meaning) {
        return with(name, DataTypes.StringType, meaning);
    }

    /** Adds a column of days. */
    public Table date(String name, String meaning) {
        return with(name, DataTypes.DateType, meaning);
    }

    /** Adds a column of local date-times in the landlord's time zone. */
    public Table localTime(String name, String meaning) {
        return with(name, DataTypes.TimestampNTZType, meaning);
    }

    /** Adds a column of whole numbers (32 bits). */
    public Table count(String name, String meaning) {
        return with(name, DataTypes.IntegerType, meaning);
    }

    /** Adds a column of numbers with decimals. */
    public Table number(String name, String meaning) {
        return with(name, DataTypes.DoubleType, meaning);
    }

    /** Adds a column of true or false. */
    public Table flag(String name, String meaning) {
        return with(name, DataTypes.BooleanType, meaning);
    }

    /** Adds a column of periods: from a day on, up to but without another, which is empty while the period lasts. */
    public Table periods(String name, String meaning) {
        return with(name, PERIODS, meaning);
    }

    /** Adds all columns of another declaration, such as provenance shared by several tables. */
    public Table and(List<Column> more) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(more);
        return new Table(path, all);
    }

    /** The schema that every write of this table has. */
    public StructType schema() {
        return new StructType(columns.stream()
                .map(column -> new StructField(
                        column.name(), column.type(), true, org.apache.spark.sql.types.Metadata.empty()))
                .toArray(StructField[]::new));
    }

    /** Position of a column; throws {@link IllegalArgumentException} when the table has none of that name. */
    public int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + path + " has no column " + name);
    }

    private Table with(String name, DataType type, String meaning) {
        return and(List.of(new Column(name, type, meaning)));
    }
}

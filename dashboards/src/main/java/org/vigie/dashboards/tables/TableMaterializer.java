package org.vigie.dashboards.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Turns the values that Parquet hands over, row by row, into the columns of one table. Parquet says nothing of an
 * absent value: at the end of each row the columns that received none are given a missing one.
 */
final class TableMaterializer extends RecordMaterializer<Boolean> {

    private final String name;
    private final List<Cells> columns = new ArrayList<>();
    private final GroupConverter root = new Rows();
    private int rows;

    TableMaterializer(PublishedTable declared) {
        name = declared.name();
        declared.columns().forEach(column -> columns.add(cells(column)));
    }

    Table table() {
        Table table = Table.create(name);
        columns.forEach(cells -> table.addColumns(cells.column()));
        return table;
    }

    @Override
    public Boolean getCurrentRecord() {
        return true;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    private static Cells cells(org.vigie.dashboards.tables.Column column) {
        return switch (column.type()) {
            case TEXT -> new TextCells(StringColumn.create(column.name()));
            case DATE -> new DateCells(DateColumn.create(column.name()));
            case COUNT -> new CountCells(IntColumn.create(column.name()));
            case NUMBER -> new NumberCells(DoubleColumn.create(column.name()));
            case FLAG -> new FlagCells(BooleanColumn.create(column.name()));
        };
    }

    private final class Rows extends GroupConverter {
        @Override
        public Converter getConverter(int field) {
            return columns.get(field);
        }

        @Override
        public void start() {}

        @Override
        public void end() {
            rows++;
            for (Cells cells : columns) {
                if (cells.column().size() < rows) {
                    cells.column().appendMissing();
                }
            }
        }
    }

    private abstract static class Cells extends PrimitiveConverter {
        abstract Column<?> column();
    }

    private static final class TextCells extends Cells {
        private final StringColumn column;
        private String[] dictionary = {};

        TextCells(StringColumn column) {
            this.column = column;
        }

        @Override
        StringColumn column() {
            return column;
        }

        @Override
        public boolean hasDictionarySupport() {
            return true;
        }

        @Override
        public void setDictionary(Dictionary words) {
            dictionary = new String[words.getMaxId() + 1];
            for (int i = 0; i < dictionary.length; i++) {
                dictionary[i] = words.decodeToBinary(i).toStringUsingUTF8();
            }
        }

        @Override
        public void addValueFromDictionary(int id) {
            column.append(dictionary[id]);
        }

        @Override
        public void addBinary(Binary value) {
            column.append(value.toStringUsingUTF8());
        }
    }

    private static final class DateCells extends Cells {
        private final DateColumn column;

        DateCells(DateColumn column) {
            this.column = column;
        }

        @Override
        DateColumn column() {
            return column;
        }

        @Override
        public void addInt(int daysSince1970) {
            column.append(LocalDate.ofEpochDay(daysSince1970));
        }
    }

    private static final class CountCells extends Cells {
        private final IntColumn column;

        CountCells(IntColumn column) {
            this.column = column;
        }

        @Override
        IntColumn column() {
            return column;
        }

        @Override
        public void addInt(int value) {
            column.append(value);
        }
    }

    private static final class NumberCells extends Cells {
        private final DoubleColumn column;

        NumberCells(DoubleColumn column) {
            this.column = column;
        }

        @Override
        DoubleColumn column() {
            return column;
        }

        @Override
        public void addDouble(double value) {
            column.append(value);
        }
    }

    private static final class FlagCells extends Cells {
        private final BooleanColumn column;

        FlagCells(BooleanColumn column) {
            this.column = column;
        }

        @Override
        BooleanColumn column() {
            return column;
        }

        @Override
        public void addBoolean(boolean value) {
            column.append(value);
        }
    }
}

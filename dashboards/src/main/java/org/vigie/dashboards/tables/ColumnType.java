package org.vigie.dashboards.tables;

/** How a published value is stored in Parquet, and so how it is written in CSV and XLSX. */
public enum ColumnType {
    /** UTF-8 text. */
    TEXT,
    /** A day; weeks are their Monday. Parquet DATE, ISO form in text files. */
    DATE,
    /** A whole number. Parquet INT32. */
    COUNT,
    /** A number with decimals. Parquet DOUBLE. */
    NUMBER,
    /** True or false. Parquet BOOLEAN. */
    FLAG
}

package org.vigie.dashboards.tables;

/**
 * One column of a published table. Every column may be empty: empty means absent, never zero.
 *
 * @param name as in the file
 * @param type how its values are stored
 * @param meaning what it says and in which unit, for the data dictionary
 */
public record Column(String name, ColumnType type, String meaning) {}

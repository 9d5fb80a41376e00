/**
 * One typed table per feed, an append-only log of versions; what could not be typed stands aside with its rule.
 *
 * <p>{@link TypedFile} types one file: a {@link RowTyper} per feed asks its {@link Cells} for typed values, and the first
 * value that breaks a {@link Rule} makes the row a {@link Reject}. How exports write dates, hours and numbers is known to
 * {@link Written} alone, what codes and labels mean to {@link CodeReader}. The tables are {@link StagedTables}.
 *
 * <p>A new column: in {@code feeds/columns.csv}, in its table, and in the typer of its feed, in the order of the table. A
 * new rule: in {@link Rule}, with its labels in {@code staged/rules.csv}.
 */
@NullMarked
package org.vigie.jobs.staged;

import org.jspecify.annotations.NullMarked;

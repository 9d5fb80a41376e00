/**
 * Reads one export as the landlord wrote it; knows its quirks, types nothing.
 *
 * <p>A <b>feed</b> is one kind of export (incidents, works, ...); its columns, with the header names under which they are
 * known, stand in {@code feeds/columns.csv}, its code lists in {@code codes/}. {@link FeedFiles} shares out the inbox,
 * {@link ExportFormat} finds packing, encoding and separator by looking at the whole file, {@link Header} finds our
 * columns and refuses columns that describe persons, {@link ExportReader} streams {@link ExportRow}s with line numbers.
 * Of a comment only its length leaves this package.
 *
 * <p>A new header name: add it to {@code aliases} in {@code feeds/columns.csv}. A new column: a line there, and its
 * typing in {@code org.vigie.jobs.staged}. A file that cannot be read at all is a {@link FeedException} with one line
 * for the user.
 */
@NullMarked
package org.vigie.jobs.feeds;

import org.jspecify.annotations.NullMarked;

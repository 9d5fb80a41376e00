package org.vigie.jobs.staged;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.vigie.jobs.feeds.FeedFile;

/**
 * A row that cannot be used: where it stands and which rule it breaks, never what it says.
 *
 * @param file the file
 * @param line line of the file on which the row starts
 * @param column column at fault; empty when the whole row is
 * @param rule the rule
 */
public record Reject(FeedFile file, long line, String column, Rule rule) {

    /** In the order of {@link StagedTables#REJECTS}. */
    public Row row() {
        return RowFactory.create(file.feed().name(), file.id(), Math.toIntExact(line), column, rule.code());
    }
}

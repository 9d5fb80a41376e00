package org.vigie.dashboards.pages;

import java.util.regex.Pattern;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Takes out of the landlord's texts what no reader sees and what would change the text around them: control characters,
 * which XML does not know, and marks that turn the direction of writing.
 */
final class ShownText {

    private static final Pattern UNSEEN = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]");

    private ShownText() {}

    static String of(String text) {
        return UNSEEN.matcher(text).replaceAll("");
    }

    /** Cleans every text of a table, in place. */
    static void in(Table table) {
        for (StringColumn column : table.stringColumns()) {
            for (int row = 0; row < column.size(); row++) {
                String text = column.get(row);
                if (UNSEEN.matcher(text).find()) {
                    column.set(row, of(text));
                }
            }
        }
    }
}

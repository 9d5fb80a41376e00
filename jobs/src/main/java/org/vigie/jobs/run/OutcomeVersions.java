package org.vigie.jobs.run;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.vigie.jobs.staged.Rule;
import org.vigie.jobs.staged.StagedTables;

/**
 * What becomes of the rows of one outcomes file beside those typed before, by the rules of
 * {@link org.vigie.jobs.staged.VersionLog}: the same alert and day told again is a newer version, or a repeat when it says
 * the same.
 */
final class OutcomeVersions {

    private static final int ALERT = StagedTables.OUTCOMES.indexOf("alert_id");
    private static final int DAY = StagedTables.OUTCOMES.indexOf("outcome_on");
    private static final int KNOWN = StagedTables.OUTCOMES.indexOf("known_at");
    private static final int CONTENT = StagedTables.OUTCOMES.indexOf("content");
    private static final int FILE = StagedTables.OUTCOMES.indexOf("file_id");
    private static final int LINE = StagedTables.OUTCOMES.indexOf("line");
    private static final Comparator<Row> AS_KNOWN = Comparator.comparing((Row row) -> row.<LocalDateTime>getAs(KNOWN))
            .thenComparing(row -> row.getString(FILE))
            .thenComparing(row -> row.getInt(LINE));

    private final Set<String> published;

    OutcomeVersions(Set<String> published) {
        this.published = published;
    }

    /** Fates of the rows of one file, in the order of its lines, and how many rows of other files it replaces. */
    record Fates(List<OutcomeRow> rows, int replaced) {}

    Fates of(String fileId, List<Row> typed) {
        Map<String, List<Row>> byKey = new TreeMap<>();
        typed.forEach(
                row -> byKey.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
        List<OutcomeRow> rows = new ArrayList<>();
        int replaced = 0;
        for (List<Row> tellings : byKey.values()) {
            tellings.sort(AS_KNOWN);
            List<Row> versions = withoutRepeats(tellings);
            for (Row row : tellings) {
                if (row.getString(FILE).equals(fileId)) {
                    rows.add(fate(row, versions));
                }
            }
            replaced += replacedBy(fileId, versions);
        }
        rows.sort(Comparator.comparingLong(OutcomeRow::line));
        return new Fates(rows, replaced);
    }

    private OutcomeRow fate(Row row, List<Row> versions) {
        if (!published.contains(row.getString(ALERT))) {
            return OutcomeRow.of(row, OutcomeRow.OUT_OF_SCOPE, Rule.UNKNOWN_ALERT.code());
        }
        if (!versions.contains(row)) {
            return OutcomeRow.of(row, OutcomeRow.DUPLICATE, "repeated-row");
        }
        boolean newest = versions.indexOf(row) == versions.size() - 1;
        return newest
                ? OutcomeRow.of(row, OutcomeRow.USED, "")
                : OutcomeRow.of(row, OutcomeRow.SUPERSEDED, "newer-version");
    }

    private static int replacedBy(String fileId, List<Row> versions) {
        int last = versions.size() - 1;
        boolean ours = versions.get(last).getString(FILE).equals(fileId);
        boolean theirs = last > 0 && !versions.get(last - 1).getString(FILE).equals(fileId);
        return ours && theirs ? 1 : 0;
    }

    private static List<Row> withoutRepeats(List<Row> tellings) {
        List<Row> versions = new ArrayList<>();
        String before = "";
        for (Row row : tellings) {
            if (!row.getString(CONTENT).equals(before)) {
                versions.add(row);
            }
            before = row.getString(CONTENT);
        }
        return versions;
    }

    private static String key(Row row) {
        return row.getString(ALERT) + " " + row.<LocalDate>getAs(DAY);
    }
}

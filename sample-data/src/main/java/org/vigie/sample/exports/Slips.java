package org.vigie.sample.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.sample.basis.Dice;

/**
 * Plants in a fact feed the slips that real exports hold. Those that make a row unusable are made on copies with numbers of
 * their own, so that no fact of the simulation is lost; the others change its hour or how it is written.
 *
 * @param numberColumn column that holds the number of the row
 * @param retiredSite code of a residence that is no more; rows of the last weeks still name it
 * @param dice chance
 */
record Slips(String numberColumn, String retiredSite, Dice dice) {

    /** Unusable copies: a column, what is written into it, how many of them. */
    private record Unusable(String column, String written, int rows) {}

    private static final List<Unusable> UNUSABLE = List.of(
            new Unusable("code_site", "RES9999", 6),
            new Unusable("date_fait", "00/00/0000", 4),
            new Unusable("date_fait", "31/12/9999", 2),
            new Unusable("code_type", "PER_DOMESTIC", 5),
            new Unusable("code_type", "bruit", 4));

    private static final List<Unusable> UNUSABLE_INCIDENTS = List.of(
            new Unusable("gravite", "9", 3),
            new Unusable("date_fait", "22/10/2099", 2),
            new Unusable("date_fait", "", 1));

    private static final Set<String> CLOCK_CHANGES = Set.of(
            "30/10/2022",
            "26/03/2023",
            "29/10/2023",
            "31/03/2024",
            "27/10/2024",
            "30/03/2025",
            "26/10/2025",
            "29/03/2026",
            "25/10/2026");

    private static final int EXACT_DUPLICATES = 12;
    private static final int LABELS = 25;
    private static final int LOST_ZEROS = 4;
    private static final int ODD_HOURS = 4;

    /** The feed with its slips, in the order of recording. */
    List<FactRow> plant(List<FactRow> rows, Map<String, String> labels) {
        List<FactRow> planted = new ArrayList<>(rows);
        boolean incidents = numberColumn.equals("num_incident");
        for (int i = 0; i < LABELS; i++) {
            int at = dice.whole(0, planted.size() - 1);
            FactRow row = planted.get(at);
            planted.set(at, row.with("code_type", labels.getOrDefault(row.value("code_type"), row.value("code_type"))));
        }
        if (incidents) {
            planted.replaceAll(Slips::atTheOddHour);
        }
        for (int i = 0; incidents && i < ODD_HOURS; i++) {
            int at = dice.whole(0, planted.size() - 1);
            planted.set(at, planted.get(at).with("heure_fait", "24:00"));
        }
        for (int i = 0; i < EXACT_DUPLICATES; i++) {
            planted.add(dice.pick(planted));
        }
        for (int i = 0; i < LOST_ZEROS; i++) {
            planted.add(copy(dice.pick(rows), i).with("code_site", Integer.toString(dice.whole(20, 99))));
        }
        List<FactRow> recent = rows.subList(rows.size() - rows.size() / 20, rows.size());
        plantUnusable(planted, recent, List.of(new Unusable("code_site", retiredSite, 3)));
        plantUnusable(planted, rows, UNUSABLE);
        if (incidents) {
            plantUnusable(planted, rows, UNUSABLE_INCIDENTS);
        }
        planted.sort((a, b) -> a.recorded().compareTo(b.recorded()));
        return planted;
    }

    private void plantUnusable(List<FactRow> planted, List<FactRow> rows, List<Unusable> kinds) {
        for (Unusable kind : kinds) {
            for (int i = 0; i < kind.rows(); i++) {
                planted.add(copy(dice.pick(rows), i).with(kind.column(), kind.written()));
            }
        }
    }

    private FactRow copy(FactRow row, int number) {
        String own = row.value(numberColumn) + "-" + (char) ('X' + number % 3);
        return row.with(numberColumn, own).with("num_fait", "");
    }

    /** The rows by the year in which they were recorded. */
    static Map<Integer, List<Map<String, String>>> byYear(List<FactRow> rows) {
        Map<Integer, List<Map<String, String>>> years = new TreeMap<>();
        for (FactRow row : rows) {
            years.computeIfAbsent(row.recorded().getYear(), year -> new ArrayList<>())
                    .add(row.values());
        }
        return years;
    }

    /** A "Total" line, as spreadsheets append it. */
    static Map<String, String> total(String firstColumn, String amountColumn) {
        Map<String, String> total = new HashMap<>();
        total.put(firstColumn, "Total");
        total.put(amountColumn, French.money(123_450));
        return total;
    }

    /** On the Sundays of the clock change 02:30 comes twice in October and never in March. */
    private static FactRow atTheOddHour(FactRow row) {
        String day = row.value("date_fait");
        return CLOCK_CHANGES.contains(day) ? row.with("heure_fait", "02:30") : row;
    }
}

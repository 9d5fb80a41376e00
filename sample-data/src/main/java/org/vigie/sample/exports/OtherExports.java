package org.vigie.sample.exports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.sample.basis.Period;
import org.vigie.sample.events.FrenchCalendar;
import org.vigie.sample.events.FrenchCalendar.KnownPeriod;
import org.vigie.sample.events.Move;
import org.vigie.sample.events.PresenceHours;

/** Turnover, presence and the calendar: plain tables, by year where they are long. */
final class OtherExports {

    private static final CsvExport TURNOVER = new CsvExport(
            StandardCharsets.ISO_8859_1,
            List.of(
                    "num_mouvement",
                    "code_site",
                    "code_mouvement",
                    "date_effet",
                    "date_saisie",
                    "typologie",
                    "anciennete"),
            List.of(
                    "num_mouvement",
                    "code_site",
                    "TYPE_MVT",
                    "Date EDL",
                    "date_saisie",
                    "typologie",
                    "anciennete_mois"));
    private static final CsvExport PRESENCE =
            CsvExport.named(StandardCharsets.UTF_8, "semaine;code_site;equipe;heures;nb_passages;origine");
    private static final CsvExport CALENDAR = CsvExport.named(CsvExport.CP1252, "date_debut;date_fin;code;libelle");

    private final Path inbox;
    private final Period period;

    OtherExports(Path inbox, Period period) {
        this.inbox = inbox;
        this.period = period;
    }

    void writeTurnover(List<Move> moves) throws IOException {
        Map<Integer, List<Map<String, String>>> years = new TreeMap<>();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            Map<String, String> row = Map.of(
                    "num_mouvement", "MV-" + (70_001 + i),
                    "code_site", move.site(),
                    "code_mouvement", move.type(),
                    "date_effet", French.day(move.effective()),
                    "date_saisie", French.day(move.recorded()),
                    "typologie", move.size(),
                    "anciennete", Integer.toString(move.months()));
            years.computeIfAbsent(move.recorded().getYear(), year -> new ArrayList<>())
                    .add(row);
        }
        writeYears("mouvements", TURNOVER, years);
    }

    void writePresence(List<PresenceHours> presence) throws IOException {
        Map<Integer, List<Map<String, String>>> years = new TreeMap<>();
        List<PresenceHours> ordered = presence.stream()
                .sorted(Comparator.comparingInt(PresenceHours::week)
                        .thenComparing(PresenceHours::site)
                        .thenComparing(PresenceHours::team))
                .toList();
        for (PresenceHours hours : ordered) {
            Map<String, String> row = Map.of(
                    "semaine", period.week(hours.week()).toString(),
                    "code_site", hours.site(),
                    "equipe", hours.team(),
                    "heures", French.tenths(StrictMath.round(hours.hours() * 10)),
                    "nb_passages", Integer.toString(hours.visits()),
                    "origine", hours.reason());
            int year = period.week(hours.week()).year();
            years.computeIfAbsent(year, any -> new ArrayList<>()).add(row);
        }
        writeYears("presence", PRESENCE, years);
    }

    void writeCalendar() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (KnownPeriod known : FrenchCalendar.around(period)) {
            rows.add(Map.of(
                    "date_debut", French.day(known.from()),
                    "date_fin", French.day(known.to()),
                    "code", known.code(),
                    "libelle", known.label()));
        }
        CALENDAR.write(inbox.resolve("calendrier.csv"), rows);
    }

    private void writeYears(String feed, CsvExport export, Map<Integer, List<Map<String, String>>> years)
            throws IOException {
        for (Map.Entry<Integer, List<Map<String, String>>> year : years.entrySet()) {
            boolean gone = year.getKey() < period.lastDay().getYear();
            export.write(inbox.resolve(feed + "_" + year.getKey() + (gone ? ".csv.gz" : ".csv")), year.getValue());
        }
    }
}

package org.vigie.sample.exports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.sample.basis.Dice;
import org.vigie.sample.basis.Period;
import org.vigie.sample.facts.Fact;
import org.vigie.sample.facts.FactType;

/**
 * The incidents and incivilities feeds, a file by year of recording. The landlord changed systems: the last two years have
 * other header names and another encoding than those before.
 */
final class FactExports {

    private static final List<String> INCIDENTS = names(
            "num_incident;version;code_site;code_type;gravite;date_fait;heure_fait;date_saisie;canal;statut;date_cloture;"
                    + "plainte_deposee;nb_signalements;cout_eur;commentaire");
    private static final List<String> INCIDENTS_BEFORE = names(
            "num_incident;code_site;code_type;gravite;date_fait;heure_fait;date_saisie;canal;statut;cout_eur;commentaire");
    private static final List<String> INCIDENTS_BEFORE_HEADER = names(
            "N° fiche;CODE_RES;Nature;Gravité;Date des faits;heure;Date de création;Origine;Etat;Montant;Observations");
    private static final List<String> INCIVILITIES = names(
            "num_signalement;code_site;code_type;date_signalement;date_fait;canal;num_fait;delai_reponse_h;statut;"
                    + "commentaire");
    private static final List<String> INCIVILITIES_HEADER = names(
            "N° réclamation;CODE_RES;NATURE;Date demande;Date du fait;Canal;N° fait lié;Délai (h);Statut;commentaire");

    private final Path inbox;
    private final Period period;
    private final Map<String, String> labels =
            FactType.all().stream().collect(Collectors.toMap(FactType::code, FactType::label));

    FactExports(Path inbox, Period period) {
        this.inbox = inbox;
        this.period = period;
    }

    void write(List<Fact> facts, long seed) throws IOException {
        FactFeeds feeds = FactFeeds.print(facts, period, seed);
        writeIncidents(new Slips("num_incident", Dice.of(seed, "slips", "incidents")).plant(feeds.incidents(), labels));
        writeIncivilities(new Slips("num_signalement", Dice.of(seed, "slips", "incivilities"))
                .plant(feeds.incivilities(), labels));
    }

    private void writeIncidents(List<FactRow> rows) throws IOException {
        for (Map.Entry<Integer, List<Map<String, String>>> year :
                Slips.byYear(rows).entrySet()) {
            List<Map<String, String>> lines = new ArrayList<>(year.getValue());
            lines.add(Slips.total("num_incident", "cout_eur"));
            boolean before = year.getKey() < lastYear() - 1;
            Charset charset = before ? StandardCharsets.ISO_8859_1 : CsvExport.CP1252;
            CsvExport export = before
                    ? new CsvExport(charset, INCIDENTS_BEFORE, INCIDENTS_BEFORE_HEADER)
                    : new CsvExport(charset, INCIDENTS, INCIDENTS);
            export.write(file("incidents", year.getKey()), lines);
        }
    }

    private void writeIncivilities(List<FactRow> rows) throws IOException {
        for (Map.Entry<Integer, List<Map<String, String>>> year :
                Slips.byYear(rows).entrySet()) {
            boolean before = year.getKey() < lastYear() - 1;
            Charset charset = before ? CsvExport.CP1252 : StandardCharsets.UTF_8;
            new CsvExport(charset, INCIVILITIES, INCIVILITIES_HEADER)
                    .write(file("incivilites", year.getKey()), year.getValue());
        }
    }

    private int lastYear() {
        return period.lastDay().getYear();
    }

    /** Years gone by are kept compressed, the current one as it was exported. */
    private Path file(String feed, int year) {
        return inbox.resolve(feed + "_" + year + (year < lastYear() ? ".csv.gz" : ".csv"));
    }

    private static List<String> names(String joined) {
        return List.of(joined.split(";"));
    }
}

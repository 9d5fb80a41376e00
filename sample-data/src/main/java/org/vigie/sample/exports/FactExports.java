package org.vigie.sample.exports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.sample.basis.Dice;
import org.vigie.sample.basis.Listing;
import org.vigie.sample.basis.Period;
import org.vigie.sample.facts.Fact;
import org.vigie.sample.facts.FactType;
import org.vigie.sample.places.Estate;

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

    private static final String MAPPING = "mapping-nature.csv";

    private final Path inbox;
    private final Period period;
    private final Map<String, String> labels =
            FactType.all().stream().collect(Collectors.toMap(FactType::code, FactType::label));

    private final Map<String, String> ownWords = Listing.beside(FactExports.class, MAPPING).stream()
            .collect(Collectors.toMap(row -> row.getOrDefault("ours", ""), row -> row.getOrDefault("theirs", "")));

    FactExports(Path inbox, Period period) {
        this.inbox = inbox;
        this.period = period;
    }

    void write(List<Fact> facts, Estate estate, long seed) throws IOException {
        FactFeeds feeds = FactFeeds.print(facts, period, seed);
        String retired = estate.demolished();
        Slips incidents = new Slips("num_incident", retired, Dice.of(seed, "slips", "incidents"));
        Slips incivilities = new Slips("num_signalement", retired, Dice.of(seed, "slips", "incivilities"));
        writeIncidents(incidents.plant(feeds.incidents(), labels));
        writeIncivilities(incivilities.plant(feeds.incivilities(), labels));
        Files.writeString(
                inbox.resolveSibling(MAPPING), Listing.text(FactExports.class, MAPPING), StandardCharsets.UTF_8);
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
            List<Map<String, String>> lines =
                    before ? year.getValue().stream().map(this::inOwnWords).toList() : year.getValue();
            new CsvExport(charset, INCIVILITIES, INCIVILITIES_HEADER).write(file("incivilites", year.getKey()), lines);
        }
    }

    /** The system before had words of its own for a few codes. */
    private Map<String, String> inOwnWords(Map<String, String> row) {
        String code = row.getOrDefault("code_type", "");
        Map<String, String> changed = new HashMap<>(row);
        changed.put("code_type", ownWords.getOrDefault(code, code));
        return changed;
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

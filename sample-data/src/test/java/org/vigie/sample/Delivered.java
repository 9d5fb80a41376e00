package org.vigie.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The facts that a delivered inbox tells of, counted once each, and the residences; sharing nothing with what wrote it. */
record Delivered(List<Told> facts, Map<String, Home> homes) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
    private static final Path CODES = Path.of("../jobs/src/main/resources/codes");
    private static final Set<String> RESIDENTS = Set.of("RES_PHONE", "RES_WEB", "RES_DESK", "RES_ASSOC");

    record Told(
            String site,
            String type,
            String family,
            boolean counted,
            LocalDate day,
            LocalDate recorded,
            String channel) {

        boolean reported() {
            return RESIDENTS.contains(channel);
        }
    }

    /** A residence: what it holds and where it belongs, the validity of its code over all its rows. */
    record Home(String code, String agency, String sector, int dwellings, LocalDate from, LocalDate to) {

        boolean livesOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    static Delivered in(Path inbox) {
        Map<String, Home> homes = homes(inbox);
        Map<String, String[]> types = new HashMap<>();
        for (Map<String, String> row :
                Export.read(CODES.resolve("incident_types.csv")).rows()) {
            String[] type = {row.get("code"), row.get("family"), row.get("class")};
            types.put(row.get("code"), type);
            types.put(row.get("label_fr"), type);
        }
        for (Map<String, String> row :
                Export.read(inbox.resolveSibling("mapping-nature.csv")).rows()) {
            types.put(row.get("theirs"), types.get(row.get("ours")));
        }
        Map<String, Map<String, String>> latest = new LinkedHashMap<>();
        for (Export file : Export.matching(inbox, "incidents_")) {
            file.rows().stream()
                    .filter(row ->
                            !Export.value(row, "num_incident", "N° fiche").equals("Total"))
                    .forEach(row ->
                            latest.merge("I" + Export.value(row, "num_incident", "N° fiche"), row, Delivered::later));
        }
        for (Export file : Export.matching(inbox, "incivilites_")) {
            file.rows().stream()
                    .filter(row -> row.get("N° fait lié").isEmpty())
                    .forEach(row -> latest.put("S" + row.get("N° réclamation"), row));
        }
        List<Told> facts = new ArrayList<>();
        latest.values().forEach(row -> told(row, types, homes).ifPresent(facts::add));
        return new Delivered(facts, homes);
    }

    private static Map<String, String> later(Map<String, String> one, Map<String, String> other) {
        boolean before = recorded(other).isBefore(recorded(one));
        return before ? one : other;
    }

    private static LocalDateTime recorded(Map<String, String> row) {
        return LocalDateTime.parse(Export.value(row, "date_saisie", "Date de création", "Date demande"), MOMENT);
    }

    private static Optional<Told> told(Map<String, String> row, Map<String, String[]> types, Map<String, Home> homes) {
        String[] type = types.get(Export.value(row, "code_type", "Nature", "NATURE"));
        String home = Export.value(row, "code_site", "CODE_RES").split("-", -1)[0];
        Optional<LocalDate> day = day(Export.value(row, "date_fait", "Date des faits", "Date du fait"));
        boolean status = Set.of("OUVERT", "EN_COURS", "CLOS").contains(Export.value(row, "statut", "Etat", "Statut"));
        String severity = Export.value(row, "gravite", "Gravité");
        if (type == null || type[0].equals("PER_DOMESTIC") || day.isEmpty() || !status || severity.equals("9")) {
            return Optional.empty();
        }
        String now = homes.containsKey(home) ? home : "";
        if (now.isEmpty() || day.get().isAfter(recorded(row).toLocalDate())) {
            return Optional.empty();
        }
        return Optional.of(new Told(
                now,
                type[0],
                type[1],
                !type[2].equals("CONTEXT"),
                day.get(),
                recorded(row).toLocalDate(),
                Export.value(row, "canal", "Origine", "Canal")));
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Home> homes(Path inbox) {
        Map<String, Home> homes = new TreeMap<>();
        for (Map<String, String> row : Export.read(inbox.resolve("sites.csv")).rows()) {
            if (row.get("niveau").equals("RESIDENCE") && row.get("code_parent").startsWith("SE")) {
                Home home = new Home(
                        row.get("code_site"),
                        row.get("code_agence"),
                        row.get("code_parent"),
                        Integer.parseInt(row.get("nb_logements")),
                        day(row.get("date_debut")).orElseThrow(),
                        day(row.get("date_fin")).orElseThrow());
                homes.merge(
                        home.code(),
                        home,
                        (a, b) -> new Home(a.code(), a.agency(), a.sector(), a.dwellings(), a.from(), b.to()));
            }
        }
        return homes;
    }

    List<Told> counted() {
        return facts.stream().filter(Told::counted).toList();
    }
}

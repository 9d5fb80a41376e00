package org.vigie.sample.exports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.sample.places.Area;
import org.vigie.sample.places.Estate;
import org.vigie.sample.places.Lambert93;
import org.vigie.sample.places.Part;
import org.vigie.sample.places.Residence;

/**
 * The sites feed: agencies, sectors, residences, buildings and entrances, with validity. A residence in a priority
 * neighbourhood has one row for each generation of perimeters.
 */
final class SiteExport {

    private static final CsvExport EXPORT = CsvExport.named(
            StandardCharsets.UTF_8,
            "code_site;libelle;niveau;code_parent;code_agence;code_quartier;qpv_generation;nb_logements;"
                    + "nb_logements_loues;annee_construction;x_l93;y_l93;longitude;latitude;date_debut;date_fin;"
                    + "mediateur_equipe");
    private static final LocalDate NEW_PERIMETERS = LocalDate.of(2024, 1, 1);
    private static final LocalDate FOUNDED = LocalDate.of(1950, 1, 1);

    private final List<Map<String, String>> rows = new ArrayList<>();

    static void write(Path inbox, Estate estate) throws IOException {
        SiteExport export = new SiteExport();
        export.addAgenciesAndSectors(estate);
        for (int i = 0; i < estate.residences().size(); i++) {
            export.addResidence(estate.residences().get(i), i);
        }
        EXPORT.write(inbox.resolve("sites.csv"), export.rows);
    }

    private void addAgenciesAndSectors(Estate estate) {
        Map<String, Integer> dwellings = new TreeMap<>();
        for (Residence residence : estate.residences()) {
            if (residence.to().equals(Residence.OPEN)) {
                dwellings.merge(residence.area().agency(), residence.dwellings(), Integer::sum);
                dwellings.merge(residence.area().sector(), residence.dwellings(), Integer::sum);
            }
        }
        List<String> seen = new ArrayList<>();
        for (Area area : estate.areas()) {
            if (!seen.contains(area.agency())) {
                seen.add(area.agency());
                rows.add(above(area.agency(), area.agencyLabel(), "AGENCE", area, dwellings));
            }
            Map<String, String> sector = above(area.sector(), area.sectorLabel(), "SECTEUR", area, dwellings);
            sector.put("code_parent", area.agency());
            rows.add(sector);
        }
    }

    private static Map<String, String> above(
            String code, String label, String level, Area area, Map<String, Integer> dwellings) {
        Map<String, String> row = place(code, label, level, area);
        row.put("nb_logements", Integer.toString(dwellings.getOrDefault(code, 0)));
        row.put("date_debut", French.day(FOUNDED));
        row.put("date_fin", French.day(Residence.OPEN));
        return row;
    }

    private static Map<String, String> place(String code, String label, String level, Area area) {
        Map<String, String> row = new HashMap<>();
        row.put("code_site", code);
        row.put("libelle", label);
        row.put("niveau", level);
        row.put("code_agence", area.agency());
        return row;
    }

    private void addResidence(Residence residence, int index) {
        if (residence.perimeter() == Residence.Perimeter.NEITHER) {
            addGeneration(residence, index, "HORS", new Validity(residence.from(), residence.to()));
        } else {
            LocalDate last = NEW_PERIMETERS.minusDays(1);
            if (residence.from().isBefore(NEW_PERIMETERS)) {
                LocalDate end = residence.to().isBefore(last) ? residence.to() : last;
                addGeneration(residence, index, "2015", new Validity(residence.from(), end));
            }
            if (!residence.to().isBefore(NEW_PERIMETERS)) {
                LocalDate start = residence.from().isAfter(last) ? residence.from() : NEW_PERIMETERS;
                addGeneration(residence, index, "2024", new Validity(start, residence.to()));
            }
        }
        residence.parts().forEach(part -> addPart(residence, part));
    }

    private record Validity(LocalDate from, LocalDate to) {}

    private void addGeneration(Residence residence, int index, String generation, Validity validity) {
        Area area = residence.area();
        Map<String, String> row = place(residence.code(), residence.label(), "RESIDENCE", area);
        String perimeter = generation.equals("2015") ? residence.code2015() : residence.code2024();
        boolean inside = !generation.equals("HORS") && !perimeter.isEmpty();
        row.put("code_parent", area.sector());
        row.put("code_quartier", inside ? perimeter : area.code());
        row.put("qpv_generation", inside ? generation : "HORS");
        row.put("nb_logements", Integer.toString(residence.dwellings()));
        row.put("nb_logements_loues", Integer.toString(residence.dwellings() - residence.dwellings() / 33));
        row.put("annee_construction", Integer.toString(residence.builtYear()));
        row.put("date_debut", French.day(validity.from()));
        row.put("date_fin", French.day(validity.to()));
        row.put("mediateur_equipe", area.team());
        addCoordinates(row, residence, index);
        rows.add(row);
    }

    /** Most have Lambert 93 metres, some degrees, a few nothing. */
    private static void addCoordinates(Map<String, String> row, Residence residence, int index) {
        if (index % 60 == 33) {
            return;
        }
        if (index % 7 == 5) {
            Lambert93.Degrees degrees = Lambert93.degrees(residence.x(), residence.y());
            row.put("longitude", decimal("%.6f", degrees.longitude()));
            row.put("latitude", decimal("%.6f", degrees.latitude()));
        } else {
            row.put("x_l93", decimal("%.2f", residence.x()));
            row.put("y_l93", decimal("%.2f", residence.y()));
        }
    }

    private static String decimal(String format, double value) {
        return String.format(Locale.FRANCE, format, value);
    }

    private void addPart(Residence residence, Part part) {
        Map<String, String> row = place(part.code(), part.label(), part.level(), residence.area());
        row.put("code_parent", part.parent().isEmpty() ? residence.code() : part.parent());
        row.put("nb_logements", Integer.toString(part.dwellings()));
        row.put("date_debut", French.day(residence.from()));
        row.put("date_fin", French.day(residence.to()));
        rows.add(row);
    }
}

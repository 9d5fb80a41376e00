package org.vigie.sample.places;

import java.util.List;
import java.util.Map;
import org.vigie.sample.basis.Listing;

/**
 * A neighbourhood with the agency, sector and mediation team that look after it.
 *
 * @param code code given by the landlord, used outside the priority perimeters
 * @param code2015 code of the priority perimeter of 2015; empty for none
 * @param code2024 code of the priority perimeter of 2024; empty for none
 * @param reporting how readily residents report, 1 on average; the ratio of the extremes is 3
 * @param tone how much happens, against the average of 1
 * @param nightTeam whether a night team comes by
 * @param x Lambert 93 easting of its centre, metres
 * @param y Lambert 93 northing of its centre, metres
 */
public record Area(
        String agency,
        String agencyLabel,
        String sector,
        String sectorLabel,
        String team,
        String code,
        String label,
        String code2015,
        String code2024,
        double reporting,
        double tone,
        boolean nightTeam,
        double x,
        double y) {

    /** The eight neighbourhoods. */
    public static List<Area> all() {
        return Listing.beside(Area.class, "areas.csv").stream().map(Area::of).toList();
    }

    private static Area of(Map<String, String> row) {
        return new Area(
                text(row, "agency"),
                text(row, "agency_label"),
                text(row, "sector"),
                text(row, "sector_label"),
                text(row, "team"),
                text(row, "code"),
                text(row, "label"),
                text(row, "code_2015"),
                text(row, "code_2024"),
                number(row, "reporting"),
                number(row, "tone"),
                text(row, "night").equals("O"),
                number(row, "x"),
                number(row, "y"));
    }

    private static String text(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("areas.csv has no column " + column);
        }
        return value;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(text(row, column).replace(',', '.'));
    }

    /** This neighbourhood with the agency, sector and team of another. */
    public Area lookedAfterAs(Area other) {
        return new Area(
                other.agency,
                other.agencyLabel,
                other.sector,
                other.sectorLabel,
                other.team,
                code,
                label,
                code2015,
                code2024,
                reporting,
                tone,
                nightTeam,
                x,
                y);
    }

    /** Whether a priority neighbourhood (QPV). */
    public boolean priority() {
        return !code2024.isEmpty();
    }
}

package org.vigie.sample.places;

import java.time.LocalDate;
import java.util.List;

/**
 * A residence during its life under one code.
 *
 * @param code such as RES0147
 * @param area neighbourhood
 * @param perimeter which priority perimeters hold it
 * @param dwellings dwellings, those of its parts included
 * @param builtYear year in which it was built
 * @param x Lambert 93 easting, metres
 * @param y Lambert 93 northing, metres
 * @param from first day of this code
 * @param to last day; {@link #OPEN} while it lives
 * @param factsPer150 ordinary facts a week per 150 dwellings when residents report as on average
 * @param parts buildings, entrances and small residences inside
 */
public record Residence(
        String code,
        String label,
        Area area,
        Perimeter perimeter,
        int dwellings,
        int builtYear,
        double x,
        double y,
        LocalDate from,
        LocalDate to,
        double factsPer150,
        List<Part> parts) {

    /** The day that housing systems write for "no end". */
    public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    /** Which priority perimeters hold a residence: those of its neighbourhood, or one of them only. */
    public enum Perimeter {
        BOTH,
        ONLY_2015,
        ONLY_2024,
        NEITHER
    }

    /** Copies the parts. */
    public Residence {
        parts = List.copyOf(parts);
    }

    /** Whether its code is in use on this day. */
    public boolean livesOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Priority perimeter of 2015 that holds it; empty for none. */
    public String code2015() {
        return perimeter == Perimeter.BOTH || perimeter == Perimeter.ONLY_2015 ? area.code2015() : "";
    }

    /** Priority perimeter of 2024 that holds it; empty for none. */
    public String code2024() {
        return perimeter == Perimeter.BOTH || perimeter == Perimeter.ONLY_2024 ? area.code2024() : "";
    }

    /** The same place, its code retired after this day. */
    public Residence until(LocalDate lastDay) {
        return new Residence(
                code, label, area, perimeter, dwellings, builtYear, x, y, from, lastDay, factsPer150, parts);
    }

    /** The same residence with another entry for its neighbourhood. */
    public Residence filedIn(Area other) {
        return new Residence(code, label, other, perimeter, dwellings, builtYear, x, y, from, to, factsPer150, parts);
    }

    /** The same surroundings under a new code from this day, with other dwellings and parts. */
    public Residence succeeded(
            String newCode, String newLabel, LocalDate firstDay, int newDwellings, List<Part> newParts) {
        return new Residence(
                newCode,
                newLabel,
                area,
                perimeter,
                newDwellings,
                builtYear,
                x,
                y,
                firstDay,
                OPEN,
                factsPer150,
                newParts);
    }
}

package org.vigie.sample.places;

import java.time.LocalDate;
import java.util.List;

/**
 * All residences, those that ended included.
 *
 * @param areas neighbourhoods
 * @param residences residences in the order of their codes
 * @param demolished code of the residence that was pulled down
 */
public record Estate(List<Area> areas, List<Residence> residences, String demolished) {

    /** Copies the lists. */
    public Estate {
        areas = List.copyOf(areas);
        residences = List.copyOf(residences);
    }

    /** Residences whose code is in use from the first to the last of these days. */
    public List<Residence> livingThrough(LocalDate first, LocalDate last) {
        return residences.stream()
                .filter(residence -> residence.livesOn(first) && residence.livesOn(last))
                .toList();
    }
}

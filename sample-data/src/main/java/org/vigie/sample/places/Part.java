package org.vigie.sample.places;

/**
 * A building, an entrance, or a small residence inside a larger one.
 *
 * @param code code, unique in the landlord's system
 * @param label name
 * @param level BATIMENT, CAGE or RESIDENCE
 * @param parent code of the place above: the residence itself for {@code ""}, so that a part can change residence
 * @param dwellings dwellings in it, counted in the place above too
 */
public record Part(String code, String label, String level, String parent, int dwellings) {}

package org.vigie.dashboards.pages;

import java.util.List;
import java.util.Locale;
import org.vigie.dashboards.charts.SiteMap;
import org.vigie.dashboards.charts.StatusShape;
import org.vigie.dashboards.charts.Svg;
import org.vigie.dashboards.texts.Texts;

/**
 * A status as it is shown: never by colour alone.
 *
 * @param code VERT, JAUNE, ORANGE, ROUGE or GRIS
 * @param label in the language of the page
 * @param mark shape, letter and colour
 * @param order 0 for the gravest
 */
public record Status(String code, String label, SiteMap.Mark mark, int order) {

    static final String UNKNOWN = "GRIS";
    /** The gravest first; grey, which is not calm, before green. */
    static final List<String> CODES = List.of("ROUGE", "ORANGE", "JAUNE", UNKNOWN, "VERT");

    private static final List<String> SHAPES = List.of("octagon", "diamond", "triangle", "ring", "dot");

    static Status of(String code, Texts texts) {
        int order = CODES.indexOf(code);
        if (order < 0) {
            throw new IllegalArgumentException("no status " + code);
        }
        String letter = code.equals(UNKNOWN) ? "?" : code.substring(0, 1);
        String cssClass = "s-" + code.toLowerCase(Locale.ROOT);
        return new Status(
                code, texts.say("status." + code), new SiteMap.Mark(SHAPES.get(order), letter, cssClass), order);
    }

    /** Shape and letter. */
    public Svg icon() {
        return StatusShape.icon(mark, label);
    }

    /** Whether the site is worth watching: yellow or above. */
    boolean watched() {
        return order <= CODES.indexOf("JAUNE");
    }
}

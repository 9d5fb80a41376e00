package org.vigie.dashboards.pages;

import org.vigie.dashboards.tables.PublishedRow;

/** Names of neighbourhoods. */
final class Areas {

    static final String OUTSIDE = "HORS";

    private Areas() {}

    /** Neighbourhood of a site with its kind; sites outside any say so. */
    static String nameOf(PublishedRow site, PublishedWeek week) {
        String area = site.text("area_id");
        if (area.isBlank() || area.equals(OUTSIDE)) {
            return week.texts().say("area.HORS");
        }
        String kind = site.text("area_kind");
        String name = week.label("area", area);
        return kind.isBlank() || kind.equals(OUTSIDE) ? name : kind + " " + name;
    }
}

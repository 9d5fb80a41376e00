package org.vigie.dashboards.pages;

import java.util.List;

/**
 * Neighbouring sites that rise together.
 *
 * @param facts observed and expected, since when
 * @param news whether it is news, or only sites whose episode is open already
 * @param chance how often chance alone does the same
 * @param members surest first
 */
public record HotspotCard(String facts, String news, String chance, List<Member> members) {

    /** Copies the list. */
    public HotspotCard {
        members = List.copyOf(members);
    }

    /**
     * A site of the group.
     *
     * @param name of the site
     * @param href of its page, seen from the page of the week
     * @param facts what it brings
     * @param episode that it has an open episode; empty if not
     */
    public record Member(String name, String href, String facts, String episode) {}
}

package org.vigie.dashboards.pages;

/**
 * A list as it is set on paper.
 *
 * @param list what it says
 * @param setting how close its lines stand: roomy, tight or tightest
 */
public record PaperList(TeamList list, String setting) {

    /** Rules for paper. */
    public Stylesheet styles() {
        return Stylesheet.PAPER;
    }
}

package org.vigie.analytics.prospective;

/** Why a series could not be judged. The code is what files hold; sentences for readers are made elsewhere. */
public enum Reason {
    /** Fewer past weeks than the method needs. */
    HISTORY_TOO_SHORT("history-too-short"),
    /** The place has been followed for fewer weeks than the method needs. */
    SITE_TOO_YOUNG("site-too-young"),
    /** A feed that the counts come from has stopped: zero would be silence, not calm. */
    FEED_SILENT("feed-silent"),
    /** Nobody was present to see anything. */
    NO_PRESENCE("no-presence"),
    /** The model could not be fitted to the baseline. */
    NO_FIT("no-fit");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    /** Stable code, as in {@code not-assessed:history-too-short}. */
    public String code() {
        return code;
    }
}

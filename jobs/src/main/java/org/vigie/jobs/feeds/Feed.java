package org.vigie.jobs.feeds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of export that Vigie reads. */
public enum Feed {
    /** Facts recorded by staff, the main log. */
    INCIDENTS,
    /** Reports of residents. */
    INCIVILITIES,
    /** Planned and running building works. */
    WORKS,
    /** Move-ins, move-outs, transfer requests. */
    TURNOVER,
    /** The hierarchy of places. */
    SITES,
    /** Hours that teams were present. */
    PRESENCE,
    /** Holidays and known periods. */
    CALENDAR,
    /** What the field found of earlier alerts. */
    OUTCOMES;

    /** Name in {@code vigie.yaml}. */
    public String yamlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The feed of that name in {@code vigie.yaml}. */
    public static Optional<Feed> named(String yamlName) {
        return Arrays.stream(values())
                .filter(feed -> feed.yamlName().equals(yamlName))
                .findFirst();
    }

    /** The columns that are read of this feed, in the order of {@code feeds/columns.csv}. */
    public List<FeedColumn> columns() {
        return FeedColumn.of(this);
    }

    /** The column that plays a role in this feed. */
    public Optional<FeedColumn> column(FeedColumn.Role role) {
        return columns().stream().filter(column -> column.role() == role).findFirst();
    }

    /** The column that a name or an alias means, whatever its case, accents and punctuation. */
    public Optional<FeedColumn> column(String nameOrAlias) {
        return columns().stream().filter(column -> column.isCalled(nameOrAlias)).findFirst();
    }
}

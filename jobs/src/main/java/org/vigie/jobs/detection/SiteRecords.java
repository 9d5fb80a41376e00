package org.vigie.jobs.detection;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Puts the sorted rows of a bucket together again, one site at a time. Rows of a site that is not described are skipped. */
public final class SiteRecords implements Iterator<SiteRecord> {

    private final Iterator<Row> rows;
    private @Nullable Row pending;

    /** Sites of the rows of a bucket of {@link SiteEvents}. */
    public SiteRecords(Iterator<Row> rows) {
        this.rows = rows;
        this.pending = nextSite();
    }

    @Override
    public boolean hasNext() {
        return pending != null;
    }

    @Override
    public SiteRecord next() {
        Row described = pending;
        if (described == null) {
            throw new NoSuchElementException();
        }
        SiteRecord site =
                new SiteRecord(described.getString(0), change(described), described.getString(6), described.getInt(3));
        pending = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (!row.getString(0).equals(site.siteId())) {
                pending = row.getString(1).equals(SiteEvents.SITE) ? row : nextSite();
                break;
            }
            add(site, row);
        }
        return site;
    }

    private @Nullable Row nextSite() {
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.getString(1).equals(SiteEvents.SITE)) {
                return row;
            }
        }
        return null;
    }

    private static void add(SiteRecord site, Row row) {
        switch (row.getString(1)) {
            case SiteEvents.FACTS -> site.addFact(change(row));
            case SiteEvents.MOVES -> site.addMove(change(row));
            case SiteEvents.PRESENCE -> site.addPresence(change(row));
            case SiteEvents.WORKS -> site.addWorks(plan(row));
            default -> throw new IllegalStateException("unknown kind of row " + row.getString(1));
        }
    }

    private static SiteRecord.Change change(Row row) {
        return new SiteRecord.Change(row.getInt(2), row.getInt(3), row.getString(5), row.getInt(7), row.getDouble(8));
    }

    private static SiteRecord.Plan plan(Row row) {
        return new SiteRecord.Plan(
                row.getInt(2),
                (int) row.getDouble(8),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7) == 1);
    }
}

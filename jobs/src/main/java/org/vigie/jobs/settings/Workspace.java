package org.vigie.jobs.settings;

import java.nio.file.Path;
import org.vigie.analytics.calendar.IsoWeek;

/**
 * The folders of one landlord.
 *
 * @param root the folder that holds {@code vigie.yaml}
 */
public record Workspace(Path root) {

    /** Makes the path absolute. */
    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    /** The settings file. */
    public Path settingsFile() {
        return root.resolve("vigie.yaml");
    }

    /** Files as delivered. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** The lake of Parquet batches. */
    public Path lake() {
        return root.resolve("lake");
    }

    /** Rejected rows, one folder per run. */
    public Path quarantine() {
        return root.resolve("quarantine");
    }

    /** Published weeks. */
    public Path published() {
        return root.resolve("published");
    }

    /** One published week. */
    public Path published(IsoWeek week) {
        return published().resolve(week.toString());
    }

    /** Run history, schedule, locks, logs. */
    public Path state() {
        return root.resolve("state");
    }
}

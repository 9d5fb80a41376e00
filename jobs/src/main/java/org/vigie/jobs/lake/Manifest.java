package org.vigie.jobs.lake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.TreeMap;

/**
 * The batches that exist, at one moment: the only list that readers trust.
 *
 * @param number 1 for the first manifest of a lake; each later one is one more
 * @param batches in order of arrival
 */
public record Manifest(int number, List<Batch> batches) {

    /** A lake without batches. */
    public static final Manifest EMPTY = new Manifest(0, List.of());

    /**
     * A set of rows that became visible together.
     *
     * @param id folder name below each table
     * @param ingestedAt local time of ingestion, in the landlord's time zone, ISO form
     * @param rows rows by table path; a table without rows is absent
     * @param files files read, with what became of their rows
     */
    public record Batch(String id, String ingestedAt, TreeMap<String, Long> rows, List<FileRead> files) {

        /** Copies the collections. */
        public Batch {
            rows = new TreeMap<>(rows);
            files = List.copyOf(files);
        }
    }

    /**
     * A file that a batch holds.
     *
     * @param feed feed in the words of the settings
     * @param name file name as delivered
     * @param fileId digest of its content
     * @param rowsRead records in the file, without the header
     * @param rowsTyped records that could be typed
     * @param unreadSheets sheets of a workbook beside the first that hold something; manifests of old have none
     */
    public record FileRead(String feed, String name, String fileId, long rowsRead, long rowsTyped, int unreadSheets) {

        /** A file without further sheets. */
        public FileRead(String feed, String name, String fileId, long rowsRead, long rowsTyped) {
            this(feed, name, fileId, rowsRead, rowsTyped, 0);
        }

        /** Records that no rule could make sense of. */
        @JsonIgnore
        public long rowsRejected() {
            return rowsRead - rowsTyped;
        }
    }

    /** Copies the list. */
    public Manifest {
        batches = List.copyOf(batches);
    }

    /** All files that the batches hold, in order of arrival. */
    public List<FileRead> files() {
        return batches.stream().flatMap(batch -> batch.files().stream()).toList();
    }

    /** The manifest after one more batch. */
    public Manifest plus(Batch batch) {
        List<Batch> more = new java.util.ArrayList<>(batches);
        more.add(batch);
        return new Manifest(number + 1, more);
    }
}

package org.vigie.jobs.feeds;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * One file of the inbox and the feed that it belongs to.
 *
 * @param path where it lies
 * @param feed the feed whose pattern it matches
 * @param id digest of its content, 16 hexadecimal digits: the same content has the same id under any name
 */
public record FeedFile(String path, Feed feed, String id) implements Serializable {

    /** Its name, as it was given. */
    public String name() {
        return String.valueOf(toPath().getFileName());
    }

    /** Where it lies. */
    public Path toPath() {
        return Path.of(path);
    }
}

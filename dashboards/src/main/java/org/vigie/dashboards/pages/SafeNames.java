package org.vigie.dashboards.pages;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** File names made from identifiers that nobody has checked. */
final class SafeNames {

    private static final int LONGEST = 48;

    private SafeNames() {}

    /**
     * The identifier itself where it is plain; else its plain characters with a checksum of the whole, so that two
     * identifiers do not share a file.
     */
    static String of(String identifier) {
        String plain = identifier.replaceAll("[^A-Za-z0-9_-]", "_");
        if (plain.equals(identifier) && plain.length() <= LONGEST && !plain.isEmpty()) {
            return plain;
        }
        CRC32 checksum = new CRC32();
        checksum.update(identifier.getBytes(StandardCharsets.UTF_8));
        return plain.substring(0, Math.min(plain.length(), LONGEST)) + "-" + Long.toHexString(checksum.getValue());
    }
}

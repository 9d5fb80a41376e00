package org.vigie.jobs.feeds;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One column that is read of a feed.
 *
 * @param name our name of it, French, as in the schema given to landlords
 * @param required whether a file without it is refused
 * @param role what it is for, where the reader has to know
 * @param codes name of its {@link CodeList}; empty for none
 * @param aliases other header names under which exports have it
 */
public record FeedColumn(String name, boolean required, Role role, String codes, List<String> aliases) {

    /** What a column is for. */
    public enum Role {
        /** Nothing special. */
        NONE,
        /** Number given by the landlord; may be made from the content by the setting {@code id}. */
        KEY,
        /** Place of a fact; coordinates may stand in for it. */
        SITE,
        /** When the row was recorded; a file may lack it. */
        RECORDED,
        /** Planned end of works; the setting {@code duration_days} may stand in for it. */
        END,
        /** Free text: only its length is kept. */
        COMMENT
    }

    private static final String RESOURCE = "/feeds/columns.csv";

    /** Copies the aliases. */
    public FeedColumn {
        aliases = List.copyOf(aliases);
    }

    /** Whether a header or a key of the settings means this column. */
    public boolean isCalled(String header) {
        String plain = Spelling.plain(header);
        return plain.equals(Spelling.plain(name))
                || aliases.stream().map(Spelling::plain).anyMatch(plain::equals);
    }

    static List<FeedColumn> of(Feed feed) {
        return Declared.COLUMNS.getOrDefault(feed, List.of());
    }

    /** Reads the declarations when they are first asked for. */
    private static final class Declared {
        private static final Map<Feed, List<FeedColumn>> COLUMNS = read();

        private static Map<Feed, List<FeedColumn>> read() {
            List<Map<String, String>> lines = Resources.lines(RESOURCE);
            Map<Feed, List<FeedColumn>> columns = new EnumMap<>(Feed.class);
            for (Feed feed : Feed.values()) {
                columns.put(
                        feed,
                        lines.stream()
                                .filter(line -> feed.yamlName().equals(line.get("feed")))
                                .map(Declared::column)
                                .toList());
            }
            return columns;
        }

        private static FeedColumn column(Map<String, String> line) {
            String role = line.getOrDefault("role", "");
            return new FeedColumn(
                    line.getOrDefault("column", ""),
                    "Y".equals(line.get("required")),
                    role.isEmpty() ? Role.NONE : Role.valueOf(role.toUpperCase(Locale.ROOT)),
                    line.getOrDefault("values", ""),
                    Arrays.stream(line.getOrDefault("aliases", "").split("\\|"))
                            .filter(alias -> !alias.isEmpty())
                            .toList());
        }
    }
}

package org.vigie.jobs.feeds;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.jobs.texts.Message;

/** Compares names as people write them: without case, accents and punctuation. */
public final class Spelling {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z0-9]+");
    private static final Pattern CAMEL = Pattern.compile("(?<=[\\p{Ll}0-9])(?=\\p{Lu})");

    private Spelling() {}

    /** Letters and digits only: {@code N° fiche} and {@code n_fiche} both give {@code nfiche}. */
    public static String plain(String name) {
        return NOT_PLAIN.matcher(lower(name)).replaceAll("");
    }

    /** The words of a name: {@code NumLocataire} and {@code num. locataire} both give {@code [num, locataire]}. */
    public static List<String> words(String name) {
        String parted = CAMEL.matcher(name).replaceAll(" ");
        return Arrays.stream(NOT_PLAIN.split(lower(parted)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The words in the singular, joined: {@code Nuisances sonores} gives {@code nuisance sonore}. */
    static String singular(String label) {
        return String.join(
                " ", words(label).stream().map(Spelling::singularWord).toList());
    }

    /** The known name nearest to a misspelt one, if near enough to be meant. */
    public static Optional<String> nearest(String misspelt, Collection<String> known) {
        String wanted = plain(misspelt);
        return known.stream()
                .filter(name -> distance(wanted, plain(name)) <= Math.max(1, wanted.length() / 3))
                .min(Comparator.<String>comparingInt(name -> distance(wanted, plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** "; did you mean X?" or nothing, to end a message with. */
    public static Message didYouMean(String misspelt, Collection<String> known) {
        return nearest(misspelt, known)
                .map(name -> Message.of("spelling.near", "name", name))
                .orElse(Message.of("spelling.none"));
    }

    private static String singularWord(String word) {
        boolean plural = word.length() > 3 && (word.endsWith("s") || word.endsWith("x"));
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static String lower(String name) {
        String apart = Normalizer.normalize(name.replace("œ", "oe").replace("Œ", "OE"), Normalizer.Form.NFD);
        return ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Single-character insertions, deletions and substitutions between two words (Levenshtein 1966). */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substitution = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}

package org.vigie.dashboards.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Texts FRENCH = Texts.of(Language.FR);
    private static final Texts ENGLISH = Texts.of(Language.EN);
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z_]+)+)\"");

    @Test
    void saysEverythingInBothLanguages() {
        assertThat(FRENCH.keys()).isEqualTo(ENGLISH.keys());
    }

    @Test
    void takesTheSameArgumentsInBothLanguages() {
        Properties french = bundle("fr");
        Properties english = bundle("en");
        for (String key : FRENCH.keys()) {
            assertThat(arguments(french.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void knowsEveryKeyThatPagesAndTemplatesUse() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String folder : new String[] {"src/main/java", "src/main/jte"}) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile).forEach(file -> {
                    Matcher key = KEY.matcher(read(file));
                    while (key.find()) {
                        used.add(key.group(1));
                    }
                });
            }
        }
        Set<String> families = FRENCH.keys().stream().map(TextsTest::family).collect(Collectors.toSet());
        used.removeIf(key -> !families.contains(family(key)));
        assertThat(used).hasSizeGreaterThan(200);
        assertThat(FRENCH.keys()).containsAll(used);
    }

    @Test
    void avoidsTheWordsThatReadersDistrust() {
        Properties french = bundle("fr");
        for (String key : french.stringPropertyNames()) {
            assertThat(french.getProperty(key))
                    .as(key)
                    .doesNotContainIgnoringCase("p-value")
                    .doesNotContainIgnoringCase("anomalie")
                    .doesNotContainIgnoringCase("prédiction")
                    .doesNotContainIgnoringCase("délinquant")
                    .doesNotContainIgnoringCase("foyer")
                    .doesNotContain("'");
        }
    }

    @Test
    void putsFrenchSpacesInOnce() {
        String said = FRENCH.sentence("Quand : « jeu. » 20 h-23 h ; 34 % !");
        assertThat(said).isEqualTo("Quand\u202F: «\u202Fjeu.\u202F» 20\u00A0h-23\u00A0h\u202F; 34\u202F%\u202F!");
        assertThat(FRENCH.sentence(said)).isEqualTo(said);
        assertThat(ENGLISH.sentence("When: 34 % !")).isEqualTo("When: 34 % !");
    }

    @Test
    void writesNumbersAsFrenchReadersDo() {
        Formats formats = FRENCH.formats();
        assertThat(formats.decimal(3.14159)).isEqualTo("3,1");
        assertThat(formats.decimal(12)).isEqualTo("12,0");
        assertThat(formats.whole(1234)).isEqualTo("1\u202F234");
        assertThat(formats.percent(.34)).isEqualTo("34\u202F%");
        assertThat(formats.change(-.04)).isEqualTo("\u22124\u202F%");
        assertThat(formats.change(.31)).isEqualTo("+31\u202F%");
        assertThat(formats.change(.001)).isEqualTo("0\u202F%");
        assertThat(ENGLISH.formats().decimal(3.14159)).isEqualTo("3.1");
    }

    @Test
    void writesDaysAndWeeksAsFrenchReadersDo() {
        Formats formats = FRENCH.formats();
        assertThat(formats.longDay(LocalDate.of(2026, 10, 26))).isEqualTo("lundi 26 octobre 2026");
        assertThat(formats.day(LocalDate.of(2026, 11, 1))).isEqualTo("1er novembre 2026");
        assertThat(formats.week(LocalDate.of(2026, 10, 19))).isEqualTo("S43");
        assertThat(formats.weekAndYear(LocalDate.of(2024, 12, 30))).isEqualTo("S1 2025");
        assertThat(ENGLISH.formats().week(LocalDate.of(2026, 10, 19))).isEqualTo("W43");
    }

    @Test
    void choosesTheNumberOfFrench() {
        assertThat(FRENCH.say("site.dwellings", "count", 1)).isEqualTo("1 logement");
        assertThat(FRENCH.say("site.dwellings", "count", 64)).isEqualTo("64 logements");
    }

    @Test
    void namesAKeyThatItDoesNotKnow() {
        assertThatThrownBy(() -> FRENCH.say("no.such.key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such.key");
    }

    /** A forecast is not about grave facts, and some words make residents the problem or promise too much. */
    @Test
    void avoidsTheWordsThatDoNotBelongOnScreen() {
        Pattern avoided =
                Pattern.compile("(?iu)p-value|valeur p\\b|anomal|prédi|predict|délinquan|delinquen|foyer à problème"
                        + "|problem household|score de risque|risk score|fait grave|grave fact|\\brisque|\\brisk");
        for (String language : new String[] {"fr", "en"}) {
            bundle(language)
                    .forEach((key, text) -> assertThat(
                                    avoided.matcher(String.valueOf(text)).find())
                            .as("%s of %s: %s", key, language, text)
                            .isFalse());
        }
    }

    private static String family(String key) {
        return key.substring(0, key.indexOf('.') < 0 ? key.length() : key.indexOf('.'));
    }

    private static Set<String> arguments(String pattern) {
        return new TreeSet<>(new MessageFormat(pattern).getArgumentNames());
    }

    private static Properties bundle(String language) {
        Properties bundle = new Properties();
        for (String name : List.of("texts", "backtest")) {
            try (var in = Texts.class.getResourceAsStream(name + "_" + language + ".properties")) {
                bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bundle;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

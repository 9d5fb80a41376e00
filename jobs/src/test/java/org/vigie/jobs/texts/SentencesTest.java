package org.vigie.jobs.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.analytics.prospective.Reason;
import org.vigie.analytics.tension.TensionScore;
import org.vigie.jobs.feeds.CodeList;

class SentencesTest {

    private static final Map<String, Object> WORKS = Map.of("running", 1, "starting", 0, "both", "no", "untold", 0);

    @Test
    void everySentenceIsThereInBothLanguagesWithTheSameArguments() {
        Properties french = bundle("fr");
        Properties english = bundle("en");
        assertThat(new TreeSet<>(french.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        french.stringPropertyNames()
                .forEach(key -> assertThat(arguments(french.getProperty(key)))
                        .as(key)
                        .isEqualTo(arguments(english.getProperty(key))));
    }

    @Test
    void everyCodeThatIsLookedUpHasItsSentence() {
        for (Sentences sentences : new Sentences[] {Sentences.FR, Sentences.EN}) {
            for (TensionScore.Kind kind : TensionScore.Kind.values()) {
                assertThat(sentences.knows("part." + kind)).as("part." + kind).isTrue();
            }
            for (Reason reason : Reason.values()) {
                assertThat(sentences.knows("reason.GRIS." + reason.code()))
                        .as(reason.code())
                        .isTrue();
            }
            CodeList.named("families").codes().stream()
                    .filter(family -> !family.equals("TEC"))
                    .forEach(family -> assertThat(sentences.knows("next." + family))
                            .as("next." + family)
                            .isTrue());
        }
    }

    @Test
    void frenchTypographyHasNoStraightApostropheAndASpaceBeforeColons() {
        Properties french = bundle("fr");
        french.stringPropertyNames().forEach(key -> {
            String pattern = french.getProperty(key);
            assertThat(pattern).as(key).doesNotContain("'");
            assertThat(pattern).as(key).doesNotContainPattern("[\\p{L}}]: ");
        });
    }

    static Stream<Arguments> sentences() {
        LocalDate monday = LocalDate.of(2026, 1, 5);
        return Stream.of(
                said(
                        "part.FACTS",
                        rise(1, 0.4),
                        "Hall : 1 fait depuis S02, 0,4 attendu",
                        "Hall: 1 fact since W02, 0.4 expected"),
                said(
                        "part.FACTS",
                        rise(7, 2.25),
                        "Hall : 7 faits depuis S02, 2,2 attendus",
                        "Hall: 7 facts since W02, 2.2 expected"),
                said(
                        "alert.change",
                        rise(7, 2.0),
                        "Hall : 7 faits depuis S02, 2,0 attendus.",
                        "Hall: 7 facts since W02, 2.0 expected."),
                said(
                        "part.GRAVE",
                        Map.of("count", 1),
                        "1 fait de gravité 4 ou 5 en 4 semaines",
                        "1 fact of severity 4 or 5 in 4 weeks"),
                said(
                        "part.GRAVE",
                        Map.of("count", 2),
                        "2 faits de gravité 4 ou 5 en 4 semaines",
                        "2 facts of severity 4 or 5 in 4 weeks"),
                said("part.WORKS", WORKS, "1 chantier en cours", "1 works site running"),
                said(
                        "part.WORKS",
                        Map.of("running", 2, "starting", 1, "both", "yes", "untold", 2),
                        "2 chantiers en cours, 1 chantier démarre dans les 4 semaines, information des locataires non enregistrée pour 2",
                        "2 works sites running, 1 works site starts within 4 weeks, notice to tenants not recorded for 2"),
                said(
                        "part.UNANSWERED",
                        Map.of("weeks", 1),
                        "Alerte sans suite enregistrée depuis 1 semaine",
                        "Alert without a recorded outcome for 1 week"),
                said(
                        "part.TURNOVER",
                        Map.of("moves", 9, "usual", 3.25),
                        "9 mouvements en 13 semaines, 3,2 d’habitude",
                        "9 moves in 13 weeks, 3.2 as a rule"),
                said(
                        "part.PRESENCE",
                        Map.of("recent", 0.5, "usual", 12.0),
                        "Présence en baisse : 0,5 h par semaine, 12,0 h d’habitude",
                        "Presence is down: 0.5 h a week, 12.0 h as a rule"),
                said(
                        "reason.JAUNE",
                        Map.of("since", "S02", "family", "Hall"),
                        "Épisode ouvert depuis S02 : Hall.",
                        "Episode open since S02: Hall."),
                said(
                        "reason.ROUGE",
                        Map.of("since", "S02", "family", "Hall", "why", "Sécurité"),
                        "Statut rouge décidé par une personne : Sécurité. Épisode ouvert depuis S02 : Hall.",
                        "Red status set by a person: Sécurité. Episode open since S02: Hall."),
                said(
                        "field.level",
                        Map.of("confirmed", 62, "low", 48, "high", 75, "other", 15, "nothing", 23, "checked", 1),
                        "Sur 100 alertes de ce niveau depuis un an, 62 confirmées (entre 48 et 75), 15 déjà connues ou expliquées par des travaux, 23 sans suite ; d’après 1 suite.",
                        "Of 100 alerts of this level within a year, 62 confirmed (between 48 and 75), 15 already known or explained by works, 23 without result; from 1 outcome."),
                said(
                        "note.PRECISION",
                        Map.of("family", "Hall", "checked", 30, "weeks", 26, "right", 5, "high", 12, "bound", 20),
                        "Non transmise : « Hall » n’alerte plus, trop souvent démentie sur place. Sur 30 alertes vérifiées en 26 semaines, 5 sur 100 étaient fondées (au plus 12), sous le seuil de 20.",
                        "Not transmitted: \"Hall\" does not alert any more, it was wrong too often on site. Of 30 alerts checked in 26 weeks, 5 in 100 were right (at most 12), below the bound of 20."),
                said(
                        "note.SOURDINE",
                        Map.of("until", "20/11/2026", "reason", "Suivie par un partenaire"),
                        "En sourdine jusqu’au 20/11/2026 : Suivie par un partenaire.",
                        "Muted until 20/11/2026: Suivie par un partenaire."),
                said(
                        "explain.facts",
                        Map.of("since", "S02", "counted", 1, "others", 0, "expected", 1.25),
                        "Faits depuis S02 : 1 ligne comptée, aucune autre ; 1,2 attendus.",
                        "Facts since S02: 1 line counted, no other; 1.2 expected."),
                said(
                        "alert.clears",
                        Map.of("limit", 1, "from", Sentences.FR.week(monday), "to", "S05"),
                        "Moins de 1 fait entre S02 et S05.",
                        "Fewer than 1 fact between S02 and S05."),
                said(
                        "alert.hours",
                        Map.of("days", "en semaine", "from", 22, "to", 2),
                        "Surtout en semaine, 22 h–2 h.",
                        "Mostly en semaine, 22:00–2:00."));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("sentences")
    void agreesInNumberAndWritesNumbersAsReadersDo(
            String key, Map<String, Object> arguments, String french, String english) {
        assertThat(plainSpaces(Sentences.FR.say(key, inLanguage(arguments, Sentences.FR))))
                .isEqualTo(french);
        assertThat(plainSpaces(Sentences.EN.say(key, inLanguage(arguments, Sentences.EN))))
                .isEqualTo(english);
    }

    private static Arguments said(String key, Map<String, Object> arguments, String french, String english) {
        return Arguments.of(key, arguments, french, english);
    }

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

    private static Map<String, Object> rise(int observed, double expected) {
        return Map.of("family", "Hall", "observed", observed, "expected", expected, "since", LocalDate.of(2026, 1, 5));
    }

    private static Map<String, Object> inLanguage(Map<String, Object> arguments, Sentences sentences) {
        Map<String, Object> said = new java.util.HashMap<>(arguments);
        said.replaceAll((name, value) -> value instanceof LocalDate monday ? sentences.week(monday) : value);
        return said;
    }

    private static String plainSpaces(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    private static Set<String> arguments(String pattern) {
        return new TreeSet<>(new MessageFormat(pattern, Locale.FRENCH).getArgumentNames());
    }

    private static Properties bundle(String language) {
        Properties bundle = new Properties();
        String name = "/texts/sentences_" + language + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(SentencesTest.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bundle;
    }
}

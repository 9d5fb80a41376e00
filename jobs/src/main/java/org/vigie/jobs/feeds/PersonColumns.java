package org.vigie.jobs.feeds;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Columns that describe persons or dwellings. Vigie counts facts by place; such a column is refused at the door, or
 * ignored where the settings list it under {@code drop}.
 */
final class PersonColumns {

    private static final Set<String> WORDS = Set.of(
            "nom",
            "noms",
            "prenom",
            "prenoms",
            "patronyme",
            "civilite",
            "tel",
            "telephone",
            "telephones",
            "phone",
            "portable",
            "mobile",
            "gsm",
            "mail",
            "mails",
            "email",
            "courriel",
            "naissance",
            "locataire",
            "etage",
            "auteur",
            "auteurs",
            "suspect",
            "suspects",
            "victime",
            "victimes",
            "victim",
            "plaignant",
            "temoin",
            "temoins",
            "witness",
            "nationalite",
            "nationality",
            "ethnie",
            "religion",
            "handicap",
            "sante",
            "health",
            "nir",
            "iban",
            "rib",
            "plaque",
            "immatriculation",
            "revenu",
            "revenus",
            "surname",
            "firstname",
            "lastname",
            "tenant",
            "birth",
            "birthdate");

    private static final List<List<String>> PHRASES = List.of(
            List.of("mis", "en", "cause"),
            List.of("mise", "en", "cause"),
            List.of("first", "name"),
            List.of("last", "name"),
            List.of("securite", "sociale"));

    private static final Set<String> NUMBER_WORDS =
            Set.of("num", "numero", "n", "no", "nr", "id", "ref", "reference", "code", "identifiant");

    private static final Set<String> NUMBERED =
            Set.of("bail", "baux", "logement", "logt", "lgt", "appartement", "appt", "porte");

    private static final Set<String> PLACES = Set.of(
            "residence",
            "site",
            "commune",
            "ville",
            "agence",
            "secteur",
            "quartier",
            "batiment",
            "rue",
            "voie",
            "operation",
            "groupe",
            "ensemble",
            "patrimoine");

    private static final Set<String> LINKING = Set.of("de", "du", "des", "la", "le", "les", "l", "d", "the", "of");

    private PersonColumns() {}

    /** Whether a header names a column about persons or dwellings. */
    static boolean isPersonal(String header) {
        List<String> words = Spelling.words(header).stream()
                .filter(word -> !LINKING.contains(word))
                .toList();
        return !isNameOfPlace(words)
                && (words.stream().anyMatch(WORDS::contains)
                        || PHRASES.stream().anyMatch(phrase -> Collections.indexOfSubList(words, phrase) >= 0)
                        || isNumberOfDwelling(words));
    }

    /** {@code Nom de la commune}: a name, but of a place. */
    private static boolean isNameOfPlace(List<String> words) {
        return words.size() == 2 && words.contains("nom") && words.stream().anyMatch(PLACES::contains);
    }

    /** {@code N° bail}, {@code num_logement}, or {@code Logement} alone; not {@code nb_logements}. */
    private static boolean isNumberOfDwelling(List<String> words) {
        boolean dwelling = words.stream().anyMatch(NUMBERED::contains);
        return dwelling && (words.size() == 1 || words.stream().anyMatch(NUMBER_WORDS::contains));
    }
}

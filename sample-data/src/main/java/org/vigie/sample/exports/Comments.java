package org.vigie.sample.exports;

import java.util.List;
import org.vigie.sample.basis.Dice;

/** Harmless fictive comments. Some hold a word found nowhere else, so that a test can prove that comments go nowhere. */
final class Comments {

    /** The word. */
    static final String SENTINEL = "ZZSENTINELLEZZ";

    private static final List<String> TEXTS = List.of(
            "Vu en tournée",
            "Encombrants devant le local ; enlèvement demandé",
            "Panneau \"sortie de secours\" à revoir",
            "Porte calée avec une pierre",
            "Relevé à 2 endroits\nphoto classée au dossier",
            "Coût estimé : moins de 50 €",
            "Passage de l’entreprise prévu",
            "Déjà signalé l’an passé",
            "À revoir au prochain passage",
            "Texte fictif " + SENTINEL);

    private Comments() {}

    /** A comment, or none. */
    static String draw(Dice dice) {
        return dice.chance(0.15) ? dice.pick(TEXTS) : "";
    }
}

package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.jobs.cli.CommandLineRun.vigie;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

    private static final String HEADER = "num_incident;code_site;code_type;date_fait;date_saisie;canal\n";
    private static final String ROW = "I1;RES1;OCC_HALL;14/10/2024;15/10/2024 08:00;STAFF_LOG\n";

    private final SmallLandlord landlord;

    CheckCommandTest(@TempDir Path folder) {
        landlord = SmallLandlord.in(folder.resolve("landlord"));
    }

    @BeforeEach
    void twoFeedsThatAreFine() throws IOException {
        Files.delete(landlord.inbox("incivilites.csv"));
        landlord.deliver("incidents.csv", HEADER + ROW);
        Files.createDirectory(landlord.inbox("archives"));
        settings("fr", "");
    }

    @Test
    void saysOfEachBadFileInFrenchWhatToDo() throws IOException {
        deliverBadFiles();

        CommandLineRun check = vigie("check", landlord.root());

        assertThat(check.exitCode()).isZero();
        assertThat(check.err()).isEmpty();
        assertThat(plain(check.out())).isEqualTo("""
            incidents.csv (incidents) : 1 ligne
            Fichier refusé : le fichier incidents_a_vide.csv est vide : l’exporter de nouveau
            incidents_b_entete.csv (incidents) : 0 ligne
            Fichier refusé : le fichier incidents_c_long.csv n’est pas un CSV lisible : un guillemet n’est pas fermé, ou un champ est beaucoup trop long ; corriger ou exporter de nouveau
            Fichier refusé : le fichier incidents_d_guillemet.csv n’est pas un CSV lisible : un guillemet n’est pas fermé, ou un champ est beaucoup trop long ; corriger ou exporter de nouveau
            incidents_e_melange.csv (incidents) : 2 lignes, 1 écartée : valeur obligatoire absente (1)
            Fichier refusé : le fichier incidents_f_nul.csv n’est pas un texte en UTF-8 ou windows-1252 : l’enregistrer en « CSV UTF-8 » ou en .xlsx
            Fichier refusé : le fichier incidents_g_utf16.csv n’est pas un texte en UTF-8 ou windows-1252 : l’enregistrer en « CSV UTF-8 » ou en .xlsx
            Fichier refusé : le fichier incidents_h_double.csv est refusé : la colonne "canal" y est deux fois : en renommer ou retirer une ; le fichier contient : num_incident, code_site, code_type, date_fait, date_saisie, canal, CANAL
            Fichier refusé : le fichier incidents_i_rivales.csv est refusé : les colonnes "NATURE" et "Motif" peuvent toutes deux être "code_type" : indiquer la bonne sous columns dans vigie.yaml ; le fichier contient : num_incident, code_site, NATURE, Motif, date_fait, date_saisie, canal
            Fichier refusé : le fichier incidents_j_coupe.csv.gz est endommagé ou coupé : l’exporter ou le copier de nouveau
            Fichier refusé : le fichier incidents_k_dossier.csv est un dossier : déposer le fichier lui-même
            incidents_l_cr.csv (incidents) : 2 lignes
            incidents_m_dates.csv (incidents) : 4 lignes, 3 écartées : date illisible (3)
            Fichier refusé : le fichier incidents_n_personne.csv est refusé : la colonne "Téléphone" porte sur des personnes ou des logements, ce que Vigie ne lit pas : exporter sans elle, ou l’ajouter à drop sous feeds.incidents dans vigie.yaml
            Fichier refusé : le fichier incidents_o_colonne.csv est refusé : il manque la colonne "code_site" : indiquer celle qui la contient sous columns dans vigie.yaml ; le fichier contient : num_incident, lieu, code_type, date_fait, date_saisie, canal
            incidents_p_feuilles.xlsx (incidents) : 1 ligne
            incidents_p_feuilles.xlsx : seule la première feuille est lue. Non lues : 2025, Notes ; les enregistrer chacune dans un fichier si elles comptent
            sites.csv (sites) : 5 lignes
            notes.txt : ne correspond à aucun flux de vigie.yaml, sera ignoré
            7 fichiers lisibles, 11 refusés. Rien n’a été modifié.
            """);
    }

    @Test
    void saysTheSameInEnglish() throws IOException {
        settings("en", "");
        deliverBadFiles();

        CommandLineRun check = vigie("check", landlord.root());

        assertThat(check.exitCode()).isZero();
        assertThat(check.err()).isEmpty();
        assertThat(check.out())
                .contains("File refused: the file incidents_a_vide.csv is empty: export it again\n")
                .contains("incidents_m_dates.csv (incidents): 4 rows, 3 rejected: unreadable date (3)\n")
                .contains("File refused: the file incidents_k_dossier.csv is a folder: put the file itself there\n")
                .contains(
                        "columns \"NATURE\" and \"Motif\" may both be \"code_type\": name the right one under columns")
                .doesNotContain("fichier", "\tat ", "Exception");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | 2 | langage: fr                 | vigie: vigie.yaml, ligne 3, colonne 10 : il n’y a pas de réglage "langage" ici ; vouliez-vous écrire language ?
            en | 2 | langage: fr                 | vigie: vigie.yaml, line 3, column 10: there is no setting "langage" here; did you mean language?
            fr | 2 | timezone: Paris             | vigie: vigie.yaml, ligne 3, colonne 11 : timezone : "Paris" n’est pas un fuseau horaire ; écrire par exemple Europe/Paris
            en | 2 | timezone: Paris             | vigie: vigie.yaml, line 3, column 11: timezone: "Paris" is not a time zone; write for example Europe/Paris
            fr | 2 | privacy: {min_count: 2}     | vigie: vigie.yaml, ligne 3, colonne 22 : privacy.min_count : écrire au moins 5
            en | 2 | privacy: {min_count: 2}     | vigie: vigie.yaml, line 3, column 22: privacy.min_count: write at least 5
            """)
    void saysInTheLanguageOfTheSettingsWhatIsWrongWithThem(String language, int exit, String more, String said)
            throws IOException {
        settings(language, more);

        CommandLineRun check = vigie("check", landlord.root());

        assertThat(check.exitCode()).isEqualTo(exit);
        assertThat(plain(check.err())).isEqualTo(said + "\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            fr | vigie: le flux sites n’a aucun fichier utilisable : aucun fichier de l’inbox ne correspond à "sites*.csv" ; y déposer l’export, ou corriger files sous feeds dans vigie.yaml
            en | vigie: the feed sites has no usable file: nothing in the inbox matches "sites*.csv"; put the export there, or correct files under feeds in vigie.yaml
            """)
    void saysInTheLanguageOfTheSettingsThatAFeedIsMissing(String language, String said) throws IOException {
        settings(language, "");
        Files.delete(landlord.inbox("sites.csv"));

        CommandLineRun check = vigie("check", landlord.root());

        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(plain(check.err())).isEqualTo(said + "\n");
    }

    private void settings(String language, String more) throws IOException {
        Files.writeString(
                landlord.root().resolve("vigie.yaml"), "landlord: B\nlanguage: " + language + "\n" + more + """

            feeds:
              incidents: { files: "incidents*.csv" }
              sites:     { files: "sites*.csv" }
            """);
    }

    private void deliverBadFiles() throws IOException {
        landlord.deliver("notes.txt", "bonjour");
        landlord.deliver("incidents_a_vide.csv", "");
        landlord.deliver("incidents_b_entete.csv", HEADER);
        landlord.deliver("incidents_c_long.csv", HEADER + "I2;" + "x".repeat(3_000_000));
        landlord.deliver("incidents_d_guillemet.csv", HEADER + "I2;\"RES1;OCC_HALL\n" + ROW);
        landlord.deliver("incidents_e_melange.csv", HEADER + ROW + ROW.replace(';', ','));
        landlord.deliver("incidents_f_nul.csv", HEADER + ROW.repeat(2000) + "I2;RES\u0000;OCC_HALL\n");
        bytes("incidents_g_utf16.csv", ("\uFEFF" + HEADER + ROW).getBytes(StandardCharsets.UTF_16LE));
        landlord.deliver("incidents_h_double.csv", HEADER.strip() + ";CANAL\n" + ROW);
        landlord.deliver("incidents_i_rivales.csv", HEADER.replace("code_type", "NATURE;Motif") + ROW);
        bytes("incidents_j_coupe.csv.gz", cut());
        Files.createDirectory(landlord.inbox("incidents_k_dossier.csv"));
        bytes("incidents_l_cr.csv", (HEADER + ROW + ROW).replace('\n', '\r').getBytes(Charset.forName("windows-1252")));
        landlord.deliver(
                "incidents_m_dates.csv",
                HEADER
                        + ROW
                        + ROW.replace("14/10/2024", "29/02/2023")
                        + ROW.replace("14/10/2024", "31/04/2024")
                        + ROW.replace("14/10/2024", "2024-13-01"));
        landlord.deliver("incidents_n_personne.csv", HEADER.strip() + ";Téléphone\n");
        landlord.deliver("incidents_o_colonne.csv", HEADER.replace("code_site", "lieu") + ROW);
        workbook("incidents_p_feuilles.xlsx");
    }

    private static byte[] cut() throws IOException {
        java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(whole)) {
            out.write((HEADER + ROW.repeat(500)).getBytes(StandardCharsets.UTF_8));
        }
        return Arrays.copyOf(whole.toByteArray(), whole.size() - 12);
    }

    private void bytes(String name, byte[] content) throws IOException {
        Files.write(landlord.inbox(name), content);
    }

    private void workbook(String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(landlord.inbox(name));
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            fill(workbook.newWorksheet("2024"), HEADER + ROW);
            fill(workbook.newWorksheet("2025"), HEADER + ROW);
            workbook.newWorksheet("Feuil3");
            fill(workbook.newWorksheet("Notes"), "bonjour");
        }
    }

    private static void fill(Worksheet sheet, String csv) {
        String[] lines = csv.split("\n", -1);
        for (int row = 0; row < lines.length; row++) {
            String[] cells = lines[row].split(";", -1);
            for (int column = 0; column < cells.length; column++) {
                sheet.value(row, column, cells[column]);
            }
        }
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ').replace(System.lineSeparator(), "\n");
    }
}

package org.vigie.jobs.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportReaderTest {

    private static final String HEADER = "semaine;code_site;equipe;heures\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void findsTheSeparator(String separator) throws IOException {
        String csv =
                "code;libelle;date_debut;date_fin\nFERIE;\"a, b; c | d\";1/1/2026;1/1/2026\n".replace(";", separator);

        assertThat(texts(write(csv.getBytes(StandardCharsets.UTF_8)), Feed.CALENDAR, "date_fin"))
                .containsExactly("1/1/2026");
    }

    @Test
    void tellsUtf8FromWindowsByTheWholeFile() throws IOException {
        String csv = "code;libelle;date_debut;date_fin\n" + "FERIE;plain;1/1/2026;1/1/2026\n".repeat(5000)
                + "FERIE;Noël €;1;1\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            List<String> labels = texts(write(csv.getBytes(charset)), Feed.CALENDAR, "libelle");

            assertThat(labels).hasSize(5001).last().isEqualTo("Noël €");
        }
    }

    @Test
    void knowsTheLineOnWhichARowStarts() throws IOException {
        String csv = HEADER + "\r\n2026-W01;\"A\r\nB\";x;1\n;;;\n2026-W02;C;y;2";
        List<Long> lines = new ArrayList<>();

        open(write(csv.getBytes(StandardCharsets.UTF_8)), Feed.PRESENCE, FeedSettings.of("*"))
                .forEach(row -> lines.add(row.line()));

        assertThat(lines).containsExactly(3L, 6L);
    }

    @Test
    void takesQuotationMarksWithinATextAsTheyCome() throws IOException {
        String csv = "code;libelle;date_debut;date_fin\nFERIE;\"Le Clos\" bât. B;a;b\nFERIE;Bât \"B\";a;b\n";

        assertThat(texts(write(csv.getBytes(StandardCharsets.UTF_8)), Feed.CALENDAR, "libelle", "date_fin"))
                .containsExactly("Le Clos bât. B", "b", "Bât \"B\"", "b");
    }

    @Test
    void stripsEveryKindOfSpaceAroundAValue() throws IOException {
        String csv = HEADER + "\u00A02026-W01 ;\u202FRES1\uFEFF;  ;1\n";

        assertThat(texts(write(csv.getBytes(StandardCharsets.UTF_8)), Feed.PRESENCE, "semaine", "code_site", "equipe"))
                .containsExactly("2026-W01", "RES1", "");
    }

    @Test
    void readsPackedFilesAndTheFirstLineOfExcel() throws IOException {
        Path path = folder.resolve("packed.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(("\uFEFFsep=,\n" + HEADER + "2026-W01;RES1;NUIT;1\n")
                    .replace(';', ',')
                    .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(texts(path, Feed.PRESENCE, "code_site")).containsExactly("RES1");
    }

    @Test
    void toleratesMissingAndEmptyTrailingValuesButNotSurplusOnes() throws IOException {
        List<Boolean> surplus = new ArrayList<>();
        String csv = HEADER + "2026-W01;RES1\n2026-W01;RES1;NUIT;1;;\n2026-W01;RES1;NUIT;1;2\n";

        open(write(csv.getBytes(StandardCharsets.UTF_8)), Feed.PRESENCE, FeedSettings.of("*"))
                .forEach(row -> surplus.add(row.hasSurplusValues()));

        assertThat(surplus).containsExactly(false, false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom",
                "Prénom",
                "TÉL.",
                "N° tel",
                "Telephone",
                "Phone Number",
                "E-mail",
                "courriel",
                "Date de naissance",
                "num_bail",
                "N° bail",
                "num_locataire",
                "NumLocataire",
                "Locataire",
                "num_logement",
                "Logement",
                "N° logement",
                "Étage",
                "nom_auteur",
                "AUTEUR",
                "MIS_EN_CAUSE",
                "Témoin",
                "nationalité",
                "Santé",
                "NIR",
                "IBAN",
                "Plaque d'immatriculation",
                "Nom du gardien",
                "Last name"
            })
    void refusesColumnsAboutPersonsUnlessTheyAreDropped(String header) throws IOException {
        Path path = write(
                (HEADER.strip() + ";" + header + "\n2026-W01;RES1;NUIT;1;secret\n").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> open(path, Feed.PRESENCE, FeedSettings.of("*")))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("\"" + header + "\"")
                .hasMessageContaining("drop")
                .message()
                .hasLineCount(1);
        assertThat(texts(path, Feed.PRESENCE, dropping(header), "code_site")).containsExactly("RES1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nom de la commune",
                "nb_logements_vacants",
                "date_information",
                "Community Area Name",
                "Total",
                "Nominal",
                "Code postal",
                "Management Company",
                "Télésurveillance"
            })
    void readsPastColumnsThatOnlyLookAlike(String header) throws IOException {
        Path path =
                write((HEADER.strip() + ";" + header + "\n2026-W01;RES1;NUIT;1;x\n").getBytes(StandardCharsets.UTF_8));

        assertThat(texts(path, Feed.PRESENCE, "code_site")).containsExactly("RES1");
    }

    @Test
    void doesNotReadAPersonalColumnUnderAnotherName() throws IOException {
        Path path = write("num_locataire;date_suite;code_issue\n1;2;3\n".getBytes(StandardCharsets.UTF_8));
        FeedSettings renamed = with(Map.of("num_alerte", "num_locataire"), List.of());

        assertThatThrownBy(() -> open(path, Feed.OUTCOMES, renamed)).hasMessageContaining("num_locataire");
    }

    @Test
    void saysWhichColumnIsMissingAndWhatItSaw() throws IOException {
        Path path = write("semaine;site;équipe\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> open(path, Feed.PRESENCE, FeedSettings.of("*")))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("\"code_site\" is missing")
                .hasMessageContaining("semaine, site, équipe")
                .hasMessageContaining(String.valueOf(path.getFileName()));
        assertThatThrownBy(() -> open(path, Feed.PRESENCE, with(Map.of("code_site", "sites"), List.of())))
                .hasMessageContaining("\"sites\" of vigie.yaml is missing");
    }

    @Test
    void fallsBackToTheUsualNamesInFilesOfOtherYears() throws IOException {
        FeedSettings renamed = with(Map.of("code_site", "Résidence 2026"), List.of());
        Path old = write((HEADER + "2026-W01;RES1;NUIT;1\n").getBytes(StandardCharsets.UTF_8));
        Path now = write((HEADER.replace("code_site", "residence_2026") + "2026-W01;RES2;NUIT;1\n")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(texts(old, Feed.PRESENCE, renamed, "code_site")).containsExactly("RES1");
        assertThat(texts(now, Feed.PRESENCE, renamed, "code_site")).containsExactly("RES2");
    }

    @Test
    void refusesAColumnThatAppearsTwice() throws IOException {
        Path path = write((HEADER.strip() + ";Heures\n").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> open(path, Feed.PRESENCE, FeedSettings.of("*")))
                .hasMessageContaining("twice");
    }

    @Test
    void refusesFilesThatAreNotWhatTheySeem() throws IOException {
        byte[] csv = (HEADER + "2026-W01;RES1;NUIT;1\n".repeat(2000)).getBytes(StandardCharsets.UTF_8);
        Path cut = folder.resolve("cut.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(cut))) {
            out.write(csv);
        }
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), (int) Files.size(cut) - 9));

        refused(cut, "damaged or cut short");
        refused(write(new byte[0]), "is empty");
        refused(write(" \r\n ".getBytes(StandardCharsets.UTF_8)), "is empty");
        refused(write((HEADER + "2026").getBytes(StandardCharsets.UTF_16LE)), "not a text file");
        refused(write(new byte[] {'P', 'K', 3, 4, 0, 1, 2}), "not a readable .xlsx");
        refused(write(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}), ".xls format");
        refused(write((HEADER + "2026-W01;\"RES1;NUIT;1\n").getBytes(StandardCharsets.UTF_8)), "quotation mark");
    }

    @Test
    void canBeSentToAnotherProcess() throws IOException, ClassNotFoundException {
        FeedSettings settings = new FeedSettings(
                "*",
                true,
                Map.of("a", "b"),
                Map.of("c", Map.of("d", "e")),
                Map.of(),
                new FeedSettings.Key.OfColumns(List.of("f")),
                "g",
                List.of("h"),
                new FeedSettings.Durations(1, Map.of("i", 2)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(settings);
            out.writeObject(new FeedFile("x", Feed.WORKS, "y"));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(settings);
            assertThat(in.readObject()).isEqualTo(new FeedFile("x", Feed.WORKS, "y"));
        }
    }

    @Property(tries = 300)
    void neverFailsOtherwiseThanWithASentence(@ForAll @Size(max = 400) byte[] bytes, @ForAll boolean afterHeader)
            throws IOException {
        Path path = Files.createTempFile("export", ".csv");
        try {
            byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
            byte[] whole = Arrays.copyOf(header, header.length + bytes.length);
            System.arraycopy(bytes, 0, whole, header.length, bytes.length);
            Files.write(path, afterHeader ? whole : bytes);
            open(path, Feed.PRESENCE, FeedSettings.of("*"))
                    .forEach(row -> assertThat(row.text("heures")).isNotNull());
        } catch (FeedException e) {
            assertThat(e).message().hasLineCount(1);
        } finally {
            Files.delete(path);
        }
    }

    private void refused(Path path, String reason) {
        assertThatThrownBy(() -> open(path, Feed.PRESENCE, FeedSettings.of("*")))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining(String.valueOf(path.getFileName()))
                .hasMessageContaining(reason)
                .message()
                .hasLineCount(1);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "export", ".csv"), bytes);
    }

    private static ExportReader open(Path path, Feed feed, FeedSettings settings) {
        return ExportReader.open(new FeedFile(path.toString(), feed, "0123456789abcdef"), settings);
    }

    private static List<String> texts(Path path, Feed feed, String... columns) {
        return texts(path, feed, FeedSettings.of("*"), columns);
    }

    private static List<String> texts(Path path, Feed feed, FeedSettings settings, String... columns) {
        List<String> texts = new ArrayList<>();
        open(path, feed, settings).forEach(row -> {
            for (String column : columns) {
                texts.add(row.text(column));
            }
        });
        return texts;
    }

    private static FeedSettings dropping(String header) {
        return with(Map.of(), List.of(header));
    }

    private static FeedSettings with(Map<String, String> columns, List<String> drop) {
        FeedSettings.Durations none = new FeedSettings.Durations(0, Map.of());
        return new FeedSettings(
                "*", false, columns, Map.of(), Map.of(), new FeedSettings.Key.Delivered(), "", drop, none);
    }
}

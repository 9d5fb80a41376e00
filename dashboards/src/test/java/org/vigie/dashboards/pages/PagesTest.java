package org.vigie.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.dashboards.tables.PublishedTables;
import org.vigie.dashboards.texts.Language;

class PagesTest {

    /** Kept after the test, to be looked at. */
    private static final Path WEEKS = Path.of("target", "weeks");

    private static final PageSettings FRENCH =
            PageSettings.of("Bailleur <Exemple>", Language.FR, FixtureWeek.WEEK, "0.1.0");
    private static final PageSettings ENGLISH =
            PageSettings.of("Bailleur <Exemple>", Language.EN, FixtureWeek.WEEK, "0.1.0");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s(?:src|href|action|data|xlink:href)=\"([^\"]*)\"");

    private static Path busy;
    private static Path calm;
    private static Path english;

    @BeforeAll
    static void render() {
        busy = WEEKS.resolve("busy");
        FixtureWeek.busy(busy);
        Pages.render(busy, FRENCH);
        calm = WEEKS.resolve("calm");
        FixtureWeek.calm(calm);
        Pages.render(calm, FRENCH);
        english = WEEKS.resolve("english");
        FixtureWeek.busy(english);
        Pages.render(english, ENGLISH);
    }

    @Test
    void anAlertThatNobodyFollowedForFourWeeksIsTheManagersToDecide() {
        assertThat(text(page(busy, "index.html")))
                .contains("À décider (1)", "5 semaines sans action.", "Agir, mettre en sourdine ou accepter");
        assertThat(text(page(busy, "site/RES0005.html"))).contains("Fort en S39", "cette semaine : rien d’inhabituel");
    }

    @Test
    void writesAPageForEverySiteAndTeam() {
        List<String> expected = Stream.concat(
                        Stream.of(
                                "index.html",
                                "quartiers.html",
                                "liste/MED-EST.html",
                                "liste/MED-EST.ics",
                                "liste/MED-EST.pdf",
                                "liste/MED-OUEST.html",
                                "liste/MED-OUEST.ics",
                                "liste/MED-OUEST.pdf"),
                        Stream.iterate(0, i -> i + 1).limit(12).map(i -> "site/" + FixtureWeek.id(i) + ".html"))
                .sorted()
                .toList();
        assertThat(names(busy)).isEqualTo(expected);
        assertThat(names(calm)).isEqualTo(expected);
    }

    @Test
    void asksNothingFromOutside() {
        htmlPages(busy).forEach(html -> {
            assertThat(html).doesNotContain("http:").doesNotContain("https:").doesNotContain("@import");
            assertThat(html.replace("url(#", "")).doesNotContain("url(");
        });
    }

    @Test
    void linksOnlyToFilesThatExistOrAreExported() {
        for (Path page : files(busy).filter(PagesTest::isHtml).toList()) {
            Matcher attribute = ATTRIBUTE.matcher(read(page));
            while (attribute.find()) {
                String target = attribute.group(1).replaceFirst("#.*", "");
                boolean exported = target.matches(".*\\.(csv|xlsx|geojson)");
                assertThat(exported || target.isEmpty() || Files.exists(page.resolveSibling(target)))
                        .as("%s in %s", target, page)
                        .isTrue();
            }
        }
    }

    @Test
    void escapesWhatTheLandlordDelivers() {
        htmlPages(busy).forEach(html -> {
            assertThat(html).doesNotContain("<script>alert").doesNotContain("Bailleur <Exemple>");
            assertThat(html).contains("Bailleur &lt;Exemple&gt;");
        });
        assertThat(page(busy, "index.html")).contains("&lt;script&gt;alert");
    }

    @Test
    void saysTheWeekInTheOrderOfTheMeeting() {
        assertThat(text(page(busy, "index.html")))
                .containsSubsequence(
                        "Données jusqu’au dimanche 25 octobre 2026.",
                        "Incidents : à jour",
                        "Travaux : 19 jours sans nouvelle donnée",
                        "Présence : rien reçu",
                        "2 sites muets (gris)",
                        "25 lignes écartées",
                        "12 sites suivis. 2 nouvelles alertes, 3 en cours, 1 levée.",
                        "Nouvelles (2)",
                        "En cours avec du nouveau",
                        "En cours sans nouveau",
                        "Levées cette semaine (1)",
                        "Médiation Est",
                        "3/5",
                        "Tiroir : 1 alerte non transmise",
                        "À anticiper",
                        "Réhabilitation en site occupé, le lundi 9 novembre 2026",
                        "Information des locataires non enregistrée",
                        "entre 24 % et 46 %",
                        "Carte des sites",
                        "21 faits depuis S38, 9,4 attendus",
                        "Tous les sites",
                        "Qualité des données",
                        "bad_date (2)");
    }

    @Test
    void saysOnItsRowWhyAnAlertIsHeldBackAndHowOftenSuchAlertsWereRight() {
        assertThat(text(page(busy, "index.html")))
                .contains(
                        "Fort. Sur 100 alertes de ce niveau depuis un an, 62 confirmées (entre 48 et 75).",
                        "Non transmise : la capacité de l’équipe est atteinte.");
    }

    @Test
    void saysTheNineLinesOfACardInOrder() {
        assertThat(text(page(busy, "site/RES0001.html")))
                .containsSubsequence(
                        "Lieu et statut",
                        "Les Tilleuls (RES0001), bât. B. Orange. Épisode n° 2026-118, ouvert en S43",
                        "Ce qui change",
                        "9 occupations de hall en 4 semaines, 3,1 attendues",
                        "Depuis quand",
                        "En hausse depuis S41 (lundi 5 octobre 2026)",
                        "Par rapport à quoi",
                        "Même saison, 3 dernières années, 40 logements, heures de présence comparables",
                        "Sûr à quel point",
                        "Fort. Sur 100 alertes de ce niveau depuis un an, 62 ont été confirmées.",
                        "environ 1 fois tous les 3 ans",
                        "D’où vient l’information",
                        "7 faits signalés par des habitants, 2 relevés par nos équipes.",
                        "Ce qui peut l’expliquer",
                        "Remplacement de l’ascenseur depuis le 14/10",
                        "Prochain pas",
                        "Équipe de médiation : passage entre 20 h et 23 h",
                        "À revoir le 6 novembre 2026.",
                        "Ce qui la lèvera",
                        "Moins de 3 faits entre S44 et S47",
                        "Confirmée",
                        "Non vérifiée",
                        "Voir les chiffres",
                        "Ce qui fait le score",
                        "41,2");
    }

    @Test
    void saysWhyWhenALineOfACardIsEmpty() {
        assertThat(text(page(busy, "site/RES0002.html"))).contains("Pas encore assez de suites de terrain");
    }

    @Test
    void showsAGreySiteAsNotTold() {
        String grey = text(page(busy, "site/RES0004.html"));
        assertThat(grey)
                .contains("Données insuffisantes")
                .contains("Flux des incivilités muet depuis trois semaines : pas de conclusion.")
                .contains("ce silence ne veut pas dire que le site est calme");
    }

    @Test
    void saysOnEveryPageOfACalmWeekThatThereIsNoAlert() {
        assertThat(text(page(calm, "index.html")))
                .contains("Aucune alerte cette semaine.")
                .contains("Aucune alerte nouvelle cette semaine.")
                .contains("Aucune alerte levée cette semaine.");
        assertThat(text(page(calm, "liste/MED-EST.html"))).contains("Aucune alerte pour l’équipe cette semaine.");
        assertThat(text(page(calm, "site/RES0001.html"))).contains("Aucune alerte en cours sur ce site.");
        assertThat(text(page(calm, "quartiers.html")))
                .contains("Aucun quartier ne se distingue au-dessus de la moyenne du parc.");
    }

    @Test
    void listsTheVisitsInTheirOrderWithTheRandomOnesLast() {
        assertThat(text(page(busy, "liste/MED-EST.html")))
                .containsSubsequence(
                        "Ma liste S43 2026",
                        "Médiation Est · du 26 octobre 2026 au 1er novembre 2026",
                        "3 lieux, 1 passage au hasard",
                        "Les Tilleuls",
                        "Tour Camus",
                        "Cité Jean-Moulin",
                        "passage au hasard",
                        "Les Aubépines",
                        "Ailleurs sur mon secteur",
                        "1 site muet, données insuffisantes :",
                        "Cette liste propose, vous décidez. Elle porte sur des lieux, jamais sur des personnes.");
    }

    @Test
    void hidesTheFiguresOfASuppressedNeighbourhood() {
        assertThat(text(page(busy, "quartiers.html")))
                .containsSubsequence("Grand-Pré : 9,6 faits pour 100 logements et par an", "8,0 à 11,2")
                .contains("La Roseraie 310 masqué");
    }

    @Test
    void doesNotCallASilentNeighbourhoodCalm() {
        assertThat(text(page(busy, "quartiers.html")))
                .contains(
                        "Non évalué, car un flux de signalements y est muet : Le Rivage. Silence ne veut pas dire calme.")
                .contains("Le Rivage 290 non évalué Non évalué")
                .contains("1 quartier est masqué : trop peu de faits, ou de quoi en déduire un chiffre masqué.");
    }

    @Test
    void tellsOfNeighboursThatRiseTogetherWithWhatEachBrings() {
        assertThat(text(page(busy, "index.html")))
                .containsSubsequence(
                        "Sites voisins en hausse ensemble",
                        "3 sites : 21 faits depuis S38, 9,4 attendus.",
                        "Nouveau : au moins un site n’a pas d’épisode.",
                        "Les Tilleuls épisode ouvert 12 faits, attendu : 3,1",
                        "8 faits, attendu : 3,1",
                        "4 faits, attendu : 3,1",
                        "Par hasard, un groupe aussi marqué : moins d’une fois par an sur tout le parc.");
        assertThat(text(page(busy, "site/RES0001.html")))
                .contains("Ensemble avec des voisins : 3 sites : 21 faits depuis S38, 9,4 attendus.")
                .contains("Nouveau point chaud");
        assertThat(text(page(busy, "liste/MED-EST.html")))
                .contains("Sites voisins en hausse ensemble 3 sites : 21 faits depuis S38, 9,4 attendus. Les Tilleuls");
        assertThat(text(page(busy, "quartiers.html"))).contains("Au-dessus Point chaud durable");
    }

    @Test
    void saysHowASiteIsJudgedAndWhy() {
        assertThat(text(page(busy, "site/RES0001.html")))
                .contains(
                        "Méthode Référence partagée : l’attendu vient du passé du site, corrigé par celui de 11 autres sites de AG03")
                .contains("Seul, un site a trop peu de faits pour être jugé.");
    }

    @Test
    void saysHowManyDwellingsAreVacantAndWereAYearBefore() {
        assertThat(text(page(busy, "site/RES0001.html")))
                .containsPattern(
                        "\\d+ logements · 3 logements vacants \\(\\d+ %\\) en S43, contre 1 un an plus tôt · ");
    }

    @Test
    void writesInEnglishWhenAsked() {
        htmlPages(english).forEach(html -> assertThat(html).contains("<html lang=\"en\">"));
        assertThat(text(page(english, "index.html")))
                .contains("12 sites followed. 2 new alerts, 3 ongoing, 1 closed.")
                .contains("Data up to Sunday 25 October 2026.")
                .doesNotContain("Aucun");
    }

    @Test
    void givesTheSameBytesForTheSameTables(@TempDir Path folder) throws IOException {
        FixtureWeek.busy(folder);
        Pages.render(folder, FRENCH);
        for (String name : names(busy)) {
            assertThat(folder.resolve("pages").resolve(name))
                    .as(name)
                    .hasSameBinaryContentAs(busy.resolve("pages").resolve(name));
        }
    }

    @Test
    void rendersAThousandSitesInSecondsAndKeepsEachPageLight(@TempDir Path folder) {
        FixtureWeek.large(folder, 1000);
        long start = System.nanoTime();
        Pages.render(folder, FRENCH);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        assertThat(files(folder).filter(PagesTest::isHtml))
                .hasSize(1004)
                .allSatisfy(page -> assertThat(Files.size(page)).isLessThan(300_000));
        assertThat(text(page(folder, "index.html"))).contains("Les 300 premiers sites sur 1 000");
    }

    @Test
    void rendersAWeekWhoseTablesAreEmpty(@TempDir Path folder) {
        FixtureWeek.empty(folder);
        Pages.render(folder, FRENCH);
        assertThat(text(page(folder, "index.html"))).contains("Aucun site suivi. Aucune alerte cette semaine.");
        assertThat(text(page(folder, "quartiers.html"))).contains("Aucun quartier à comparer");
    }

    @Test
    void leadsToTheWeeksBesideAndShowsANotice(@TempDir Path folder) {
        FixtureWeek.calm(folder);
        PageSettings settings = FRENCH.withOtherWeeks(
                        List.of(FixtureWeek.WEEK.minusWeeks(2), FixtureWeek.WEEK.minusWeeks(1)))
                .withNotice("Rapport de S43 : les données de S44 n’ont pas passé les contrôles.");
        Pages.render(folder, settings);
        assertThat(page(folder, "index.html")).contains("href=\"../../2026-W42/pages/index.html\"");
        assertThat(page(folder, "site/RES0001.html"))
                .contains("href=\"../../../2026-W42/pages/index.html\"")
                .contains("role=\"alert\"")
                .contains("les données de S44");
    }

    @Test
    void namesTheMissingTable(@TempDir Path folder) throws IOException {
        FixtureWeek.calm(folder);
        Files.delete(folder.resolve(PublishedTables.PARTS.name() + ".parquet"));
        assertThatThrownBy(() -> Pages.render(folder, FRENCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parts.parquet");
    }

    /** What a reader sees: tags and styles taken out, entities resolved, spaces of all kinds made plain. */
    static String text(String html) {
        return html.replaceAll("(?s)<(style|script|svg)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("[\\s\u00A0\u202F]+", " ");
    }

    private static Stream<Path> files(Path week) {
        Path pages = week.resolve("pages");
        try (Stream<Path> all = Files.walk(pages)) {
            return Arrays.stream(all.filter(Files::isRegularFile).toArray(Path[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path week) {
        return files(week)
                .map(file -> week.resolve("pages").relativize(file).toString().replace('\\', '/'))
                .sorted()
                .toList();
    }

    private static Stream<String> htmlPages(Path week) {
        return files(week).filter(PagesTest::isHtml).map(PagesTest::read);
    }

    private static boolean isHtml(Path file) {
        return file.toString().endsWith(".html");
    }

    static String page(Path week, String name) {
        return read(week.resolve("pages").resolve(name));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

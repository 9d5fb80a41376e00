package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.jobs.cli.CommandLineRun.vigie;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.analytics.calendar.IsoWeek;

/** What a back-test reads and what it does not. */
class BacktestCommandTest {

    private static final IsoWeek FROM = IsoWeek.of(2024, 2);
    private static final IsoWeek TO = IsoWeek.of(2024, 10);

    @TempDir
    Path folder;

    private SmallLandlord landlord;

    @BeforeEach
    void aBurstBeforeTheTestedWeeksEnd() throws IOException {
        landlord = SmallLandlord.in(folder.resolve("landlord"))
                .withBurst(IsoWeek.of(2024, 5).monday());
        Path settings = landlord.root().resolve("vigie.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace("feeds:", "detection: { history_weeks: 52, horizon_weeks: 4 }\nfeeds:")
                        .replace(
                                "  sites: ",
                                "  presence:     { files: \"presence*.csv\", optional: true }\n"
                                        + "  turnover:     { files: \"mouvements*.csv\", optional: true }\n  sites: "));
        landlord.deliver("presence.csv", """
            semaine;code_site;equipe;heures;origine
            2024-W03;RES1;MEDIATION;6;PROGRAMME
            2024-W06;RES2;MEDIATION;4;PROGRAMME
            """);
    }

    @Test
    void nothingThatBecameKnownAfterTheLastWeekChangesAByte() throws IOException {
        String report = backtest("before");
        String page = page("before");
        assertThat(report).contains("forecast;forecast;brier;").contains("list;vigie;ppv;");

        poisonTheFuture();

        assertThat(backtest("after")).isEqualTo(report);
        assertThat(page("after").replace("after.csv", "before.csv")).isEqualTo(page);

        landlord.deliver("incidents_dedans.csv", """
            num_incident;code_site;code_type;date_fait;date_saisie;canal;statut
            D1;RES1;PER_PHYSICAL;2024-02-06;2024-02-07 08:00;STAFF_LOG;CLOS
            D2;RES1;PER_PHYSICAL;2024-02-06;2024-02-07 08:00;STAFF_LOG;CLOS
            """);
        assertThat(backtest("within"))
                .as("what became known within the tested weeks does count")
                .isNotEqualTo(report);
    }

    /** Rows told after the last week: new facts, other versions of old ones, places, plans, moves, hours, outcomes. */
    private void poisonTheFuture() {
        StringBuilder facts =
                new StringBuilder("num_incident;code_site;code_type;date_fait;date_saisie;canal;statut;gravite\n");
        for (int number = 0; number < 60; number++) {
            facts.append(String.format(
                    "P%d;RES%d;PER_PHYSICAL;2024-0%d-12;2024-03-11 00:00;STAFF_LOG;CLOS;5%n",
                    number, 1 + number % 3, 1 + number % 3));
            facts.append(String.format(
                    "F%d;RES1;PER_PHYSICAL;2024-04-1%d;2024-04-20 08:00;STAFF_LOG;CLOS;5%n", number, number % 10));
        }
        for (int day = 0; day < 21; day++) {
            facts.append(
                    String.format("B%d-0;RES1;PER_PHYSICAL;2023-12-01;2024-03-11 08:00;STAFF_LOG;ANNULE;5%n", day));
        }
        landlord.deliver("incidents_futur.csv", facts.toString());
        landlord.deliver("sites_futur.csv", """
            code_site;libelle;niveau;code_parent;code_agence;nb_logements;date_debut;date_fin;mediateur_equipe
            RES1;Ailleurs;RESIDENCE;SE1;AG1;9999;01/01/1970;31/12/9999;MED-9
            RES2;Les Aulnes;RESIDENCE;SE1;AG1;1;;;MED-9
            RES9;Tour neuve;RESIDENCE;SE1;AG1;500;;;MED-9
            """);
        landlord.deliver("travaux_futur.csv", """
            num_operation;code_site;code_travaux;statut;date_debut_prevue;date_fin_prevue;date_maj
            T1;RES1;FACADE;EN_COURS;2023-01-02;2024-12-31;2024-03-11 09:00
            """);
        landlord.deliver("mouvements_futur.csv", """
            num_mouvement;code_site;code_mouvement;date_effet;date_saisie
            M1;RES1;IN_NEW;2024-02-05;2024-03-12 08:00
            """);
        landlord.deliver("presence_futur.csv", """
            semaine;code_site;equipe;heures;origine
            2024-W03;RES1;MEDIATION;150;ALERTE
            2024-W06;RES2;MEDIATION;0;PROGRAMME
            2024-W07;RES2;MEDIATION;90;ALERTE
            """);
        landlord.deliver("suites_futur.csv", """
            num_alerte;date_suite;code_issue;decision;motif;date_fin
            A-2024-W05-RES2-OCC;06/02/2024;NOTHING;;;
            A-2024-W06-RES2-OCC;13/02/2024;NOTHING;;;
            A-2024-W07-RES2-OCC;20/02/2024;NOTHING;;;
            """);
    }

    @Test
    void refusesWeeksItCannotTestWithTheExitCodeOfTheFailure() {
        assertThat(vigie("backtest", landlord.root(), "--from", "2024-W10", "--to", "2024-W02")
                        .exitCode())
                .isEqualTo(2);
        CommandLineRun tooNew = vigie("backtest", landlord.root(), "--to", "2199-W20");
        assertThat(tooNew.exitCode()).isEqualTo(2);
        assertThat(tooNew.err()).contains("2199-W20 n’est pas terminée");
        assertThat(vigie("backtest", landlord.root(), "--from", FROM, "--to", TO, "--out", folder)
                        .exitCode())
                .isEqualTo(2);
        assertThat(vigie("backtest", folder.resolve("nowhere")).exitCode()).isEqualTo(2);
    }

    private String backtest(String name) throws IOException {
        Path report = folder.resolve(name + ".csv");
        Map<String, String> published = FolderState.of(landlord.root().resolve("published"), file -> true);
        CommandLineRun run = vigie("backtest", landlord.root(), "--from", FROM, "--to", TO, "--out", report);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(FolderState.of(landlord.root().resolve("published"), file -> true))
                .isEqualTo(published);
        return Files.readString(report);
    }

    private String page(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("backtest.html"));
    }
}

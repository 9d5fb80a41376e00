package org.vigie.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.vigie.analytics.calendar.IsoWeek;

/**
 * A landlord with three residences, one of them under 11 dwellings, and a steady trickle of facts from January 2023 to
 * Sunday 19 May 2024: small enough to run in seconds, calm enough to raise no alert.
 */
final class SmallLandlord {

    static final IsoWeek LAST_WEEK = IsoWeek.of(2024, 20);
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 2);

    private final Path root;

    private SmallLandlord(Path root) {
        this.root = root;
    }

    /** Writes settings and exports into a folder. */
    static SmallLandlord in(Path root) {
        SmallLandlord landlord = new SmallLandlord(root);
        landlord.write("vigie.yaml", """
            landlord: Petit Bailleur
            language: fr
            timezone: Europe/Paris
            feeds:
              incidents:    { files: "incidents*.csv" }
              incivilities: { files: "incivilites*.csv" }
              works:        { files: "travaux*.csv", optional: true }
              sites:        { files: "sites*.csv" }
            spark: { master: "local[2]" }
            """);
        landlord.deliver("sites.csv", """
            code_site;libelle;niveau;code_parent;code_agence;nb_logements;date_debut;date_fin;mediateur_equipe
            AG1;Agence;AGENCE;;AG1;126;;;
            SE1;Secteur;SECTEUR;AG1;AG1;126;;;
            RES1;Les Ormes;RESIDENCE;SE1;AG1;60;01/01/1970;31/12/9999;MED-1
            RES2;Les Aulnes;RESIDENCE;SE1;AG1;60;;;MED-1
            RES3;Les Ifs;RESIDENCE;SE1;AG1;6;01/01/1970;;MED-1
            """);
        landlord.deliver("incidents.csv", landlord.incidents(FIRST_DAY, LAST_WEEK.sunday()));
        landlord.deliver("incivilites.csv", landlord.incivilities(FIRST_DAY, LAST_WEEK.sunday()));
        return landlord;
    }

    /** Adds three hall occupations a day at RES2 in the three weeks from a Monday on. */
    SmallLandlord withBurst(LocalDate monday) {
        StringBuilder burst =
                new StringBuilder("num_incident;code_site;code_type;date_fait;date_saisie;canal;statut\n");
        for (int day = 0; day < 21; day++) {
            LocalDate date = monday.plusDays(day);
            for (int number = 0; number < 3; number++) {
                burst.append(
                        String.format("B%d-%d;RES2;OCC_HALL;%s;%s 20:00;STAFF_LOG;CLOS%n", day, number, date, date));
            }
        }
        deliver("incidents_hall.csv", burst.toString());
        return this;
    }

    Path root() {
        return root;
    }

    Path inbox(String name) {
        return root.resolve("inbox").resolve(name);
    }

    Path published(IsoWeek week) {
        return root.resolve("published").resolve(week.toString());
    }

    /** Puts a file into the inbox. */
    void deliver(String name, String content) {
        write("inbox/" + name, content);
    }

    /** Incidents on every 11th day, the residences in turn. */
    String incidents(LocalDate from, LocalDate to) {
        StringBuilder rows = new StringBuilder(
                "num_incident;code_site;code_type;date_fait;heure_fait;date_saisie;canal;statut;commentaire\n");
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(11)) {
            long number = day.toEpochDay();
            rows.append(String.format(
                    "I%d;RES%d;OCC_HALL;%s;23h15;%s 08:00;STAFF_LOG;CLOS;vu par le gardien%n",
                    number, 1 + number % 3, day, day.isEqual(to) ? day : day.plusDays(1)));
        }
        return rows.toString();
    }

    /** Reports of incivilities on every 5th day, the residences in turn. */
    String incivilities(LocalDate from, LocalDate to) {
        StringBuilder rows =
                new StringBuilder("num_signalement;code_site;code_type;date_signalement;date_fait;canal;statut\n");
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(5)) {
            long number = day.toEpochDay();
            rows.append(String.format(
                    "R%d;RES%d;ENV_DUMPING;%s 09:30;%s;RES_PHONE;CLOS%n", number, 1 + number % 3, day, day));
        }
        return rows.toString();
    }

    private void write(String name, String content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name, e);
        }
    }
}

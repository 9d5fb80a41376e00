package org.vigie.sample.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.vigie.sample.basis.Dice;
import org.vigie.sample.basis.Period;
import org.vigie.sample.events.Operation;
import org.vigie.sample.events.Works;
import org.vigie.sample.places.Residence;

/**
 * The works feed, a spreadsheet: every version of the plan of each operation, one row for each residence that it touches.
 * The last update is {@value #LATE_DAYS} days older than the other feeds.
 */
final class WorksExport {

    private static final int LATE_DAYS = 12;
    private static final List<String> HEADER = List.of(
            ("num_operation;code_site;NATURE_TRAVAUX;libelle;statut;date_debut_prevue;date_fin_prevue;date_debut_reelle;"
                            + "date_fin_reelle;site_occupe;nb_logements_concernes;interruption;"
                            + "date_information_locataires;date_maj")
                    .split(";"));

    /** The plan of an operation as it stood from a moment on. */
    private record Version(Operation operation, String status, LocalDateTime updated) {}

    private final Dice dice;
    private final List<Version> versions = new ArrayList<>();

    private WorksExport(Dice dice) {
        this.dice = dice;
    }

    static void write(Path inbox, Works works, Period period, long seed) throws IOException {
        WorksExport export = new WorksExport(Dice.of(seed, "works", "versions"));
        works.all().forEach(export::addVersions);
        LocalDateTime delivered = period.lastDay().minusDays(LATE_DAYS - 1L).atStartOfDay();
        List<Version> ordered = export.versions.stream()
                .filter(version -> version.updated().isBefore(delivered))
                .sorted(Comparator.comparing(Version::updated)
                        .thenComparing(version -> version.operation().number()))
                .toList();
        Path file = inbox.resolve("travaux.xlsx");
        try (OutputStream stream = Files.newOutputStream(file);
                Workbook workbook = new Workbook(stream, "Planning travaux", "1.0")) {
            fill(workbook.newWorksheet("Planning"), ordered);
        }
        SteadyZip.rewrite(file);
    }

    private void addVersions(Operation operation) {
        add(operation, "PLANNED", operation.plannedStart().minusDays(dice.whole(46, 100)));
        if (operation.cancelled()) {
            add(operation, "CANCELLED", operation.plannedStart().minusDays(dice.whole(5, 30)));
            return;
        }
        if (operation.tenantsTold()) {
            add(operation, "NOTIFIED", operation.toldOn().plusDays(1));
        }
        add(operation, "ONGOING", operation.actualStart().plusDays(dice.whole(0, 3)));
        if (dice.chance(0.3)) {
            add(operation, "RESERVES", operation.actualEnd().plusDays(1));
        }
        add(operation, "DONE", operation.actualEnd().plusDays(dice.whole(2, 14)));
    }

    private void add(Operation operation, String status, LocalDate day) {
        versions.add(new Version(operation, status, day.atTime(dice.whole(7, 18), 0)));
    }

    private static void fill(Worksheet sheet, List<Version> versions) {
        for (int column = 0; column < HEADER.size(); column++) {
            sheet.value(0, column, HEADER.get(column));
        }
        int row = 1;
        for (Version version : versions) {
            for (Residence residence : version.operation().residences()) {
                fillRow(sheet, row++, version, residence);
            }
        }
        sheet.value(row, 0, "OP-2026-999");
        sheet.value(row, 1, "RES0001");
        sheet.value(row, 2, "OTHER");
        sheet.value(row, 3, "Fin avant le début");
        sheet.value(row, 4, "PLANNED");
        LocalDate start =
                versions.get(versions.size() - 1).updated().toLocalDate().plusDays(40);
        day(sheet, row, 5, start);
        day(sheet, row, 6, start.minusDays(10));
        moment(sheet, row, 13, versions.get(versions.size() - 1).updated());
    }

    private static void fillRow(Worksheet sheet, int row, Version version, Residence residence) {
        Operation operation = version.operation();
        boolean started = List.of("ONGOING", "RESERVES", "DONE").contains(version.status());
        boolean ended = List.of("RESERVES", "DONE").contains(version.status());
        sheet.value(row, 0, operation.number());
        sheet.value(row, 1, residence.code());
        sheet.value(row, 2, operation.type().code());
        sheet.value(row, 3, operation.type().label());
        sheet.value(row, 4, version.status());
        day(sheet, row, 5, operation.plannedStart());
        day(sheet, row, 6, operation.plannedEnd());
        if (started) {
            day(sheet, row, 7, operation.actualStart());
            sheet.value(row, 8, "31/12/9999");
        }
        if (ended) {
            day(sheet, row, 8, operation.actualEnd());
        }
        sheet.value(row, 9, operation.type().code().equals("ANRU_DEMO") ? "N" : "O");
        sheet.value(row, 10, residence.dwellings());
        sheet.value(row, 11, operation.type().interruption());
        if (operation.tenantsTold() && !version.status().equals("PLANNED")) {
            day(sheet, row, 12, operation.toldOn());
        }
        moment(sheet, row, 13, version.updated());
    }

    private static void day(Worksheet sheet, int row, int column, LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column).format("dd/mm/yyyy").set();
    }

    private static void moment(Worksheet sheet, int row, int column, LocalDateTime moment) {
        sheet.value(row, column, moment);
        sheet.style(row, column).format("dd/mm/yyyy hh:mm").set();
    }
}

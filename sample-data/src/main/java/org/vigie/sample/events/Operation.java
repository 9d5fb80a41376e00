package org.vigie.sample.events;

import java.time.LocalDate;
import java.util.List;
import org.vigie.sample.places.Residence;

/**
 * Building works at one or several residences.
 *
 * @param number number of the operation
 * @param residences where
 * @param type kind of works
 * @param plannedStart first day planned
 * @param plannedEnd last day planned
 * @param slipDays days by which start and end slipped
 * @param toldOn day on which tenants were told, when {@code tenantsTold}
 * @param tenantsTold whether they were told at all
 * @param cancelled whether it was given up before its start
 * @param factor rate of facts while it runs, against the ordinary rate
 */
public record Operation(
        String number,
        List<Residence> residences,
        WorksType type,
        LocalDate plannedStart,
        LocalDate plannedEnd,
        int slipDays,
        LocalDate toldOn,
        boolean tenantsTold,
        boolean cancelled,
        double factor) {

    /**
     * A kind of works.
     *
     * @param code code of the works feed
     * @param label name
     * @param weeks usual length
     * @param nuisance 1 to 3; from 2 on, works shift the level of facts
     * @param interruption what is cut meanwhile
     * @param weight how often it is drawn
     */
    public record WorksType(String code, String label, int weeks, int nuisance, String interruption, double weight) {}

    /** Copies the list. */
    public Operation {
        residences = List.copyOf(residences);
    }

    /** First day on which it really ran. */
    public LocalDate actualStart() {
        return plannedStart.plusDays(slipDays);
    }

    /** Last day on which it really ran. */
    public LocalDate actualEnd() {
        return plannedEnd.plusDays(2L * slipDays);
    }

    /** Whether it touches this residence and runs in the week that starts on this Monday. */
    public boolean runsAt(Residence residence, LocalDate monday) {
        return !cancelled
                && !actualStart().isAfter(monday.plusDays(6))
                && !actualEnd().isBefore(monday)
                && residences.stream().anyMatch(touched -> touched.code().equals(residence.code()));
    }
}

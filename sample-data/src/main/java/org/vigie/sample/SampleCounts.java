package org.vigie.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.analytics.series.SiteHistory;
import org.vigie.sample.basis.Period;
import org.vigie.sample.events.Operation;
import org.vigie.sample.events.PresenceHours;
import org.vigie.sample.facts.Circumstances;
import org.vigie.sample.facts.Fact;
import org.vigie.sample.places.Residence;

/**
 * The same simulated landlord as {@link SampleLandlord}, as counts in memory and without a file: hundreds of residences in
 * seconds, for measuring detectors. Facts count in the week written on them, in the end; the last weeks lack what comes
 * late, as in the exports.
 */
public final class SampleCounts {

    private final Circumstances around;
    private final Map<String, double[]> reported = new HashMap<>();
    private final Map<String, double[]> discovered = new HashMap<>();
    private final Map<String, double[]> hours = new HashMap<>();

    private SampleCounts(Circumstances around) {
        this.around = around;
    }

    /** Draws the residences that live through all the weeks, in the order of their codes. */
    public static List<SimulatedSite> draw(SampleSettings settings) {
        SampleWorld world = SampleWorld.draw(settings);
        SampleCounts counts = new SampleCounts(world.circumstances());
        world.facts().forEach(counts::add);
        world.circumstances().presence().all().forEach(counts::add);
        return counts.sites();
    }

    private void add(Fact fact) {
        int week = around.period().indexOf(fact.day());
        if (fact.type().counted() && week >= 0 && week < around.period().weeks()) {
            weeks(fact.discovered() ? discovered : reported, fact.residence().code())[week]++;
        }
    }

    private void add(PresenceHours present) {
        weeks(hours, present.site())[present.week()] += present.hours();
    }

    private double[] weeks(Map<String, double[]> columns, String residence) {
        return columns.computeIfAbsent(
                residence, code -> new double[around.period().weeks()]);
    }

    private List<SimulatedSite> sites() {
        Period period = around.period();
        List<SimulatedSite> sites = new ArrayList<>();
        for (Residence residence :
                around.disturbances().asFiled(around.estate()).livingThrough(period.firstDay(), period.lastDay())) {
            String code = residence.code();
            SiteHistory history = SiteHistory.ofCounts(
                            residence.area().agency(), residence.dwellings(), weeks(reported, code))
                    .withDiscovered(weeks(discovered, code))
                    .withPresenceHours(weeks(hours, code))
                    .withWorks(worksAt(residence));
            var place = new SimulatedSite.Place(
                    residence.x(), residence.y(), residence.area().code());
            sites.add(new SimulatedSite(code, place, history, around.tensions().of(residence)));
        }
        return sites;
    }

    private boolean[] worksAt(Residence residence) {
        boolean[] running = new boolean[around.period().weeks()];
        List<Operation> here = around.works().all().stream()
                .filter(operation -> operation.residences().stream()
                        .anyMatch(touched -> touched.code().equals(residence.code())))
                .toList();
        for (int week = 0; week < running.length; week++) {
            int at = week;
            running[week] = here.stream()
                    .anyMatch(operation ->
                            operation.runsAt(residence, around.period().monday(at)));
        }
        return running;
    }
}

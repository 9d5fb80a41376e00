package org.vigie.sample.exports;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.sample.basis.Dice;
import org.vigie.sample.basis.Period;
import org.vigie.sample.events.AgencyHabits;
import org.vigie.sample.facts.Fact;

/**
 * The lines of the two fact feeds: first versions, corrections, cancellations, further reports of the same fact, and
 * duplicates marked as such.
 *
 * @param incidents lines of the incidents feed
 * @param incivilities lines of the incivilities feed
 */
record FactFeeds(List<FactRow> incidents, List<FactRow> incivilities) {

    private static final double CORRECTED = 0.025;
    private static final double CANCELLED = 0.012;
    private static final double MARKED_DUPLICATE = 0.015;

    /** Prints facts; {@code period} ends what is delivered. */
    static FactFeeds print(List<Fact> facts, Period period, long seed) {
        Printer printer = new Printer(Dice.of(seed, "prints"), period);
        facts.forEach(printer::print);
        return new FactFeeds(printer.incidents, printer.incivilities);
    }

    private static final class Printer {

        private final Dice dice;
        private final Period period;
        private final LocalDateTime end;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<FactRow> incidents = new ArrayList<>();
        private final List<FactRow> incivilities = new ArrayList<>();

        Printer(Dice dice, Period period) {
            this.dice = dice;
            this.period = period;
            this.end = period.lastDay().plusDays(1).atStartOfDay();
        }

        void print(Fact fact) {
            if (fact.type().incident()) {
                printIncident(fact);
            } else {
                printIncivility(fact);
            }
        }

        private void printIncident(Fact fact) {
            String number = next(fact.recorded().getYear() + "-%06d");
            boolean closed = fact.recorded().plusDays(20).isBefore(end);
            Map<String, String> values = new HashMap<>();
            values.put("num_incident", number);
            values.put("version", "1");
            values.put("code_site", fact.place());
            values.put("code_type", fact.type().code());
            values.put("gravite", dice.chance(0.05) ? "" : Integer.toString(fact.severity()));
            values.put("date_fait", French.day(fact.day()));
            values.put("heure_fait", French.hour(fact.minute(), dice.chance(0.6)));
            values.put("date_saisie", French.moment(fact.recorded()));
            values.put("canal", fact.channel());
            values.put("statut", closed ? "CLOS" : dice.chance(0.5) ? "OUVERT" : "EN_COURS");
            values.put(
                    "date_cloture",
                    closed ? French.day(fact.recorded().toLocalDate().plusDays(dice.whole(1, 19))) : "");
            values.put("plainte_deposee", fact.severity() >= 4 && dice.chance(0.2) ? "O" : "N");
            values.put("nb_signalements", Integer.toString(1 + fact.moreReports()));
            values.put("cout_eur", fact.type().family().equals("PRO") ? French.money(dice.whole(2_000, 250_000)) : "");
            values.put("commentaire", Comments.draw(dice));
            FactRow row = new FactRow(fact.recorded(), values);
            incidents.add(row);
            printSecondVersion(fact, row);
            for (int i = 0; i < fact.moreReports(); i++) {
                addReport(fact, report(fact, i == 0 ? 1 : dice.whole(1, 30)).with("num_fait", number));
            }
        }

        private void printSecondVersion(Fact fact, FactRow first) {
            LocalDateTime later = first.recorded().plusDays(dice.whole(1, 35)).plusMinutes(dice.whole(1, 300));
            double fate = dice.uniform();
            if (fate >= CORRECTED + CANCELLED || !later.isBefore(end)) {
                return;
            }
            FactRow second = first.at(later).with("version", "2").with("date_saisie", French.moment(later));
            if (fate < CANCELLED) {
                incidents.add(second.with("statut", "ANNULE"));
            } else if (fact.place().equals(fact.residence().code()) || dice.chance(0.5)) {
                int severity = fact.severity() < 5 ? fact.severity() + 1 : 4;
                incidents.add(second.with("gravite", Integer.toString(severity)));
            } else {
                incidents.add(second.with("code_site", fact.residence().code()));
            }
        }

        private void printIncivility(Fact fact) {
            FactRow first = report(fact, 0);
            double fate = dice.uniform();
            String number = addReport(fact, fate < CANCELLED ? first.with("statut", "ANNULE") : first);
            for (int i = 0; i < fact.moreReports(); i++) {
                addReport(fact, report(fact, dice.whole(1, 40)).with("num_fait", number));
            }
            if (fate > 1 - MARKED_DUPLICATE) {
                addReport(fact, report(fact, 1).with("statut", "DOUBLON"));
            }
        }

        private FactRow report(Fact fact, int hoursLater) {
            LocalDateTime recorded = fact.recorded().plusHours(hoursLater);
            boolean closed = recorded.plusDays(15).isBefore(end);
            Map<String, String> values = new HashMap<>();
            values.put("code_site", fact.place());
            values.put("code_type", fact.type().code());
            values.put("date_signalement", French.moment(recorded));
            values.put("date_fait", French.day(fact.day()));
            values.put("canal", hoursLater > 0 ? "RES_PHONE" : fact.channel());
            values.put("delai_reponse_h", closed ? French.tenths(dice.whole(5, 1200)) : "");
            values.put("statut", closed ? "CLOS" : "OUVERT");
            values.put("commentaire", Comments.draw(dice));
            return new FactRow(recorded, values);
        }

        private String addReport(Fact fact, FactRow report) {
            String number = next("SIG-%06d");
            if (report.recorded().isBefore(end) && !isSilent(fact, report)) {
                incivilities.add(report.with("num_signalement", number));
            }
            return number;
        }

        private boolean isSilent(Fact fact, FactRow report) {
            int week = period.indexOf(report.recorded().toLocalDate());
            return new AgencyHabits(period).silent(fact.residence().area().agency(), week);
        }

        private String next(String pattern) {
            return String.format(Locale.ROOT, pattern, numbers.merge(pattern, 1, Integer::sum));
        }
    }
}

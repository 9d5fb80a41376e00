package org.vigie.sample.events;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.sample.basis.Dice;
import org.vigie.sample.basis.Period;
import org.vigie.sample.places.Estate;
import org.vigie.sample.places.Residence;

/**
 * All movements of tenants: 9.3 % of dwellings change hands in a year, transfer requests and refusals beside them, twice
 * as many around a tension; the demolished residence empties in its last nine months.
 *
 * @param all in the order in which they were entered
 */
public record Moves(List<Move> all) {

    private static final double TURNOVER_A_YEAR = 0.093;
    private static final double REQUESTS_A_YEAR = 0.05;
    private static final List<String> OUT =
            List.of("OUT_NOTICE", "OUT_TRANSFER", "OUT_DEATH", "OUT_EVICTION", "OUT_ABANDON", "OUT_OTHER");
    private static final double[] OUT_WEIGHTS = {70, 14, 8, 3, 2, 3};
    private static final List<String> SIZES = List.of("T1", "T2", "T3", "T4", "T5+");
    private static final double[] SIZE_WEIGHTS = {8, 22, 38, 24, 8};

    /** Copies the list. */
    public Moves {
        all = List.copyOf(all);
    }

    /** Draws them; what was not entered by the end of the month before the last day is not yet delivered. */
    public static Moves draw(Estate estate, Tensions tensions, Period period, long seed) {
        LocalDate delivered = period.lastDay().withDayOfMonth(1);
        List<Move> moves = new ArrayList<>();
        for (Residence residence : estate.residences()) {
            Dice dice = Dice.of(seed, "moves", residence.code());
            List<Tension> tense = tensions.of(residence);
            boolean emptied = residence.code().equals(estate.demolished());
            for (LocalDate month = period.firstDay().withDayOfMonth(1);
                    month.isBefore(delivered);
                    month = month.plusMonths(1)) {
                if (residence.livesOn(month)) {
                    boolean restless = restless(tense, period.indexOf(month));
                    boolean emptying = emptied && month.plusMonths(9).isAfter(residence.to());
                    moves.addAll(
                            emptying ? rehousing(residence, month, dice) : month(residence, month, restless, dice));
                }
            }
        }
        return new Moves(moves.stream()
                .filter(move -> move.recorded().isBefore(delivered))
                .sorted(Comparator.comparing(Move::recorded)
                        .thenComparing(Move::site)
                        .thenComparing(Move::type)
                        .thenComparing(Move::effective))
                .toList());
    }

    private static boolean restless(List<Tension> tensions, int week) {
        return tensions.stream().anyMatch(tension -> week >= tension.firstWeek() - 4 && week <= tension.lastWeek() + 9);
    }

    private static List<Move> month(Residence residence, LocalDate month, boolean restless, Dice dice) {
        List<Move> moves = new ArrayList<>();
        double more = restless ? 2 : 1;
        int left = dice.poisson(residence.dwellings() * TURNOVER_A_YEAR / 12 * (restless ? 1.5 : 1));
        for (int i = 0; i < left; i++) {
            Move out = move(residence, OUT.get(dice.weighted(OUT_WEIGHTS)), day(month, dice), dice);
            moves.add(out);
            if (dice.chance(0.97)) {
                LocalDate in = out.effective().plusDays(dice.whole(20, 75));
                moves.add(new Move(
                        out.site(),
                        dice.chance(0.85) ? "IN_NEW" : "IN_TRANSFER",
                        in,
                        in.plusDays(dice.whole(-10, 8)),
                        out.size(),
                        0));
            }
        }
        int asked = dice.poisson(residence.dwellings() * REQUESTS_A_YEAR / 12 * more);
        for (int i = 0; i < asked; i++) {
            moves.add(move(residence, dice.chance(0.6) ? "REQ_TRANSFER" : "REFUSAL", day(month, dice), dice));
        }
        return moves;
    }

    private static List<Move> rehousing(Residence residence, LocalDate month, Dice dice) {
        List<Move> moves = new ArrayList<>();
        int left = dice.poisson(residence.dwellings() / 9.0);
        for (int i = 0; i < left; i++) {
            moves.add(move(residence, "OUT_REHOUSED", day(month, dice), dice));
        }
        return moves;
    }

    private static Move move(Residence residence, String type, LocalDate day, Dice dice) {
        String size = SIZES.get(dice.weighted(SIZE_WEIGHTS));
        boolean ahead = type.equals("OUT_NOTICE") && dice.chance(0.3);
        LocalDate recorded = ahead ? day.minusDays(dice.whole(5, 60)) : day.plusDays(dice.whole(0, 9));
        return new Move(residence.code(), type, day, recorded, size, dice.whole(2, 240));
    }

    private static LocalDate day(LocalDate month, Dice dice) {
        return month.withDayOfMonth(dice.whole(1, month.lengthOfMonth()));
    }
}

package org.vigie.sample.events;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.sample.basis.Dice;
import org.vigie.sample.basis.Listing;
import org.vigie.sample.basis.Period;
import org.vigie.sample.events.Operation.WorksType;
import org.vigie.sample.places.Estate;
import org.vigie.sample.places.Residence;

/**
 * All building works: eight operations a year per hundred residences; some start within four weeks of the last day, one of
 * them at a residence in tension whose tenants were not told.
 *
 * @param all in the order of their numbers
 */
public record Works(List<Operation> all) {

    private static final double A_YEAR_PER_100_SITES = 8;
    private static final double LEAST_FACTOR = 1.4;
    private static final double GREATEST_FACTOR = 2.6;
    private static final int SOON = 3;

    /** Copies the list. */
    public Works {
        all = List.copyOf(all);
    }

    /** Draws them. */
    public static Works draw(Estate estate, Tensions tensions, Period period, long seed) {
        Dice dice = Dice.of(seed, "works");
        List<WorksType> types = types();
        List<Operation> drawn = new ArrayList<>();
        long count = StrictMath.round(A_YEAR_PER_100_SITES * estate.residences().size() / 100 * period.years());
        while (drawn.size() < count) {
            LocalDate start = period.firstDay().plusDays(dice.whole(0, period.weeks() * 7 - 30));
            WorksType type = types.get(
                    dice.weighted(types.stream().mapToDouble(WorksType::weight).toArray()));
            List<Residence> living = estate.livingThrough(start, start.plusWeeks(type.weeks()));
            if (!living.isEmpty()) {
                Residence residence = dice.pick(living);
                drawn.add(operation(dice, drawn.size(), touched(dice, residence, living), type, start));
            }
        }
        drawn.add(demolition(dice, drawn.size(), estate, types));
        drawn.addAll(soon(dice, drawn.size(), estate, tensions, period));
        return new Works(drawn);
    }

    private static Operation operation(
            Dice dice, int number, List<Residence> residences, WorksType type, LocalDate start) {
        LocalDate end = start.plusDays(StrictMath.round(type.weeks() * 7 * dice.between(0.8, 1.25)));
        double factor = type.nuisance() < 2 ? 1 : dice.between(LEAST_FACTOR, GREATEST_FACTOR);
        boolean told = dice.chance(0.8);
        boolean cancelled = dice.chance(0.04);
        LocalDate toldOn = start.minusDays(dice.whole(10, 45));
        return new Operation(
                number(start, number), residences, type, start, end, dice.whole(0, 9), toldOn, told, cancelled, factor);
    }

    private static List<Residence> touched(Dice dice, Residence first, List<Residence> living) {
        return living.stream()
                .filter(other -> other.equals(first)
                        || (other.area().code().equals(first.area().code()) && dice.chance(0.04)))
                .toList();
    }

    private static Operation demolition(Dice dice, int number, Estate estate, List<WorksType> types) {
        Residence gone = estate.residences().stream()
                .filter(residence -> residence.code().equals(estate.demolished()))
                .findFirst()
                .orElseThrow();
        WorksType type = types.stream()
                .filter(kind -> kind.code().equals("ANRU_DEMO"))
                .findFirst()
                .orElseThrow();
        LocalDate start = gone.to().minusWeeks(type.weeks());
        return new Operation(
                number(start, number),
                List.of(gone),
                type,
                start,
                gone.to(),
                0,
                start.minusDays(dice.whole(90, 120)),
                true,
                false,
                LEAST_FACTOR);
    }

    private static List<Operation> soon(Dice dice, int number, Estate estate, Tensions tensions, Period period) {
        LocalDate lastDay = period.lastDay();
        List<WorksType> types = types();
        List<Residence> where = new ArrayList<>();
        tensions.all().stream()
                .filter(tension -> tension.factorIn(period.weeks() - 1) > 1)
                .map(Tension::residence)
                .limit(1)
                .forEach(where::add);
        List<Residence> living = estate.livingThrough(lastDay, lastDay.plusWeeks(4));
        while (where.size() < SOON) {
            where.add(dice.pick(living));
        }
        List<Operation> soon = new ArrayList<>();
        for (int i = 0; i < SOON; i++) {
            LocalDate start = lastDay.plusDays(8L + 7L * i);
            soon.add(new Operation(
                    number(start, number + i),
                    List.of(where.get(i)),
                    types.get(2 * i),
                    start,
                    start.plusWeeks(types.get(2 * i).weeks()),
                    0,
                    start.minusDays(30),
                    i == 1,
                    false,
                    GREATEST_FACTOR));
        }
        return soon;
    }

    private static String number(LocalDate start, int number) {
        return String.format(Locale.ROOT, "OP-%d-%03d", start.getYear(), number + 1);
    }

    private static List<WorksType> types() {
        return Listing.beside(Works.class, "works-types.csv").stream()
                .map(Works::type)
                .toList();
    }

    private static WorksType type(Map<String, String> row) {
        return new WorksType(
                row.getOrDefault("code", ""),
                row.getOrDefault("label", ""),
                Integer.parseInt(row.getOrDefault("weeks", "")),
                Integer.parseInt(row.getOrDefault("nuisance", "")),
                row.getOrDefault("interruption", ""),
                Double.parseDouble(row.getOrDefault("weight", "")));
    }

    /** Rate of facts at a residence in the week of this Monday, against the ordinary rate; 1 without works. */
    public double factorIn(Residence residence, LocalDate monday) {
        double factor = 1;
        for (Operation operation : all) {
            if (operation.runsAt(residence, monday)) {
                factor = StrictMath.max(factor, operation.factor());
            }
        }
        return factor;
    }
}

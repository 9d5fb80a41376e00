package org.vigie.sample.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vigie.sample.basis.Dice;
import org.vigie.sample.basis.Period;
import org.vigie.sample.places.Residence.Perimeter;

/** Draws the landlord's residences. */
public final class EstateDraw {

    /** Ordinary facts a week per 150 dwellings: the band that the sample's sizes are frozen to. */
    static final double LEAST_RATE = 0.2;

    static final double GREATEST_RATE = 0.9;

    private static final double MIDDLE_RATE = 0.44;
    private static final List<String> WAYS = List.of("Les %s", "Clos des %s", "Square des %s", "Cour des %s");
    private static final List<String> PLANTS = List.of(
            "Tilleuls",
            "Érables",
            "Cèdres",
            "Acacias",
            "Genêts",
            "Bleuets",
            "Charmes",
            "Noisetiers",
            "Lilas",
            "Merisiers",
            "Peupliers",
            "Glycines",
            "Bouleaux",
            "Aubépines",
            "Platanes",
            "Iris",
            "Saules",
            "Jonquilles",
            "Frênes",
            "Bruyères",
            "Pommiers",
            "Œillets",
            "Hêtres",
            "Primevères",
            "Ormes",
            "Fougères",
            "Cerisiers",
            "Roseaux",
            "Sorbiers",
            "Pervenches",
            "Alisiers",
            "Violettes",
            "Marronniers",
            "Églantines",
            "Châtaigniers",
            "Coquelicots",
            "Sureaux",
            "Ajoncs",
            "Mûriers",
            "Camélias");

    private final Dice dice;
    private final Period period;
    private final List<Residence> residences = new ArrayList<>();

    private EstateDraw(Dice dice, Period period) {
        this.dice = dice;
        this.period = period;
    }

    /** So many residences, then what became of four of them. */
    public static Estate draw(int sites, long seed, Period period) {
        EstateDraw draw = new EstateDraw(Dice.of(seed, "estate"), period);
        List<Area> areas = Area.all();
        for (int i = 0; i < sites; i++) {
            draw.residences.add(draw.residence(i, areas.get(i % areas.size())));
        }
        draw.merge(2, 2 + areas.size());
        int demolished = areas.size() + 4;
        draw.demolish(demolished);
        draw.split(draw.largestFrom(sites / 2));
        return new Estate(
                areas, draw.residences, draw.residences.get(demolished).code());
    }

    private Residence residence(int index, Area area) {
        String code = code(index);
        int dwellings = (int) clamp(104 * dice.logNormal(0.62), 14, 420);
        LocalDate from = LocalDate.of(dice.whole(1956, 2012), dice.whole(1, 12), 1);
        List<Part> parts = parts(code, dwellings, index);
        return new Residence(
                code,
                label(index),
                area,
                perimeter(area, index),
                dwellings,
                from.getYear(),
                metres(area.x()),
                metres(area.y()),
                from,
                Residence.OPEN,
                rate(area),
                parts);
    }

    private double rate(Area area) {
        return clamp(MIDDLE_RATE * area.tone() * dice.logNormal(0.32), LEAST_RATE * 1.3, GREATEST_RATE / 1.3);
    }

    private double metres(double centre) {
        return StrictMath.round((centre + 330 * dice.normal()) * 10) / 10.0;
    }

    private static Perimeter perimeter(Area area, int index) {
        if (!area.priority()) {
            return Perimeter.NEITHER;
        }
        if (index % 41 == 17) {
            return Perimeter.ONLY_2015;
        }
        return index % 41 == 29 ? Perimeter.ONLY_2024 : Perimeter.BOTH;
    }

    private List<Part> parts(String code, int dwellings, int index) {
        List<Part> parts = new ArrayList<>();
        int buildings = dwellings < 45 ? 0 : 1 + dwellings / 60;
        for (int b = 1; b <= buildings; b++) {
            int inside = share(dwellings, buildings, b);
            String building = code + "-B" + b;
            parts.add(new Part(building, "Bâtiment " + b, "BATIMENT", "", inside));
            int entrances = index % 3 == 0 && inside >= 30 ? 1 + inside / 25 : 0;
            for (int e = 1; e <= entrances; e++) {
                parts.add(new Part(building + "-C" + e, "Hall " + e, "CAGE", building, share(inside, entrances, e)));
            }
        }
        if (index % 25 == 7 && dwellings >= 30) {
            parts.add(new Part(code + "-P", "Pavillons", "RESIDENCE", "", dice.whole(4, 10)));
        }
        return parts;
    }

    private static int share(int whole, int among, int number) {
        return whole * number / among - whole * (number - 1) / among;
    }

    private void merge(int first, int second) {
        LocalDate day = firstOfMonth(95);
        Residence a = residences.get(first);
        Residence b = residences.get(second);
        residences.set(first, a.until(day.minusDays(1)));
        residences.set(second, b.until(day.minusDays(1)));
        List<Part> both = Stream.concat(a.parts().stream(), b.parts().stream()).toList();
        String label = "Ensemble " + a.label();
        residences.add(a.succeeded(code(residences.size()), label, day, a.dwellings() + b.dwellings(), both));
    }

    /** Each half of the buildings becomes a residence. */
    private void split(int index) {
        LocalDate day = firstOfMonth(120);
        Residence whole = residences.get(index);
        residences.set(index, whole.until(day.minusDays(1)));
        List<Part> buildings = whole.parts().stream()
                .filter(part -> part.level().equals("BATIMENT"))
                .toList();
        List<Part> north = inside(whole, buildings.subList(0, buildings.size() / 2));
        List<Part> south = inside(whole, buildings.subList(buildings.size() / 2, buildings.size()));
        residences.add(whole.succeeded(code(residences.size()), whole.label() + " Nord", day, dwellings(north), north));
        residences.add(whole.succeeded(code(residences.size()), whole.label() + " Sud", day, dwellings(south), south));
    }

    private static List<Part> inside(Residence residence, List<Part> buildings) {
        List<String> codes = buildings.stream().map(Part::code).toList();
        return residence.parts().stream()
                .filter(part -> codes.contains(part.code()) || codes.contains(part.parent()))
                .toList();
    }

    private static int dwellings(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.level().equals("BATIMENT"))
                .mapToInt(Part::dwellings)
                .sum();
    }

    private void demolish(int index) {
        residences.set(index, residences.get(index).until(firstOfMonth(69).minusDays(1)));
    }

    private int largestFrom(int start) {
        int largest = start;
        for (int i = start; i < residences.size(); i++) {
            Residence residence = residences.get(i);
            if (residence.to().equals(Residence.OPEN)
                    && residence.dwellings() > residences.get(largest).dwellings()) {
                largest = i;
            }
        }
        return largest;
    }

    private LocalDate firstOfMonth(int weeksBeforeLast) {
        return period.lastDay().minusWeeks(weeksBeforeLast).withDayOfMonth(1);
    }

    private static String code(int index) {
        return String.format(Locale.ROOT, "RES%04d", index + 1);
    }

    private static String label(int index) {
        String name = String.format(
                Locale.ROOT, WAYS.get(index / PLANTS.size() % WAYS.size()), PLANTS.get(index % PLANTS.size()));
        int round = index / (PLANTS.size() * WAYS.size());
        return round == 0 ? name : name + " " + (round + 1);
    }

    private static double clamp(double value, double low, double high) {
        return StrictMath.max(low, StrictMath.min(high, value));
    }
}

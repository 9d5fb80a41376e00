package org.vigie.sample.facts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.sample.basis.Dice;
import org.vigie.sample.basis.Period;
import org.vigie.sample.events.Tension;
import org.vigie.sample.places.Area;
import org.vigie.sample.places.Residence;

/**
 * Draws the facts of every residence and week.
 *
 * <pre>
 *   mean = dwellings/150 · facts per 150 · season · effort · neighbourhood noise · disturbances · gamma · works factor
 *          · tension factor · M
 *   M    = sum over types of share · ((1 - d) · reporting + d · hours/usual hours),   d = discovered share of the type
 * </pre>
 * The gamma factor (mean 1, shape {@value #SHAPE}) makes counts negative-binomial. Extra facts of works and tensions are
 * drawn apart, so that their kinds can differ; facts that disturbances add come to the mean.
 */
public final class FactDraw {

    private static final double SHAPE = 2.5;
    private static final double AREA_NOISE = 0.12;
    private static final double BURNING_NIGHT = 0.1;
    private static final List<MonthDay> BURNING_NIGHTS = List.of(MonthDay.of(7, 14), MonthDay.of(12, 31));

    private final Circumstances world;
    private final long seed;
    private final Period period;
    private final List<FactType> types = FactType.all();
    private final Map<String, double[]> areaNoise = new HashMap<>();
    private final List<Fact> facts = new ArrayList<>();

    private FactDraw(Circumstances world, long seed) {
        this.world = world;
        this.seed = seed;
        this.period = world.period();
    }

    /** Every fact that was written down by the last day and delivered, in the order of recording. */
    public static List<Fact> draw(Circumstances world, long seed) {
        FactDraw draw = new FactDraw(world, seed);
        world.estate().areas().forEach(draw::drawAreaNoise);
        world.estate().residences().forEach(draw::drawResidence);
        LocalDateTime end = world.period().lastDay().plusDays(1).atStartOfDay();
        return draw.facts.stream()
                .filter(fact -> fact.recorded().isBefore(end) && !draw.missing(fact))
                .sorted(Fact.BY_RECORDING)
                .toList();
    }

    private boolean missing(Fact fact) {
        int recordedWeek = period.indexOf(fact.recorded().toLocalDate());
        return !fact.type().incident()
                && world.habits().silent(fact.residence().area().agency(), recordedWeek);
    }

    private void drawAreaNoise(Area area) {
        Dice dice = Dice.of(seed, "area", area.code());
        double[] noise = new double[period.weeks()];
        for (int week = 0; week < noise.length; week++) {
            noise[week] = dice.logNormal(AREA_NOISE);
        }
        areaNoise.put(area.code(), noise);
    }

    private void drawResidence(Residence residence) {
        FactWriter writer = new FactWriter(world, Dice.of(seed, "facts", residence.code()));
        List<Tension> tensions = world.tensions().of(residence);
        for (int week = 0; week < period.weeks(); week++) {
            if (residence.livesOn(period.monday(week))) {
                double hours = world.presence().ratio(residence, week);
                Mix mix = new Mix(types, residence.area().reporting(), hours);
                drawWeek(new SiteWeek(residence, week, mix, writer), tensions);
                burn(writer, residence, week);
            }
        }
    }

    /** A residence in a week: how likely each kind of fact is there, and who writes it down. */
    private record SiteWeek(Residence residence, int week, Mix mix, FactWriter writer) {}

    private void drawWeek(SiteWeek at, List<Tension> tensions) {
        Dice dice = at.writer().dice();
        Mix.Weights ordinary = at.mix().ordinary();
        Mix.Weights context = at.mix().context();
        double scale = scale(at.residence(), at.week()) * dice.gamma(SHAPE);
        double works = world.works().factorIn(at.residence(), period.monday(at.week()));

        write(at, ordinary, dice.poisson(scale * ordinary.level()));
        write(at, context, dice.poisson(scale * context.level()));
        write(at, at.mix().works(), dice.poisson(scale * (works - 1) * ordinary.level()));
        double added = world.disturbances().added(at.residence(), at.week());
        if (added > 0) {
            write(at, ordinary, dice.poisson(added));
        }
        for (Tension tension : tensions) {
            double extra = scale * works * (tension.factorIn(at.week()) - 1) * ordinary.level();
            Mix.Weights inFamily = at.mix().family(tension.family());
            int count = dice.poisson(extra);
            for (int i = 0; i < count; i++) {
                write(at, dice.chance(Tension.SHARE_IN_FAMILY) ? inFamily : ordinary, 1);
            }
        }
    }

    private void write(SiteWeek at, Mix.Weights weights, int count) {
        for (int i = 0; i < count; i++) {
            FactType type = at.mix().drawType(weights, at.writer().dice());
            boolean discovered = at.mix().drawDiscovered(type, at.writer().dice());
            facts.add(at.writer().write(at.residence(), type, discovered, at.week()));
        }
    }

    private double scale(Residence residence, int week) {
        double[] noise = areaNoise.get(residence.area().code());
        return residence.dwellings()
                / 150.0
                * residence.factsPer150()
                * world.disturbances().season(residence).factorOn(period.monday(week))
                * world.habits().effort(residence.area().agency(), week)
                * (noise == null ? 1 : noise[week])
                * world.disturbances().factor(residence, week);
    }

    private void burn(FactWriter writer, Residence residence, int week) {
        Dice dice = writer.dice();
        for (int day = 0; day < 7; day++) {
            LocalDate date = period.monday(week).plusDays(day);
            if (residence.area().priority() && BURNING_NIGHTS.contains(MonthDay.from(date))) {
                int count = dice.poisson(BURNING_NIGHT * residence.dwellings() / 150);
                for (int i = 0; i < count; i++) {
                    String code = dice.pick(List.of("FIR_BIN", "FIR_VEHICLE", "FIR_MORTAR"));
                    facts.add(writer.writeOn(residence, type(code), date));
                }
            }
        }
    }

    private FactType type(String code) {
        return types.stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}

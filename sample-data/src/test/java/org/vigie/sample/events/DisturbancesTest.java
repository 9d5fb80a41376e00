package org.vigie.sample.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.analytics.calendar.IsoWeek;
import org.vigie.sample.basis.Period;
import org.vigie.sample.places.Estate;
import org.vigie.sample.places.EstateDraw;
import org.vigie.sample.places.Residence;

class DisturbancesTest {

    private static final Period PERIOD = Period.endingWith(IsoWeek.of(2026, 43), 400);
    private static final Estate ESTATE = EstateDraw.draw(40, 3, PERIOD);
    private static final Residence SITE = ESTATE.residences().get(0);

    private static Disturbances of(Noise... kinds) {
        return Disturbances.draw(Set.of(kinds), ESTATE, PERIOD, 3);
    }

    private static double[] factors(Disturbances disturbances, Residence site) {
        return IntStream.range(0, PERIOD.weeks())
                .mapToDouble(week -> disturbances.factor(site, week))
                .toArray();
    }

    @Test
    void withoutNoiseNothingIsChanged() {
        Disturbances none = of();

        assertThat(factors(none, SITE)).containsOnly(1);
        assertThat(none.added(SITE, 7)).isZero();
        assertThat(none.season(SITE)).isEqualTo(Season.COMMON);
        assertThat(none.asFiled(ESTATE)).isEqualTo(ESTATE);
    }

    @Test
    void neighboursShareTheirShocksAndTheseLast() {
        Disturbances shocks = of(Noise.SHOCKS);
        Residence neighbour = ESTATE.residences().stream()
                .filter(other -> !other.equals(SITE) && other.area().equals(SITE.area()))
                .findFirst()
                .orElseThrow();

        double[] logs = Arrays.stream(factors(shocks, SITE)).map(Math::log).toArray();
        double square = Arrays.stream(logs).map(log -> log * log).sum();
        double lagged = IntStream.range(1, logs.length)
                .mapToDouble(t -> logs[t] * logs[t - 1])
                .sum();
        assertThat(factors(shocks, neighbour)).isEqualTo(factors(shocks, SITE));
        assertThat(lagged / square).isBetween(.75, .97);
    }

    @Test
    void burstsAreRareAndWild() {
        double[] bursts = factors(of(Noise.BURSTS), SITE);

        assertThat(Arrays.stream(bursts).filter(factor -> factor > 4).count()).isBetween(1L, 30L);
        assertThat(Arrays.stream(bursts).average().orElseThrow()).isBetween(.7, 1.4);
    }

    @Test
    void driftAddsTheSameAtEverySiteOfAnAgency() {
        Disturbances drift = of(Noise.DRIFT);

        for (Residence other : ESTATE.residences()) {
            if (other.area().agency().equals(SITE.area().agency())) {
                assertThat(drift.added(other, 99)).isEqualTo(drift.added(SITE, 99));
            }
        }
        assertThat(drift.added(SITE, 0)).isNotEqualTo(drift.added(SITE, 60));
    }

    @Test
    void seasonsHaveTheirOwnHeight() {
        Disturbances seasons = of(Noise.SEASONS);

        assertThat(ESTATE.residences().stream().map(seasons::season).distinct().count())
                .isEqualTo(ESTATE.residences().size());
    }
}

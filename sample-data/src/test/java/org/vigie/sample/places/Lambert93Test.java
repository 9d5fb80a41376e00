package org.vigie.sample.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Lambert93Test {

    /** Metres computed from the degrees by the formulae of EPSG guidance note 7-2 (method 9802) with those of EPSG:2154. */
    @ParameterizedTest
    @CsvSource({
        "700000, 6600000, 3, 46.5",
        "652469.0227, 6862035.2594, 2.3522, 48.8566",
        "1050362.6954, 6840899.6472, 7.7521, 48.5734",
        "355577.8016, 6689723.1029, -1.5536, 47.2184"
    })
    void invertsTheProjection(double x, double y, double longitude, double latitude) {
        Lambert93.Degrees degrees = Lambert93.degrees(x, y);
        assertThat(degrees.longitude()).isCloseTo(longitude, within(1e-7));
        assertThat(degrees.latitude()).isCloseTo(latitude, within(1e-7));
    }
}

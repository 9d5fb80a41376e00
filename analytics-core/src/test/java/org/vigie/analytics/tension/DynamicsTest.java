package org.vigie.analytics.tension;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamicsTest {

    @ParameterizedTest(name = "{0} of {1} expected after {2} of {3}: {4}")
    @CsvSource({
        "0, 2, 0, 2, STABLE",
        "9, 3, 2, 3, WORSENING",
        "2, 3, 9, 3, IMPROVING",
        "3, 3, 2, 3, STABLE",
        // twice the facts in a season that expects twice as many is no change
        "8, 8, 4, 4, STABLE",
        "1, 0, 0, 0, STABLE",
    })
    void comparesTheLastWeeksWithThoseBefore(
            int later, double laterExpected, int earlier, double earlierExpected, Dynamics dynamics) {
        assertThat(Dynamics.of(later, laterExpected, earlier, earlierExpected)).isEqualTo(dynamics);
    }
}

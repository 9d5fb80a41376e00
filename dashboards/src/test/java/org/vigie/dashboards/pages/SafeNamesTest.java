package org.vigie.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeNamesTest {

    @Test
    void keepsFileNamesInsideTheirFolder() {
        assertThat(SafeNames.of("RES0147")).isEqualTo("RES0147");
        assertThat(SafeNames.of("../../etc/passwd")).matches("[A-Za-z0-9_-]+");
        assertThat(SafeNames.of("a/b")).isNotEqualTo(SafeNames.of("a_b"));
        assertThat(SafeNames.of("")).isNotEmpty();
        assertThat(SafeNames.of("x".repeat(300))).hasSizeLessThan(64);
    }
}

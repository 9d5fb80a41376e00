package org.vigie.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.dashboards.texts.Language;
import org.vigie.dashboards.texts.Texts;

/** Whether a status can be told without colour, with few colours, and with little contrast. */
class StatusMarksTest {

    private static final String STYLES = styles();

    /** Two lightnesses (CIE L*, 0 to 100) or colours (CIE 1976 difference) so far apart are told apart side by side. */
    private static final double TELLS_APART = 10;

    /** Linear RGB as seen with no cones of a kind: Machado, Oliveira and Fernandes (2009), table 1, severity 1. */
    static Stream<Arguments> sights() {
        return Stream.of(
                sight("all cones", 1, 0, 0, 0, 1, 0, 0, 0, 1),
                sight(
                        "protanopia",
                        .152286,
                        1.052583,
                        -.204868,
                        .114503,
                        .786281,
                        .099216,
                        -.003882,
                        -.048116,
                        1.051998),
                sight(
                        "deuteranopia",
                        .367322,
                        .860646,
                        -.227968,
                        .280085,
                        .672501,
                        .047413,
                        -.011820,
                        .042940,
                        .968881),
                sight(
                        "tritanopia",
                        1.255528,
                        -.076749,
                        -.178779,
                        -.078411,
                        .930809,
                        .147602,
                        .004733,
                        .691367,
                        .303900));
    }

    private static Arguments sight(String name, double... matrix) {
        UnaryOperator<double[]> seen = rgb -> new double[] {
            matrix[0] * rgb[0] + matrix[1] * rgb[1] + matrix[2] * rgb[2],
            matrix[3] * rgb[0] + matrix[4] * rgb[1] + matrix[5] * rgb[2],
            matrix[6] * rgb[0] + matrix[7] * rgb[1] + matrix[8] * rgb[2]
        };
        return Arguments.of(name, seen);
    }

    @Test
    void differInShapeAndLetter() {
        Texts texts = Texts.of(Language.FR);
        List<Status> all =
                Status.CODES.stream().map(code -> Status.of(code, texts)).toList();
        assertThat(all).extracting(status -> status.mark().shape()).doesNotHaveDuplicates();
        assertThat(all).extracting(status -> status.mark().letter()).doesNotHaveDuplicates();
        assertThat(all).extracting(Status::label).doesNotHaveDuplicates();
    }

    @Test
    void haveLettersThatAreReadOnTheirGround() {
        SoftAssertions softly = new SoftAssertions();
        for (String code : Status.CODES) {
            softly.assertThat(contrast(fill(code), letter(code)))
                    .as("letter of %s", code)
                    .isGreaterThanOrEqualTo(4.5);
        }
        softly.assertAll();
    }

    @Test
    void haveOutlinesThatAreSeenOnThePageAndOnTheMap() {
        SoftAssertions softly = new SoftAssertions();
        for (String ground : List.of(colour("--paper"), property("\\.map", "background"))) {
            for (String code : Status.CODES) {
                softly.assertThat(contrast(outline(code), ground))
                        .as("outline of %s on %s", code, ground)
                        .isGreaterThanOrEqualTo(3);
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sights")
    void differInColourWithFewerCones(String name, UnaryOperator<double[]> seen) {
        SoftAssertions softly = new SoftAssertions();
        for (List<String> pair : pairs()) {
            double[] one = lab(seen.apply(linear(fill(pair.get(0)))));
            double[] other = lab(seen.apply(linear(fill(pair.get(1)))));
            softly.assertThat(Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]))
                    .as("%s of %s", name, pair)
                    .isGreaterThanOrEqualTo(TELLS_APART);
        }
        softly.assertAll();
    }

    /** Green and grey are both no call to go: there the dot, the dashed square and the letters have to do. */
    @Test
    void growDarkerWithGravityOnABlackAndWhitePrint() {
        double before = 100;
        for (String code : List.of("VERT", "JAUNE", "ORANGE", "ROUGE")) {
            double lightness = lab(linear(fill(code)))[0];
            assertThat(before - lightness).as("%s against the one before", code).isGreaterThanOrEqualTo(TELLS_APART);
            before = lightness;
        }
    }

    private static List<List<String>> pairs() {
        return Status.CODES.stream()
                .flatMap(one -> Status.CODES.stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .map(other -> List.of(one, other)))
                .toList();
    }

    private static String fill(String code) {
        return property(mark(code) + " path", "fill");
    }

    private static String outline(String code) {
        return optional(mark(code) + " path", "stroke").findFirst().orElseGet(() -> property("\\.mark path", "stroke"));
    }

    private static String letter(String code) {
        return optional(mark(code) + " text", "fill").findFirst().orElseGet(() -> property("\\.mark text", "fill"));
    }

    private static String mark(String code) {
        return "\\.mark\\.s-" + code.toLowerCase(Locale.ROOT);
    }

    private static String property(String selector, String name) {
        return optional(selector, name).findFirst().orElseThrow(() -> new AssertionError(selector + " has no " + name));
    }

    /** The first value that the stylesheet gives, which is that of the light scheme. */
    private static Stream<String> optional(String selector, String name) {
        Matcher rule = Pattern.compile("(?m)^" + selector + " \\{[^}]*?\\b" + name + ": ([^;]+);")
                .matcher(STYLES);
        return rule.find() ? Stream.of(resolved(rule.group(1))) : Stream.empty();
    }

    private static String resolved(String value) {
        return value.startsWith("var(") ? colour(value.substring(4, value.length() - 1)) : value;
    }

    private static String colour(String token) {
        Matcher value =
                Pattern.compile(Pattern.quote(token) + ": (#[0-9a-f]+);").matcher(STYLES);
        assertThat(value.find()).as(token).isTrue();
        return value.group(1);
    }

    /** Contrast of two colours as WCAG 2.2 defines it, 1 to 21. */
    private static double contrast(String one, String other) {
        double a = luminance(linear(one));
        double b = luminance(linear(other));
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    }

    private static double luminance(double[] rgb) {
        return .2126 * rgb[0] + .7152 * rgb[1] + .0722 * rgb[2];
    }

    private static double[] linear(String colour) {
        String hex = colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
        return Arrays.stream(new int[] {1, 3, 5})
                .mapToDouble(at -> Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0)
                .map(v -> v <= .04045 ? v / 12.92 : Math.pow((v + .055) / 1.055, 2.4))
                .toArray();
    }

    /** CIE L*a*b* of linear sRGB under D65. */
    private static double[] lab(double[] rgb) {
        double[] c = Arrays.stream(rgb).map(v -> Math.min(1, Math.max(0, v))).toArray();
        double x = curve((.4124 * c[0] + .3576 * c[1] + .1805 * c[2]) / .9505);
        double y = curve(luminance(c));
        double z = curve((.0193 * c[0] + .1192 * c[1] + .9505 * c[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double curve(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static String styles() {
        try (InputStream in = Stylesheet.class.getResourceAsStream("vigie.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.vigie.jobs.staged;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in any form in use is read back as the same value. */
class WrittenTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Provide
    Arbitrary<String> dateForms() {
        return Arbitraries.of("dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd", "dd-MM-yyyy", "d.M.yyyy");
    }

    @Provide
    Arbitrary<String> timeForms() {
        return Arbitraries.of(
                " HH:mm", " HH:mm:ss", "'T'HH:mm", "'T'HH:mm:ss", "'T'HH:mm:ss.SSS", " HH'h'mm", " H'h'mm");
    }

    @Property
    void readsBackADayInEveryForm(
            @ForAll @LongRange(min = -40_000, max = 80_000) long epochDay, @ForAll @From("dateForms") String form) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);

        assertThat(Written.moment(format(form, day.atStartOfDay()), PARIS, "c"))
                .isEqualTo(new Written.Moment(day.atStartOfDay(), false));
    }

    @Property
    void readsBackADateAndTimeInEveryForm(
            @ForAll @IntRange(max = 60_000_000) int minutes,
            @ForAll @From("dateForms") String date,
            @ForAll @From("timeForms") String time) {
        LocalDateTime at = LocalDateTime.of(1990, 1, 1, 0, 0).plusMinutes(minutes);

        assertThat(Written.moment(format(date + time, at), PARIS, "c")).isEqualTo(new Written.Moment(at, true));
    }

    @Property
    void movesAZonedTimeToTheLandlordsClock(
            @ForAll @IntRange(max = 60_000_000) int minutes, @ForAll @IntRange(min = -12, max = 12) int offset) {
        LocalDateTime at = LocalDateTime.of(1990, 1, 1, 0, 0).plusMinutes(minutes);
        ZoneOffset zone = ZoneOffset.ofHours(offset);
        String written = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(zone));

        assertThat(Written.moment(written, PARIS, "c").at())
                .isEqualTo(at.atOffset(zone).atZoneSameInstant(PARIS).toLocalDateTime());
    }

    @Property
    void readsBackANumberInEveryForm(@ForAll @BigRange(min = "-9999999", max = "9999999") @Scale(2) BigDecimal number) {
        String french = String.format(Locale.ROOT, "%,.2f", number)
                .replace('.', ';')
                .replace(",", " ")
                .replace(';', ',');

        for (String space : new String[] {" ", "\u00A0", "\u202F", "", "."}) {
            assertThat(Written.decimal(french.replace(" ", space), "c")).isEqualByComparingTo(number);
            assertThat(Written.decimal(french.replace(" ", space) + "\u00A0€", "c"))
                    .isEqualByComparingTo(number);
        }
        assertThat(Written.decimal(number.toPlainString(), "c")).isEqualByComparingTo(number);
    }

    @Property
    void readsBackAWeek(@ForAll @LongRange(min = 0, max = 40_000) long epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        LocalDate monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        int year = day.get(IsoFields.WEEK_BASED_YEAR);
        int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);

        assertThat(Written.week(String.format(Locale.ROOT, "%d-W%02d", year, week), PARIS, "c"))
                .isEqualTo(monday);
        assertThat(Written.week(String.format(Locale.ROOT, "%d-S%d", year, week), PARIS, "c"))
                .isEqualTo(monday);
        assertThat(Written.week(day.toString(), PARIS, "c")).isEqualTo(monday);
    }

    @Provide
    Arbitrary<String> nearlyValues() {
        return Arbitraries.strings().withChars("0123456789/-.:hWTZ+ ,€").ofMaxLength(24);
    }

    @Property(tries = 2000)
    void rejectsAnyOtherTextWithARule(@ForAll @From("nearlyValues") String text) {
        assertThat(ruleOf(() -> Written.moment(text, PARIS, "c"))).isNotEqualTo(Rule.UNREADABLE_NUMBER);
        assertThat(ruleOf(() -> Written.decimal(text, "c"))).isIn(null, Rule.UNREADABLE_NUMBER);
        assertThat(ruleOf(() -> Written.minutes(text, "c"))).isIn(null, Rule.UNREADABLE_TIME);
        assertThat(ruleOf(() -> Written.week(text, PARIS, "c"))).isIn(null, Rule.UNREADABLE_WEEK);
        assertThat(ruleOf(() -> Written.flag(text, "c"))).isIn(null, Rule.UNREADABLE_FLAG);
    }

    @ParameterizedTest
    @CsvSource({
        "23h15, 1395",
        "23:15, 1395",
        "23H15, 1395",
        "23h, 1380",
        "7h05, 425",
        "07:05:59, 425",
        "24:00, 1440",
        "24h00, 1440",
        "0:00, 0"
    })
    void readsHours(String text, int minutes) {
        assertThat(Written.minutes(text, "c")).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:01", "25:00", "12:60", "midi", "2315", ":15"})
    void rejectsOtherHours(String text) {
        assertThat(ruleOf(() -> Written.minutes(text, "c"))).isEqualTo(Rule.UNREADABLE_TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "00/00/0000, NULL_DATE",
        "0000-00-00 00:00:00, NULL_DATE",
        "31/02/2026, UNREADABLE_DATE",
        "10/31/2026, UNREADABLE_DATE",
        "14/10/26, UNREADABLE_DATE",
        "14 octobre, UNREADABLE_DATE",
        "14/10/0206, IMPLAUSIBLE_DATE",
        "14/10/2026 25:00, UNREADABLE_TIME",
        "14/10/2026 08:00+99:00, UNREADABLE_DATE",
    })
    void rejectsOtherDates(String text, Rule rule) {
        assertThat(ruleOf(() -> Written.moment(text, PARIS, "c"))).isEqualTo(rule);
    }

    @Test
    void keepsANightAcrossTheChangeOfClocks() {
        assertThat(Written.moment("25/10/2026 02:30", PARIS, "c").at())
                .isEqualTo(LocalDateTime.of(2026, 10, 25, 2, 30));
        assertThat(Written.moment("2026-01-04T23:30:00Z", PARIS, "c").day()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(Written.moment("29/03/2026 02:30", PARIS, "c").at()).isEqualTo(LocalDateTime.of(2026, 3, 29, 2, 30));
    }

    @ParameterizedTest
    @CsvSource({"O, true", "N, false", "oui, true", "Non, false", "true, true", "FALSE, false", "1, true", "0, false"})
    void readsYesAndNo(String text, boolean yes) {
        assertThat(Written.flag(text, "c")).isEqualTo(yes);
    }

    @ParameterizedTest
    @CsvSource({"2021-W53, false", "2020-W53, true", "2026-W53, true", "2026-W54, false", "2026-W00, false", "42, false"
    })
    void knowsWhichYearsHaveAWeek53(String text, boolean exists) {
        assertThat(ruleOf(() -> Written.week(text, PARIS, "c")) == null).isEqualTo(exists);
    }

    /** The rule that a text breaks, or null; anything but a rejection fails the test. */
    private static Rule ruleOf(Supplier<?> reading) {
        try {
            assertThat(reading.get()).isNotNull();
            return null;
        } catch (RejectedValue e) {
            return e.rule();
        }
    }

    private static String format(String form, LocalDateTime at) {
        return DateTimeFormatter.ofPattern(form, Locale.ROOT).format(at);
    }
}

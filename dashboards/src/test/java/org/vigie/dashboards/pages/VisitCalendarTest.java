package org.vigie.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.dashboards.texts.Language;

class VisitCalendarTest {

    @TempDir
    Path folder;

    @BeforeEach
    void render() {
        FixtureWeek.busy(folder);
        Pages.render(folder, PageSettings.of("Bailleur", Language.FR, FixtureWeek.WEEK, "0.1.0"));
    }

    @Test
    void holdsAnEventForEachVisitInTheWeekThatTheListIsFor() {
        List<String> lines = unfolded(calendar("MED-EST"));
        assertThat(lines).startsWith("BEGIN:VCALENDAR", "VERSION:2.0").endsWith("END:VEVENT", "END:VCALENDAR");
        assertThat(lines).filteredOn("BEGIN:VEVENT"::equals).hasSize(4);
        assertThat(lines).filteredOn("DTSTART;VALUE=DATE:20261026"::equals).hasSize(4);
        assertThat(lines).filteredOn("DTEND;VALUE=DATE:20261102"::equals).hasSize(4);
        assertThat(lines)
                .contains("SUMMARY:1. Les Tilleuls", "LOCATION:Les Tilleuls\\, QPV Grand-Pré", "TRANSP:TRANSPARENT")
                .anyMatch(line -> line.startsWith("DESCRIPTION:bât. B\\n9 occupations de hall en 4 semaines\\, 3\\,1"))
                .anyMatch(line -> line.matches("GEO:48\\.8\\d+;2\\.3\\d+"));
    }

    @Test
    void keepsTheIdentifierOfAVisitWhenTheListIsPublishedAgain() {
        List<String> before = identifiers();
        Pages.render(folder, PageSettings.of("Bailleur", Language.EN, FixtureWeek.WEEK, "0.2.0"));
        assertThat(identifiers()).isEqualTo(before).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void keepsWhatTheLandlordDeliversInsideItsLine() {
        List<String> lines = unfolded(calendar("MED-OUEST"));
        assertThat(lines).allMatch(line -> line.matches("[A-Z-]+(;[A-Z=]+)?:.*"));
        assertThat(lines).anyMatch(line -> line.endsWith("<script>alert('x')</script> & \"Co\" =cmd|' /C calc'!A0"));
    }

    @Property(tries = 300)
    void foldsAtSeventyFiveOctetsWithoutLosingACharacter(@ForAll @StringLength(max = 400) String text) {
        String printable =
                text.replaceAll("\\p{Cntrl}", " ").replaceAll("[\\ud800-\\udfff\\\\;,\\u2028\\u2029\\x85]", "é");
        String folded = new CalendarText().text("SUMMARY", printable).toString();
        assertThat(folded.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(folded.replace("\r\n ", "")).isEqualTo("SUMMARY:" + printable + "\r\n");
    }

    @Test
    void escapesTheFourCharactersThatTheFormatKnows() {
        assertThat(new CalendarText().text("X", "a\\b;c,d\r\ne\nf\u0007").toString())
                .isEqualTo("X:a\\\\b\\;c\\,d\\ne\\nf \r\n");
    }

    @Test
    void doesNotCutACharacterOfFourOctets() {
        String folded = new CalendarText().line("X", "😀".repeat(40)).toString();
        assertThat(folded.replace("\r\n ", "")).isEqualTo("X:" + "😀".repeat(40) + "\r\n");
        assertThat(folded.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .hasSizeGreaterThan(2);
    }

    private List<String> identifiers() {
        return List.of("MED-EST", "MED-OUEST").stream()
                .flatMap(team -> unfolded(calendar(team)).stream())
                .filter(line -> line.startsWith("UID:"))
                .toList();
    }

    private static List<String> unfolded(String calendar) {
        assertThat(calendar).endsWith("\r\n");
        return List.of(calendar.replace("\r\n ", "").split("\r\n"));
    }

    private String calendar(String team) {
        try {
            return Files.readString(folder.resolve("pages/liste/" + team + ".ics"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.vigie.sample.exports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.vigie.sample.basis.Period;
import org.vigie.sample.events.Tension;
import org.vigie.sample.events.Tensions;

/** Writes what was planted, for whoever scores a run: a decimal point, LF, no byte order mark. */
final class Truth {

    private Truth() {}

    static void write(Path file, Tensions tensions, Period period) throws IOException {
        StringBuilder text = new StringBuilder("tension_id;site_id;family;start_week;end_week;factor;shape\n");
        int number = 0;
        for (Tension tension : tensions.all()) {
            number++;
            text.append(String.format(
                    Locale.ROOT,
                    "T%03d;%s;%s;%s;%s;%.2f;%s\n",
                    number,
                    tension.residence().code(),
                    tension.family(),
                    period.week(tension.firstWeek()),
                    period.week(tension.lastWeek()),
                    tension.factor(),
                    tension.ramp() ? "ramp" : "step"));
        }
        Files.writeString(file, text.toString(), StandardCharsets.UTF_8);
    }
}

package org.vigie.jobs.staged;

import java.time.LocalDate;
import java.util.Optional;
import org.vigie.jobs.feeds.CodeList;
import org.vigie.jobs.staged.Cells.Point;
import org.vigie.jobs.staged.Written.Moment;

/** Incidents and reports of incivilities, into {@link StagedTables#FACTS}. */
final class FactTyper {

    private static final int MANY = 1_000_000;

    /** Names a household by its place and type: dropped at the door, whatever the settings say. */
    private static final String DOMESTIC = "PER_DOMESTIC";

    private static final int MINUTES_PER_DAY = 24 * 60;

    private FactTyper() {}

    /** Local day, and hour where one is known. */
    private record When(LocalDate day, Optional<Integer> hour) {}

    static RowTyper.Typed incident(Cells cells) {
        String id = cells.key("num_incident");
        Moment happened = cells.required(cells.moment("date_fait"), "date_fait");
        return fact(cells, id, when(cells, happened, "date_fait"));
    }

    /** A report without the day of the fact tells of the moment at which it was made. */
    static RowTyper.Typed incivility(Cells cells) {
        String id = cells.key("num_signalement");
        Optional<Moment> happened = cells.moment("date_fait");
        Moment reported = cells.required(cells.moment("date_signalement"), "date_signalement");
        String column = happened.isPresent() ? "date_fait" : "date_signalement";
        return fact(cells, id, when(cells, happened.orElse(reported), column));
    }

    private static RowTyper.Typed fact(Cells cells, String id, When when) {
        CodeList.Entry type = cells.requiredCode("code_type");
        if (type.code().equals(DOMESTIC)) {
            throw new RejectedValue(Rule.EXCLUDED_TYPE, "code_type");
        }
        CodeList.Entry channel = cells.code("canal")
                .orElseGet(() -> CodeList.named("reporting_channels").entry("UNKNOWN"));
        Optional<Point> point = cells.point();
        int severity =
                cells.whole("gravite", 1, 5).orElseGet(() -> Integer.valueOf(type.attribute("severity_default")));
        return RowTyper.Typed.on(
                when.day(),
                cells.feed().name(),
                id,
                cells.whole("version", 1, MANY).orElse(1),
                cells.text("num_fait").orElse(null),
                cells.place(point).orElse(null),
                point.map(Point::longitude).orElse(null),
                point.map(Point::latitude).orElse(null),
                type.code(),
                type.attribute("family"),
                type.attribute("class"),
                severity,
                when.day(),
                when.hour().orElse(null),
                channel.code(),
                channel.attribute("origin"),
                cells.code("statut").map(CodeList.Entry::code).orElse("OUVERT"),
                cells.whole("nb_signalements", 1, MANY).orElse(1),
                cells.row().commentLength());
    }

    /** 24:00 is hour 0 of the next day; a date-time of exactly midnight is a date of which the hour is unknown. */
    private static When when(Cells cells, Moment happened, String column) {
        LocalDate day = cells.notInFuture(happened.day(), column);
        Optional<Integer> minutes = cells.minutes("heure_fait");
        if (minutes.isPresent()) {
            boolean nextDay = minutes.get() == MINUTES_PER_DAY;
            return new When(nextDay ? day.plusDays(1) : day, Optional.of(nextDay ? 0 : minutes.get() / 60));
        }
        boolean told = happened.timeGiven() && !happened.at().equals(day.atStartOfDay());
        return new When(day, told ? Optional.of(happened.at().getHour()) : Optional.empty());
    }
}

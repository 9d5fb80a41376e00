package org.vigie.jobs.siteweeks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** A set of days as disjoint periods in order of time; the last may be open. */
final class Periods {

    static final Periods NONE = new Periods(List.of());

    private final List<Period> periods;

    private Periods(List<Period> periods) {
        this.periods = periods;
    }

    /** From a day on, up to but without another. */
    private record Period(LocalDate from, LocalDate to) {}

    /** One period; open when {@code to} is null, none when it does not end after it begins. */
    static Periods of(LocalDate from, @Nullable LocalDate to) {
        LocalDate end = to == null ? LocalDate.MAX : to;
        return from.isBefore(end) ? new Periods(List.of(new Period(from, end))) : NONE;
    }

    /** Days of either set. */
    Periods plus(Periods more) {
        List<Period> sorted = new ArrayList<>(periods);
        sorted.addAll(more.periods);
        sorted.sort(Comparator.comparing(Period::from).thenComparing(Period::to));
        List<Period> merged = new ArrayList<>();
        for (Period next : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && !next.from().isAfter(merged.get(last).to())) {
                Period before = merged.get(last);
                merged.set(last, new Period(before.from(), later(before.to(), next.to())));
            } else {
                merged.add(next);
            }
        }
        return new Periods(List.copyOf(merged));
    }

    /** Days of this set that the other does not hold. */
    Periods minus(Periods other) {
        List<Period> rest = new ArrayList<>();
        for (Period period : periods) {
            LocalDate from = period.from();
            for (Period hole : other.periods) {
                add(rest, from, earlier(hole.from(), period.to()));
                from = later(from, hole.to());
            }
            add(rest, from, period.to());
        }
        return new Periods(List.copyOf(rest));
    }

    /** Whether it has no end. */
    boolean isOpen() {
        return !periods.isEmpty() && periods.get(periods.size() - 1).to().equals(LocalDate.MAX);
    }

    /** Rows of (from, to), {@code to} empty when open. */
    Row[] toArray() {
        return periods.stream()
                .map(period -> RowFactory.create(period.from(), period.to().equals(LocalDate.MAX) ? null : period.to()))
                .toArray(Row[]::new);
    }

    private static void add(List<Period> rest, LocalDate from, LocalDate to) {
        if (from.isBefore(to)) {
            rest.add(new Period(from, to));
        }
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}

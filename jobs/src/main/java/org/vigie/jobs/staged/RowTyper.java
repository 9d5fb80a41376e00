package org.vigie.jobs.staged;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.jobs.feeds.Feed;

/** Types the rows of one feed, in the column order of its table. */
interface RowTyper {

    /** A day before every fact: what was always so, such as a site without an opening date. */
    LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /**
     * A typed row without its provenance.
     *
     * @param values in table order; empty columns are null, as Spark wants them
     * @param day day of the fact, on which it counts as known when nothing says more
     */
    record Typed(List<@Nullable Object> values, LocalDate day) {

        /** Copies the values. */
        public Typed {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        static Typed on(LocalDate day, @Nullable Object... values) {
            return new Typed(Arrays.asList(values), day);
        }
    }

    /** Types a row, or throws {@link RejectedValue}. */
    Typed type(Cells cells);

    /** The typer of a feed. */
    static RowTyper of(Feed feed) {
        return switch (feed) {
            case INCIDENTS -> FactTyper::incident;
            case INCIVILITIES -> FactTyper::incivility;
            case WORKS -> WorksTyper::operation;
            case TURNOVER -> TurnoverTyper::movement;
            case SITES -> SiteTyper::site;
            case PRESENCE -> ReferenceTypers::presence;
            case CALENDAR -> ReferenceTypers::period;
            case OUTCOMES -> ReferenceTypers::outcome;
        };
    }
}

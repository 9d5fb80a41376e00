package org.vigie.jobs.cli.detect;

import java.util.List;
import java.util.function.Consumer;

/** A detection method as the command line offers it. */
public interface SeriesMethod {

    /** Name after {@code --method}. */
    String name();

    /** Names of the settings that it understands. */
    List<String> settings();

    /** Reads the settings; throws {@link DetectProblem} with exit code 2 when one of them is wrong. */
    Judge with(Settings settings);

    /** The method with its settings read. */
    @FunctionalInterface
    interface Judge {

        /** Judges every period asked for of every series, handing over one row each, series by series. */
        void judge(SeriesSet all, Periods periods, Consumer<VerdictRow> rows);
    }
}

package org.vigie.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import org.vigie.jobs.lake.SharedSpark;

class FailuresTest {

    /** By Spark's own rule the process would end here without a word. */
    @Test
    void aTaskOutOfMemoryIsToldWithWhatToDo() {
        MapFunction<Long, Long> tooLarge = number -> {
            throw new OutOfMemoryError("Java heap space");
        };

        Exception failure = catchException(() ->
                SharedSpark.session().range(2).map(tooLarge, Encoders.LONG()).count());

        assertThat(Vigie.said(failure, "fr"))
                .isEqualTo("mémoire insuffisante : fixer VIGIE_MEMORY, par exemple VIGIE_MEMORY=12g, et relancer");
        assertThat(Vigie.said(failure, "en")).startsWith("not enough memory: set VIGIE_MEMORY");
    }
}

package org.vigie.jobs.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {

    @TempDir
    Path lake;

    @Test
    void aLakeWithoutManifestsHoldsNothing() {
        assertThat(new Manifests(lake).latest()).isEqualTo(Manifest.EMPTY);
    }

    @Test
    void theHighestCompleteNumberCountsAndLeftoversDoNot() throws IOException {
        Manifests manifests = new Manifests(lake);
        Manifest first = Manifest.EMPTY.plus(batch("b1"));
        manifests.publish(first);
        manifests.publish(first.plus(batch("b2")));
        Files.writeString(lake.resolve("manifests/draft-of-a-killed-run"), "{ \"number\": 3");

        assertThat(manifests.latest()).isEqualTo(first.plus(batch("b2")));
        assertThat(manifests.latest().number()).isEqualTo(2);
    }

    @Test
    void aNumberThatIsTakenIsRefusedAndWhatItHoldsStays() {
        Manifests manifests = new Manifests(lake);
        manifests.publish(Manifest.EMPTY.plus(batch("mine")));

        assertThatThrownBy(() -> manifests.publish(Manifest.EMPTY.plus(batch("yours"))))
                .isInstanceOf(ConcurrentWriteException.class);
        assertThat(manifests.latest().batches()).extracting(Manifest.Batch::id).containsExactly("mine");
    }

    @Test
    void ofTwoWritersExactlyOneWinsEveryTime() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            Manifest before = Manifest.EMPTY;
            for (int round = 0; round < 300; round++) {
                List<String> won = race(writers, before, round);
                assertThat(won).as("winners of round %d", round).hasSize(1);
                before = new Manifests(lake).latest();
                assertThat(before.number()).isEqualTo(round + 1);
                assertThat(before.batches().get(round).id()).isEqualTo(won.get(0));
            }
        } finally {
            writers.shutdown();
        }
        try (Stream<Path> files = Files.list(lake.resolve("manifests"))) {
            assertThat(files).hasSize(300);
        }
    }

    private List<String> race(ExecutorService writers, Manifest before, int round) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<String>> results = new ArrayList<>();
        for (String writer : List.of("a", "b")) {
            Callable<String> write = () -> {
                String id = writer + round;
                start.await();
                try {
                    new Manifests(lake).publish(before.plus(batch(id)));
                    return id;
                } catch (ConcurrentWriteException e) {
                    return "";
                }
            };
            results.add(writers.submit(write));
        }
        List<String> won = new ArrayList<>();
        for (Future<String> result : results) {
            won.add(result.get());
        }
        won.removeIf(String::isEmpty);
        return won;
    }

    private static Manifest.Batch batch(String id) {
        TreeMap<String, Long> rows = new TreeMap<>();
        rows.put("staged/facts", 2L);
        return new Manifest.Batch(
                id,
                "2026-10-26T05:00:00",
                rows,
                List.of(new Manifest.FileRead("incidents", "incidents.csv", id, 3, 2)));
    }
}

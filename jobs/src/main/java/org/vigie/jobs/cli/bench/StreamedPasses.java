package org.vigie.jobs.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vigie.analytics.series.SiteHistory;

/**
 * Passes over a simulated portfolio as the Spark stage makes them: sites in a fixed number of buckets, each bucket summed
 * on its own, the sums added in bucket order, so that the number of threads changes nothing. Only a batch of histories
 * of one family exists at a time in each thread.
 */
final class StreamedPasses implements AutoCloseable {

    private static final int BUCKETS = 8;
    private static final int BATCH = 64;

    private final SimulatedPortfolio portfolio;
    private final ExecutorService threads;
    private Cost kernels = Cost.NONE;
    private Cost everything = Cost.NONE;
    private double liveHeapMb;

    StreamedPasses(SimulatedPortfolio portfolio, int threadCount) {
        this.portfolio = portfolio;
        this.threads = Executors.newFixedThreadPool(threadCount);
    }

    /** How one pass sums. */
    record Pass<S>(IntFunction<S> fresh, BiConsumer<S, SiteHistory> add, BinaryOperator<S> merge) {}

    private record Bucket<S>(List<S> states, Cost kernel, Cost whole) {}

    /** Makes one pass; the sums of each family. */
    <S> List<S> run(Pass<S> pass) throws InterruptedException {
        List<Callable<Bucket<S>>> tasks = new ArrayList<>();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            int number = bucket;
            tasks.add(() -> bucket(number, pass));
        }
        List<Bucket<S>> buckets = new ArrayList<>();
        for (Future<Bucket<S>> future : threads.invokeAll(tasks)) {
            buckets.add(result(future));
        }
        liveHeapMb = Math.max(liveHeapMb, Memory.liveHeapMb());
        for (Bucket<S> bucket : buckets) {
            kernels = kernels.plus(bucket.kernel());
            everything = everything.plus(bucket.whole());
        }
        return IntStream.range(0, portfolio.families())
                .mapToObj(family -> buckets.stream()
                        .map(bucket -> bucket.states().get(family))
                        .reduce(pass.merge())
                        .orElseThrow())
                .toList();
    }

    /** What the statistics took, in all passes and threads. */
    Cost kernels() {
        return kernels;
    }

    /** The same with the simulation of the histories. */
    Cost everything() {
        return everything;
    }

    /** Most heap that was needed between two passes, in MB. */
    double liveHeapMb() {
        return liveHeapMb;
    }

    private <S> Bucket<S> bucket(int number, Pass<S> pass) {
        List<S> states =
                IntStream.range(0, portfolio.families()).mapToObj(pass.fresh()).toList();
        List<Cost> costs = new ArrayList<>(List.of(Cost.NONE));
        Cost whole = Cost.of(() -> {
            for (int from = number; from < portfolio.sites(); from += BUCKETS * BATCH) {
                int to = (int) Math.min(portfolio.sites(), (long) from + BUCKETS * BATCH);
                costs.set(0, costs.get(0).plus(batch(from, to, states, pass)));
            }
        });
        return new Bucket<>(states, costs.get(0), whole);
    }

    private <S> Cost batch(int from, int to, List<S> states, Pass<S> pass) {
        Cost cost = Cost.NONE;
        for (int family = 0; family < states.size(); family++) {
            S state = states.get(family);
            List<SiteHistory> histories = new ArrayList<>(BATCH);
            for (int site = from; site < to; site += BUCKETS) {
                histories.add(portfolio.history(site, family));
            }
            cost = cost.plus(Cost.of(() -> histories.forEach(one -> pass.add().accept(state, one))));
        }
        return cost;
    }

    private static <T> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bucket failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

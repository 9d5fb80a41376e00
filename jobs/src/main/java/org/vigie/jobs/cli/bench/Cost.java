package org.vigie.jobs.cli.bench;

import java.lang.management.ManagementFactory;

/**
 * What a piece of work took of the thread that did it.
 *
 * @param cpuNanos CPU time, in nanoseconds
 * @param allocatedBytes memory given out, whether or not it is free again
 */
record Cost(long cpuNanos, long allocatedBytes) {

    static final Cost NONE = new Cost(0, 0);

    /** Work that may fail. */
    @FunctionalInterface
    interface Work {
        void run();
    }

    /** Cost of work on the calling thread. */
    static Cost of(Work work) {
        com.sun.management.ThreadMXBean threads = threads();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long cpu = threads.getCurrentThreadCpuTime();
        work.run();
        return new Cost(threads.getCurrentThreadCpuTime() - cpu, threads.getCurrentThreadAllocatedBytes() - bytes);
    }

    /** Both together. */
    Cost plus(Cost other) {
        return new Cost(cpuNanos + other.cpuNanos, allocatedBytes + other.allocatedBytes);
    }

    /** CPU time in seconds. */
    double cpuSeconds() {
        return cpuNanos / 1e9;
    }

    private static com.sun.management.ThreadMXBean threads() {
        if (ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads) {
            return threads;
        }
        throw new IllegalStateException("this Java does not count the CPU time and memory of its threads");
    }
}

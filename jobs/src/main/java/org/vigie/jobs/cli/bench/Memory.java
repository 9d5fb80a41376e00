package org.vigie.jobs.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** How much memory this process holds. */
final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path FORGET = Path.of("/proc/self/clear_refs");
    private static final String PEAK = "VmHWM:";

    private Memory() {}

    /** Heap that is still needed, in MB: what is left after a collection. */
    static double liveHeapMb() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** Lets the peak begin anew from what is held now; false where the system does not allow it. */
    static boolean forgetPeak() {
        try {
            Files.writeString(FORGET, "5");
            return true;
        } catch (IOException notAllowed) {
            return false;
        }
    }

    /** Most that the process ever held of the machine's memory, in MB; empty where the system does not say. */
    static OptionalDouble peakRssMb() {
        if (!Files.isReadable(STATUS)) {
            return OptionalDouble.empty();
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToDouble(line -> Double.parseDouble(line.substring(PEAK.length())
                                    .replace("kB", "")
                                    .strip())
                            * 1024
                            / 1e6)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.plugcharge.v2g;

import org.plugcharge.exi.BitWriter;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;

/**
 * How much of the processor's time the first message takes in a Java that has just started, and
 * what all sets hold of the heap. {@code java -cp ... org.plugcharge.v2g.ColdStart
 * CurrentDemandReq} for one message; without argument for the heap.
 */
public final class ColdStart {

    private static final String[] NAMES = {
        "SupportedAppProtocolReq", "CurrentDemandReq", "SessionSetupReq", "DC_ChargeLoopReq"
    };

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ColdStart() {}

    /** Prints one line. */
    public static void main(String[] args) throws ClassNotFoundException {
        if (args.length > 0) {
            first(args[0]);
        } else {
            heap();
        }
    }

    private static void first(String name) {
        long start = THREADS.getCurrentThreadCpuTime();
        Sample sample = Samples.of(name);
        long made = THREADS.getCurrentThreadCpuTime();
        BitWriter out = new BitWriter();
        sample.encode().accept(out);
        byte[] octets = out.toBytes().toArray();
        long encoded = THREADS.getCurrentThreadCpuTime();
        Object message = sample.decode().apply(octets);
        long decoded = THREADS.getCurrentThreadCpuTime();
        if (!message.equals(sample.message())) {
            throw new IllegalStateException("not the same again: " + message);
        }
        System.out.printf(
                "%s: %.1f ms to make the first, %.1f ms to encode it, %.1f ms to decode it%n",
                name, (made - start) / 1e6, (encoded - made) / 1e6, (decoded - encoded) / 1e6);
    }

    private static void heap() throws ClassNotFoundException {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long before = used(memory);
        int elements = 0;
        for (MessageSet set : MessageSet.values()) {
            elements += set.documents().size() + set.fragments().size();
        }
        for (String name : NAMES) {
            first(name);
        }
        long after = used(memory);
        System.out.printf(
                "%d root elements of %d sets: %d KiB of heap, %d classes%n",
                elements,
                MessageSet.values().length,
                (after - before) / 1024,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    private static long used(MemoryMXBean memory) {
        for (int round = 0; round < 3; round++) {
            System.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}

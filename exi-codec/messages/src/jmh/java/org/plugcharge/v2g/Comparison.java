package org.plugcharge.v2g;

import com.siemens.ct.exi.core.exceptions.EXIException;
import com.sun.management.ThreadMXBean;

import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.text.MessageText;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * The comparison of {@link CodecBenchmark} where a machine does other work at the same time: the
 * processor's time of the thread is measured, not the clock's, and the best of many batches is
 * shown. {@code java -cp ... org.plugcharge.v2g.Comparison NAME} prints one row of a table.
 */
public final class Comparison {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long WARM = 1_500_000_000L;
    private static final int BATCHES = 40;
    private static final long BATCH = 10_000_000L;

    private interface Operation {
        void run() throws EXIException, IOException, SAXException;
    }

    private record Cost(double nanoseconds, long octets) {}

    private static volatile Object keep = "";

    private Comparison() {}

    /** Measures one message, named as in {@link CodecBenchmark}. */
    public static void main(String[] args) throws EXIException, IOException, SAXException {
        Sample sample = Samples.of(args[0]);
        BitWriter out = new BitWriter();
        sample.encode().accept(out);
        byte[] octets = out.toBytes().toArray();
        Cost encode = cost(() -> sample.encode().accept(out));
        Cost decode = cost(() -> keep = sample.decode().apply(octets));
        OtherCodec other =
                new OtherCodec(
                        sample.set(),
                        octets,
                        MessageText.xmlLine(new NamedValue(sample.element(), sample.message())));
        Cost eventEncode = cost(() -> keep = other.encodeEvents());
        Cost eventDecode = cost(() -> other.decodeEvents(value -> keep = value));
        Cost saxEncode = cost(() -> keep = other.encodeSax());
        Cost saxDecode = cost(other::decodeSax);
        System.out.printf(
                "| %s | %d | %.0f / %.0f | %d / %d | %.0f / %.0f | %.0f / %.0f | %.0f / %.0f | %.0f"
                        + " / %.0f |%n",
                args[0],
                octets.length,
                encode.nanoseconds(),
                decode.nanoseconds(),
                encode.octets(),
                decode.octets(),
                eventEncode.nanoseconds(),
                eventDecode.nanoseconds(),
                saxEncode.nanoseconds(),
                saxDecode.nanoseconds(),
                eventEncode.nanoseconds() / encode.nanoseconds(),
                eventDecode.nanoseconds() / decode.nanoseconds(),
                saxEncode.nanoseconds() / encode.nanoseconds(),
                saxDecode.nanoseconds() / decode.nanoseconds());
    }

    private static Cost cost(Operation operation) throws EXIException, IOException, SAXException {
        long start = THREADS.getCurrentThreadCpuTime();
        long runs = 0;
        while (THREADS.getCurrentThreadCpuTime() - start < WARM) {
            run(operation, 500);
            runs += 500;
        }
        int count = (int) Math.max(100, runs * BATCH / WARM);
        double best = Double.MAX_VALUE;
        long octets = Long.MAX_VALUE;
        for (int batch = 0; batch < BATCHES; batch++) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long time = THREADS.getCurrentThreadCpuTime();
            run(operation, count);
            best = Math.min(best, (double) (THREADS.getCurrentThreadCpuTime() - time) / count);
            octets =
                    Math.min(
                            octets, (THREADS.getCurrentThreadAllocatedBytes() - allocated) / count);
        }
        return new Cost(best, octets);
    }

    private static void run(Operation operation, int count)
            throws EXIException, IOException, SAXException {
        for (int index = 0; index < count; index++) {
            operation.run();
        }
    }
}

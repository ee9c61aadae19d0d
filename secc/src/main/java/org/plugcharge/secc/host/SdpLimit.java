package org.plugcharge.secc.host;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many discovery requests of one source are answered: a burst of {@value #BURST}, then {@value
 * #PER_SECOND} a second. A vehicle asks four times a second at most [V2G2-159]. Of {@value
 * #SOURCES} sources at most something is remembered, those heard last. For one thread.
 */
final class SdpLimit {

    static final int BURST = 20;
    static final int PER_SECOND = 10;
    static final int SOURCES = 256;
    private static final long NANOS_EACH = 1_000_000_000L / PER_SECOND;

    /** When the source has its whole burst again; in the past it has. */
    private final Map<InetAddress, Long> fullAgain =
            new LinkedHashMap<>(SOURCES, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<InetAddress, Long> eldest) {
                    return size() > SOURCES;
                }
            };

    /** Whether to answer {@code source} at {@code nanos} of a steady clock. */
    boolean answers(InetAddress source, long nanos) {
        long before = fullAgain.getOrDefault(source, nanos);
        long after = (before - nanos > 0 ? before : nanos) + NANOS_EACH;
        if (after - nanos > BURST * NANOS_EACH) {
            return false;
        }
        fullAgain.put(source, after);
        return true;
    }
}

package org.plugcharge.tool.capture;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the segments of one direction in order. Sequence numbers are kept in 64 bits, so that they
 * can be compared after they have wrapped.
 */
final class TcpDirection {

    /** More than any window of a charging session. */
    private static final int MOST_PENDING = 4 << 20;

    private static final long WRAP = 1L << 32;

    private final TreeMap<Long, Piece> pending = new TreeMap<>();
    private long next = -1;
    private long pendingOctets;
    private int retransmissions;
    private boolean closed;

    /** Octets from a place on; {@code missing} more were sent behind them but not captured. */
    private record Piece(Bytes octets, int missing, boolean end) {

        long length() {
            return (long) octets.length() + missing;
        }
    }

    /** What comes next: octets, or a number of lost ones, or the end. */
    record Out(Bytes octets, long lost, boolean end) {}

    int retransmissions() {
        return retransmissions;
    }

    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    /** The first octet will have this number. */
    void startAt(long sequence) {
        if (next < 0) {
            next = WRAP + sequence;
        }
    }

    void add(long sequence, Bytes octets, int missing, boolean end) {
        startAt(sequence);
        Piece piece = new Piece(octets, missing, end);
        long from = unwrapped(sequence);
        if (piece.length() > 0 && from + piece.length() <= next) {
            retransmissions++;
            return;
        }
        Piece known = pending.get(from);
        if (known != null && known.length() >= piece.length() && (known.end() || !end)) {
            retransmissions++;
            return;
        }
        if (known != null) {
            pendingOctets -= known.octets().length();
        }
        pending.put(from, piece);
        pendingOctets += octets.length();
    }

    private long unwrapped(long sequence) {
        long candidate = (next & -WRAP) | sequence;
        if (candidate - next > WRAP / 2) {
            return candidate - WRAP;
        }
        return next - candidate > WRAP / 2 ? candidate + WRAP : candidate;
    }

    /** Whether the receiver has confirmed octets that are still missing here. */
    boolean lost(long acknowledged) {
        return next >= 0 && !pending.isEmpty() && unwrapped(acknowledged) >= pending.firstKey();
    }

    /** The next thing in order; null if it has not come yet. {@code skip} passes over a hole. */
    @Nullable Out poll(boolean skip) {
        while (!pending.isEmpty()) {
            Map.Entry<Long, Piece> first = pending.firstEntry();
            long from = first.getKey();
            Piece piece = first.getValue();
            if (from > next) {
                if (!skip && pendingOctets <= MOST_PENDING) {
                    return null;
                }
                long lost = from - next;
                next = from;
                return new Out(Bytes.EMPTY, lost, false);
            }
            pending.remove(from);
            pendingOctets -= piece.octets().length();
            long known = next - from;
            if (known < piece.octets().length()) {
                if (piece.missing() > 0) {
                    pending.put(
                            from + piece.octets().length(),
                            new Piece(Bytes.EMPTY, piece.missing(), piece.end()));
                } else if (piece.end()) {
                    pending.putIfAbsent(
                            from + piece.octets().length(), new Piece(Bytes.EMPTY, 0, true));
                }
                next = from + piece.octets().length();
                return new Out(
                        known == 0
                                ? piece.octets()
                                : piece.octets().slice((int) known, piece.octets().length()),
                        0,
                        false);
            }
            if (piece.missing() > 0 && from + piece.length() > next) {
                long lost = from + piece.length() - next;
                next = from + piece.length();
                if (piece.end()) {
                    pending.put(next, new Piece(Bytes.EMPTY, 0, true));
                }
                return new Out(Bytes.EMPTY, lost, false);
            }
            if (piece.end() && piece.length() == known) {
                return new Out(Bytes.EMPTY, 0, true);
            }
        }
        return null;
    }
}

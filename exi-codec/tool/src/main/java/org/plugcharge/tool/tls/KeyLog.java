package org.plugcharge.tool.tls;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.util.HashMap;
import java.util.Map;

/**
 * The secrets of TLS connections, as NSS key log lines give them: a label, the ClientHello's random
 * and the secret, in hex.
 *
 * <p>Lines that are no such lines are passed over, as the format asks.
 */
public final class KeyLog {

    private static final int RANDOM_DIGITS = 64;
    private static final int MOST_SECRETS = 1_000_000;

    private final Map<Entry, Bytes> secrets = new HashMap<>();

    private record Entry(String label, Bytes clientRandom) {}

    /** Adds the lines of a key log. */
    public void add(String text) {
        text.lines().forEach(this::addLine);
    }

    private void addLine(String line) {
        String[] cells = line.strip().split("\\s+", -1);
        if (cells.length != 3
                || cells[1].length() != RANDOM_DIGITS
                || secrets.size() >= MOST_SECRETS) {
            return;
        }
        try {
            secrets.put(new Entry(cells[0], Bytes.fromHex(cells[1])), Bytes.fromHex(cells[2]));
        } catch (IllegalArgumentException _) {
            // No line of a key log.
        }
    }

    /** Whether there is no secret at all. */
    public boolean isEmpty() {
        return secrets.isEmpty();
    }

    @Nullable Bytes secret(String label, Bytes clientRandom) {
        return secrets.get(new Entry(label, clientRandom));
    }
}

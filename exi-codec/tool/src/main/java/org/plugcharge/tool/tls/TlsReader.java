package org.plugcharge.tool.tls;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Reads both directions of one captured TLS connection; takes octets as TCP delivers them.
 *
 * <p>Holds at most one record and one handshake message of each direction.
 */
public final class TlsReader {

    private static final int HEADER = 5;
    private static final int LONGEST_RECORD = (1 << 14) + 2048;
    private static final int LONGEST_MESSAGE = 1 << 17;

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int DATA = 23;

    private static final int FINISHED = 20;
    private static final int KEY_UPDATE = 24;

    private final KeyLog keyLog;
    private final Hellos hellos = new Hellos();
    private final Side client = new Side(true);
    private final Side server = new Side(false);

    private static final class Side {
        private final boolean isClient;
        private byte[] held = {};
        private byte[] handshake = {};
        private boolean sealed;
        private boolean secret;
        private @Nullable RecordKeys keys;
        private final Deque<RecordKeys> later = new ArrayDeque<>();

        Side(boolean isClient) {
            this.isClient = isClient;
        }
    }

    /** With the secrets there are. */
    public TlsReader(KeyLog keyLog) {
        this.keyLog = keyLog;
    }

    /** Whether octets begin like a TLS record with a handshake message. */
    public static boolean recognizes(Bytes octets) {
        return octets.length() >= 2 && octets.at(0) == HANDSHAKE && octets.at(1) == 3;
    }

    /** Takes the next octets of one direction. */
    public List<TlsEvent> feed(boolean fromClient, Bytes octets) {
        Side side = fromClient ? client : server;
        List<TlsEvent> events = new ArrayList<>();
        if (side.sealed) {
            return events;
        }
        side.held = Derivation.concat(side.held, octets.toArray());
        int at = 0;
        while (!side.sealed && side.held.length - at >= HEADER) {
            int length = ByteBuffer.wrap(side.held).getShort(at + 3) & 0xFFFF;
            if (side.held[at + 1] != 3 || length > LONGEST_RECORD) {
                seal(side, "expected a TLS record, found something else", events);
                break;
            }
            if (side.held.length - at < HEADER + length) {
                break;
            }
            record(
                    side,
                    Arrays.copyOfRange(side.held, at, at + HEADER),
                    Arrays.copyOfRange(side.held, at + HEADER, at + HEADER + length),
                    events);
            at += HEADER + length;
        }
        side.held = side.sealed ? new byte[0] : Arrays.copyOfRange(side.held, at, side.held.length);
        return events;
    }

    /** Octets of a direction are missing: what follows can't be opened. */
    public List<TlsEvent> lost(boolean fromClient) {
        List<TlsEvent> events = new ArrayList<>();
        seal(
                fromClient ? client : server,
                "octets are missing in the capture; what follows can't be opened",
                events);
        return events;
    }

    private static void seal(Side side, String reason, List<TlsEvent> events) {
        if (!side.sealed) {
            side.sealed = true;
            events.add(new TlsEvent.Sealed(side.isClient, reason));
        }
    }

    private void record(Side side, byte[] header, byte[] fragment, List<TlsEvent> events) {
        int type = header[0];
        if (type == CHANGE_CIPHER_SPEC) {
            if (!hellos.isTls13()) {
                side.secret = true;
                activate12(side, events);
            }
            return;
        }
        if (!side.secret || (hellos.isTls13() && type != DATA)) {
            content(side, type, fragment, events);
            return;
        }
        byte[] plain = open(side, header, fragment);
        if (plain == null) {
            seal(side, whySealed(), events);
        } else if (hellos.isTls13()) {
            int end = plain.length;
            while (end > 0 && plain[end - 1] == 0) {
                end--;
            }
            if (end > 0) {
                content(side, plain[end - 1], Arrays.copyOf(plain, end - 1), events);
            }
        } else {
            content(side, type, plain, events);
        }
    }

    private String whySealed() {
        if (hellos.clientRandom() == null || hellos.serverRandom() == null) {
            return "the beginning of the connection is not in the capture";
        }
        if (hellos.suite() == null) {
            return "cipher suite " + hellos.suiteName() + " can't be opened";
        }
        return "the key log has no secret that opens it (client random "
                + hellos.clientRandom().toHex()
                + ")";
    }

    private void activate12(Side side, List<TlsEvent> events) {
        Bytes random = hellos.clientRandom();
        Bytes serverRandom = hellos.serverRandom();
        Suite suite = hellos.suite();
        Bytes master = random == null ? null : keyLog.secret("CLIENT_RANDOM", random);
        if (random == null || serverRandom == null || suite == null || master == null) {
            seal(side, whySealed(), events);
            return;
        }
        try {
            side.keys =
                    RecordKeys.tls12(
                            suite,
                            master.toArray(),
                            random.toArray(),
                            serverRandom.toArray(),
                            side.isClient,
                            hellos.encryptThenMac());
        } catch (GeneralSecurityException e) {
            seal(side, "this Java platform can't: " + e.getMessage(), events);
        }
    }

    private void activate13() {
        for (Side side : List.of(client, server)) {
            String who = side.isClient ? "CLIENT" : "SERVER";
            side.secret = true;
            side.keys = null;
            side.later.clear();
            addKeys(side, who + "_HANDSHAKE_TRAFFIC_SECRET");
            addKeys(side, who + "_TRAFFIC_SECRET_0");
        }
    }

    private void addKeys(Side side, String label) {
        Bytes random = hellos.clientRandom();
        Suite suite = hellos.suite();
        Bytes secret = random == null ? null : keyLog.secret(label, random);
        if (secret != null && suite != null) {
            try {
                side.later.add(RecordKeys.tls13(suite, secret.toArray()));
            } catch (GeneralSecurityException _) {
                // Reported when the first record can't be opened.
            }
        }
    }

    /**
     * Opens a record with the present keys, else with those that may have replaced them. Without
     * handshake secrets the handshake's records stay closed and are passed over.
     */
    private byte @Nullable [] open(Side side, byte[] header, byte[] fragment) {
        byte[] plain = side.keys == null ? null : side.keys.open(header, fragment);
        while (plain == null && !side.later.isEmpty()) {
            plain = side.later.getFirst().open(header, fragment);
            if (plain == null && side.later.size() == 1 && side.keys == null) {
                return new byte[0];
            }
            RecordKeys tried = side.later.removeFirst();
            side.keys = plain == null ? side.keys : tried;
        }
        return plain;
    }

    private void content(Side side, int type, byte[] octets, List<TlsEvent> events) {
        switch (type) {
            case HANDSHAKE -> handshake(side, octets, events);
            case ALERT -> {
                if (octets.length == 2) {
                    events.add(
                            new TlsEvent.Alert(
                                    side.isClient, octets[0] == 2, Alerts.name(octets[1])));
                }
            }
            case DATA -> events.add(new TlsEvent.Plaintext(side.isClient, Bytes.owning(octets)));
            default -> {}
        }
    }

    private void handshake(Side side, byte[] octets, List<TlsEvent> events) {
        side.handshake = Derivation.concat(side.handshake, octets);
        int at = 0;
        while (side.handshake.length - at >= 4) {
            int length = ByteBuffer.wrap(side.handshake).getInt(at) & 0xFFFFFF;
            if (length > LONGEST_MESSAGE) {
                seal(side, "expected a handshake message of at most 128 KiB, found more", events);
                break;
            }
            if (side.handshake.length - at < 4 + length) {
                break;
            }
            message(
                    side,
                    side.handshake[at],
                    ByteBuffer.wrap(side.handshake, at + 4, length).slice(),
                    events);
            at += 4 + length;
        }
        side.handshake = Arrays.copyOfRange(side.handshake, at, side.handshake.length);
    }

    private void message(Side side, int type, ByteBuffer body, List<TlsEvent> events) {
        switch (type) {
            case KEY_UPDATE -> update(side);
            case FINISHED -> {}
            default -> {
                events.addAll(hellos.read(side.isClient, type, body));
                if (type == Hellos.SERVER_HELLO && hellos.isTls13() && !hellos.retried()) {
                    activate13();
                }
            }
        }
    }

    private static void update(Side side) {
        if (side.keys != null) {
            try {
                side.later.addFirst(side.keys.updated());
            } catch (GeneralSecurityException _) {
                // Reported when the next record can't be opened.
            }
        }
    }
}

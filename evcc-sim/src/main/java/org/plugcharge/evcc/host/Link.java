package org.plugcharge.evcc.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.tls.ClientProfile;
import org.plugcharge.certs.tls.TlsEngine;
import org.plugcharge.certs.tls.TlsFailure;
import org.plugcharge.certs.tls.TlsSummary;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A connection to a station, with TLS or without. One thread reads; any thread writes; every write
 * goes out as one piece.
 *
 * <p>{@link CarException} when the connection cannot be made, {@link IOException} when it breaks.
 */
public final class Link implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int HANDSHAKE_MILLIS = 10_000;
    private static final int BUFFER = 16_384;

    private final Socket socket;
    private final @Nullable TlsEngine tls;
    private final Wiretap tap;
    private final byte[] buffer = new byte[BUFFER];

    private Link(Socket socket, @Nullable TlsEngine tls, Wiretap tap) {
        this.socket = socket;
        this.tls = tls;
        this.tap = tap;
        tap.connected(
                (InetSocketAddress) socket.getLocalSocketAddress(),
                (InetSocketAddress) socket.getRemoteSocketAddress());
    }

    /** Connects without TLS. */
    public static Link plain(InetSocketAddress station) {
        return plain(station, Wiretap.NONE);
    }

    /** The same, heard by {@code tap}. */
    public static Link plain(InetSocketAddress station, Wiretap tap) {
        return new Link(connect(station), null, tap);
    }

    /** Connects with TLS, ready when this returns. */
    public static Link tls(InetSocketAddress station, ClientProfile profile, SecureRandom random) {
        return tls(station, profile, random, Wiretap.NONE);
    }

    /** The same, heard by {@code tap}. */
    public static Link tls(
            InetSocketAddress station, ClientProfile profile, SecureRandom random, Wiretap tap) {
        Link link = new Link(connect(station), TlsEngine.client(profile, random), tap);
        try {
            link.handshake();
            return link;
        } catch (IOException | TlsFailure e) {
            link.close();
            throw new CarException("TLS with the station failed: " + e.getMessage(), e);
        }
    }

    private static Socket connect(InetSocketAddress station) {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(station, CONNECT_MILLIS);
            return socket;
        } catch (IOException e) {
            closeQuietly(socket);
            throw new CarException(
                    "cannot connect to the station at " + station + ": " + e.getMessage(), e);
        }
    }

    private void handshake() throws IOException {
        TlsEngine engine = engine();
        socket.setSoTimeout(HANDSHAKE_MILLIS);
        flush(engine);
        while (!engine.established()) {
            int read = readSocket();
            if (read < 0) {
                throw new IOException("the station closed the connection during the handshake");
            }
            synchronized (engine) {
                try {
                    engine.receive(buffer, 0, read);
                } finally {
                    flush(engine);
                }
            }
        }
        socket.setSoTimeout(0);
    }

    private int readSocket() throws IOException {
        try {
            InputStream in = socket.getInputStream();
            int read = in.read(buffer);
            if (read < 0) {
                tap.stationClosed();
            } else {
                tap.received(Bytes.of(buffer, 0, read));
            }
            return read;
        } catch (SocketTimeoutException e) {
            throw new IOException(
                    "the station did not answer within " + HANDSHAKE_MILLIS / 1000 + " s", e);
        }
    }

    /** Whether the connection carries TLS. */
    public boolean secured() {
        return tls != null;
    }

    /** What TLS agreed on; empty without TLS. */
    public Optional<TlsSummary> summary() {
        return tls == null ? Optional.empty() : tls.summary();
    }

    /** Sends octets as one piece. */
    public void write(Bytes octets) throws IOException {
        byte[] out = octets.toArray();
        if (tls == null) {
            put(out);
            return;
        }
        synchronized (tls) {
            try {
                tls.send(out, 0, out.length);
                flush(tls);
            } catch (TlsFailure e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }

    /** Waits for octets; empty at the end of the connection. */
    public Optional<Bytes> read() throws IOException {
        while (true) {
            int read = readSocket();
            if (read < 0) {
                return Optional.empty();
            }
            Bytes octets = tls == null ? Bytes.of(buffer, 0, read) : decrypt(tls, read);
            if (octets.length() > 0) {
                return Optional.of(octets);
            }
            if (tls != null && tls.closed()) {
                return Optional.empty();
            }
        }
    }

    private Bytes decrypt(TlsEngine engine, int length) throws IOException {
        synchronized (engine) {
            try {
                engine.receive(buffer, 0, length);
                return Bytes.owning(engine.plaintext());
            } catch (TlsFailure e) {
                throw new IOException(e.getMessage(), e);
            } finally {
                flush(engine);
            }
        }
    }

    private void flush(TlsEngine engine) throws IOException {
        byte[] out = engine.output();
        if (out.length > 0) {
            put(out);
        }
    }

    private void put(byte[] octets) throws IOException {
        tap.sent(Bytes.of(octets, 0, octets.length));
        socket.getOutputStream().write(octets);
    }

    private TlsEngine engine() {
        if (tls == null) {
            throw new IllegalStateException("no TLS here");
        }
        return tls;
    }

    @Override
    public void close() {
        if (tls != null && !socket.isClosed()) {
            synchronized (tls) {
                sayGoodBye(tls);
            }
        }
        if (!socket.isClosed()) {
            tap.closed();
        }
        closeQuietly(socket);
    }

    private void sayGoodBye(TlsEngine engine) {
        try {
            engine.close();
            flush(engine);
        } catch (IOException | TlsFailure e) {
            // The connection is gone already; there is nobody to say good-bye to.
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // A socket that cannot be closed is closed.
        }
    }
}

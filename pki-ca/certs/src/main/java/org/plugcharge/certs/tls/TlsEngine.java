package org.plugcharge.certs.tls;

import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.bouncycastle.tls.TlsProtocol;
import org.bouncycastle.tls.TlsServerProtocol;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * One TLS connection without a socket: {@link #receive} takes octets from the wire, {@link #output}
 * gives octets for it.
 *
 * <p>Not thread-safe. After any call there may be {@link #output}, also after one that threw: the
 * alert. Holds at most one TLS record (16 KiB) of incomplete input.
 */
public final class TlsEngine {

    private final TlsProtocol protocol;
    private final Peer peer;

    private TlsEngine(TlsProtocol protocol, Peer peer) {
        this.protocol = protocol;
        this.peer = peer;
    }

    /** What a role remembers of the handshake. */
    interface Peer {
        Optional<TlsSummary> summary();
    }

    /** The station's end of a connection; it waits for a ClientHello. */
    public static TlsEngine server(ServerProfile profile, SecureRandom random) {
        V2gTlsServer server = new V2gTlsServer(profile, V2gTls.crypto(random));
        TlsServerProtocol protocol = new TlsServerProtocol();
        try {
            protocol.accept(server);
        } catch (IOException e) {
            throw new IllegalStateException("TLS could not be started", e);
        }
        return new TlsEngine(protocol, server);
    }

    /** The vehicle's end of a connection; its ClientHello is waiting in {@link #output}. */
    public static TlsEngine client(ClientProfile profile, SecureRandom random) {
        return client(profile, V2gTls.CIPHER_SUITES, random);
    }

    /** The same offering only some of the suites. */
    static TlsEngine client(ClientProfile profile, int[] cipherSuites, SecureRandom random) {
        V2gTlsClient client = new V2gTlsClient(profile, cipherSuites, V2gTls.crypto(random));
        TlsClientProtocol protocol = new TlsClientProtocol();
        try {
            protocol.connect(client);
        } catch (IOException e) {
            throw new IllegalStateException("TLS could not be started", e);
        }
        return new TlsEngine(protocol, client);
    }

    /**
     * Takes octets of the wire; {@link TlsFailure} when the connection can't go on. What comes
     * after its end is dropped.
     */
    public void receive(byte[] octets, int offset, int length) {
        if (protocol.isClosed()) {
            return;
        }
        try {
            protocol.offerInput(octets, offset, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Takes what is waiting to go out on the wire; empty when nothing is. */
    public byte[] output() {
        byte[] octets = new byte[protocol.getAvailableOutputBytes()];
        protocol.readOutput(octets, 0, octets.length);
        return octets;
    }

    /** Takes what the peer sent inside the connection; empty when nothing came. */
    public byte[] plaintext() {
        byte[] octets = new byte[protocol.getAvailableInputBytes()];
        protocol.readInput(octets, 0, octets.length);
        return octets;
    }

    /** Sends octets to the peer; only when {@link #established}. */
    public void send(byte[] octets, int offset, int length) {
        try {
            protocol.writeApplicationData(octets, offset, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Says good-bye (close_notify). */
    public void close() {
        try {
            protocol.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Whether the handshake is done and the connection open. */
    public boolean established() {
        return protocol.isConnected();
    }

    /** Whether the connection has ended, by either side. */
    public boolean closed() {
        return protocol.isClosed();
    }

    /** What was agreed; empty until {@link #established} for the first time. */
    public Optional<TlsSummary> summary() {
        return peer.summary();
    }

    private static TlsFailure failure(IOException e) {
        return switch (e) {
            case TlsFatalAlertReceived alert ->
                    new TlsFailure("the peer ended TLS: " + alert.getMessage(), alert);
            case TlsFatalAlert alert ->
                    new TlsFailure("TLS ended here: " + alert.getMessage(), alert);
            default -> new TlsFailure("TLS failed: " + e.getMessage(), e);
        };
    }
}

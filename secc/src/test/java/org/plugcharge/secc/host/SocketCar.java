package org.plugcharge.secc.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.tls.ClientProfile;
import org.plugcharge.certs.tls.TlsEngine;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;
import org.plugcharge.v2g.v2gtp.V2gtpDecoder;
import org.plugcharge.v2g.v2gtp.V2gtpEvent;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A vehicle on a real socket, with TLS or without; {@link IOException} when the link is gone. */
final class SocketCar implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int SDP_MILLIS = 250;
    private static final int SDP_TRIES = PATIENCE_MILLIS / SDP_MILLIS;

    private final Socket socket;
    private final V2gtpDecoder decoder = new V2gtpDecoder();
    private final Deque<Bytes> payloads = new ArrayDeque<>();
    private final byte[] buffer = new byte[16_384];
    private final @Nullable TlsEngine tls;
    private Bytes sessionId = Road.NO_SESSION;

    private SocketCar(Socket socket, @Nullable TlsEngine tls) {
        this.socket = socket;
        this.tls = tls;
    }

    /** What discovery answers to one who asks again and again, as vehicles do. */
    static SdpResponse discover(Secc station, SdpSecurity asked) throws IOException {
        try (DatagramSocket udp =
                new DatagramSocket(new InetSocketAddress(station.discovery().getAddress(), 0))) {
            udp.setSoTimeout(SDP_MILLIS);
            for (int i = 0; i < SDP_TRIES; i++) {
                Optional<SdpResponse> answer = ask(udp, station, asked);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            throw new java.net.SocketTimeoutException("discovery is not answered");
        }
    }

    private static Optional<SdpResponse> ask(DatagramSocket udp, Secc station, SdpSecurity asked)
            throws IOException {
        byte[] question = new SdpRequest(asked, SdpTransport.TCP).frame().encode().toArray();
        udp.send(new DatagramPacket(question, question.length, station.discovery()));
        DatagramPacket answer = new DatagramPacket(new byte[100], 100);
        try {
            udp.receive(answer);
        } catch (java.net.SocketTimeoutException silence) {
            return Optional.empty();
        }
        Bytes datagram = Bytes.of(Arrays.copyOf(answer.getData(), answer.getLength()));
        return Optional.of(SdpResponse.parse(V2gtpFrame.ofDatagram(datagram).payload()));
    }

    /** A bare connection to the port for {@code security}. */
    static Socket connect(Secc station, SdpSecurity security) throws IOException {
        Socket socket =
                new Socket(station.discovery().getAddress(), discover(station, security).port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    static SocketCar plain(Secc station) throws IOException {
        return new SocketCar(connect(station, SdpSecurity.NONE), null);
    }

    static SocketCar secured(Secc station) throws IOException {
        SocketCar car = new SocketCar(connect(station, SdpSecurity.TLS), client());
        try {
            car.handshake();
            return car;
        } catch (IOException | RuntimeException e) {
            car.close();
            throw e;
        }
    }

    static TlsEngine client() {
        return TlsEngine.client(
                new ClientProfile(List.of(), (chain, staples) -> Optional.empty()),
                new SecureRandom());
    }

    private void handshake() throws IOException {
        while (tls != null && !tls.established()) {
            flush();
            read();
        }
        flush();
    }

    /** The leaf that TLS showed. */
    Bytes leaf() {
        if (tls == null) {
            throw new IllegalStateException("no TLS here");
        }
        return tls.summary().orElseThrow().serverChain().leaf();
    }

    private void flush() throws IOException {
        if (tls != null) {
            socket.getOutputStream().write(tls.output());
        }
    }

    private void read() throws IOException {
        int length = socket.getInputStream().read(buffer);
        if (length < 0) {
            throw new EOFException("the station closed the connection");
        }
        if (tls == null) {
            take(buffer, length);
        } else {
            tls.receive(buffer, 0, length);
            byte[] plain = tls.plaintext();
            take(plain, plain.length);
        }
    }

    private void take(byte[] octets, int length) {
        for (V2gtpEvent event : decoder.feed(octets, 0, length)) {
            payloads.add(((V2gtpFrame) event).payload());
        }
    }

    void send(Bytes octets) throws IOException {
        if (tls == null) {
            socket.getOutputStream().write(octets.toArray());
        } else {
            tls.send(octets.toArray(), 0, octets.length());
            flush();
        }
    }

    private Bytes answer(Bytes question) throws IOException {
        send(question);
        while (payloads.isEmpty()) {
            read();
        }
        return payloads.remove();
    }

    SupportedAppProtocolRes negotiate() throws IOException {
        return (SupportedAppProtocolRes) AppProtocolCodec.decode(answer(Road.negotiation()));
    }

    Iso2Response ask(Iso2Request request) throws IOException {
        V2gMessage message = Iso2Codec.decode(answer(Road.request(sessionId, request)));
        sessionId = message.header().sessionId();
        return PluggedCar.response(message);
    }

    /** Asks until the answer is Finished, ten times a second. */
    Iso2Response askOn(Iso2Request request) throws IOException {
        Iso2Response answer = ask(request);
        while (PluggedCar.ongoing(answer)) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answer = ask(request);
        }
        return answer;
    }

    /** From supportedAppProtocol on, as far as {@code road} leads. */
    SocketCar drive(List<Iso2Request> road) throws IOException {
        negotiate();
        for (Iso2Request request : road) {
            askOn(request);
        }
        return this;
    }

    /** Whether the station closed the connection; waits for it. */
    boolean closedByStation() throws IOException {
        try {
            while (true) {
                read();
            }
        } catch (EOFException | java.net.SocketException e) {
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }

    /** The connection is reset. */
    void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

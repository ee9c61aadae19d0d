package org.plugcharge.evcc.capture;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.tls.KeyLog;
import org.plugcharge.evcc.capture.EthernetFrames.End;
import org.plugcharge.evcc.host.Wiretap;
import org.plugcharge.exi.Bytes;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * One car's discovery and connection, written into a capture. What TLS hides is written behind the
 * secret that opens it, so packets of a handshake are held back until the secret is there.
 */
public final class Recording implements Wiretap, KeyLog {

    private static final int CAR = 1;
    private static final int STATION = 2;
    private static final int SEGMENT = 1_440;
    private static final int MOST_HELD_BACK = 1_000;
    private static final byte TLS_HANDSHAKE = 0x16;

    private final PcapngFile file;
    private final InstantSource clock;
    private final List<Held> heldBack = new ArrayList<>();
    private boolean holding = true;
    private boolean begun;
    private @Nullable Direction out;
    private @Nullable Direction in;

    private record Held(Instant at, Bytes frame) {}

    /** One way of a connection. */
    private static final class Direction {
        private final End from;
        private final End to;
        private int sequence;
        private boolean ended;

        Direction(End from, End to, int sequence) {
            this.from = from;
            this.to = to;
            this.sequence = sequence;
        }
    }

    /** Of the next connection, in this file. */
    public Recording(PcapngFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public void datagram(InetSocketAddress from, InetSocketAddress to, Bytes payload) {
        boolean fromCar = isQuestion(payload);
        file.packet(
                clock.instant(),
                EthernetFrames.udp(
                        new End(fromCar ? CAR : STATION, from),
                        new End(fromCar ? STATION : CAR, to),
                        payload));
    }

    /** By the payload type of an SDP request. */
    private static boolean isQuestion(Bytes payload) {
        return payload.length() > 3 && payload.at(2) == (byte) 0x90 && payload.at(3) == 0;
    }

    @Override
    public synchronized void connected(InetSocketAddress car, InetSocketAddress station) {
        End here = new End(CAR, car);
        End there = new End(STATION, station);
        Direction outwards = new Direction(here, there, 1_000);
        Direction inwards = new Direction(there, here, 2_000);
        out = outwards;
        in = inwards;
        frame(outwards, inwards, EthernetFrames.SYN, Bytes.EMPTY);
        outwards.sequence++;
        frame(inwards, outwards, EthernetFrames.SYN | EthernetFrames.ACK, Bytes.EMPTY);
        inwards.sequence++;
        frame(outwards, inwards, EthernetFrames.ACK, Bytes.EMPTY);
    }

    @Override
    public synchronized void sent(Bytes octets) {
        if (out == null || in == null) {
            return;
        }
        if (!begun && octets.length() > 0) {
            begun = true;
            if (octets.at(0) != TLS_HANDSHAKE) {
                release();
            }
        }
        data(out, in, octets);
    }

    @Override
    public synchronized void received(Bytes octets) {
        if (out != null && in != null) {
            data(in, out, octets);
        }
    }

    @Override
    public synchronized void stationClosed() {
        if (out != null && in != null) {
            finish(in, out);
        }
    }

    @Override
    public synchronized void closed() {
        if (out != null && in != null) {
            finish(out, in);
        }
        release();
        file.flush();
    }

    @Override
    public synchronized void line(String line) {
        file.secret(line);
        release();
    }

    private void data(Direction way, Direction back, Bytes octets) {
        for (int at = 0; at < octets.length(); at += SEGMENT) {
            Bytes segment = octets.slice(at, Math.min(octets.length(), at + SEGMENT));
            frame(way, back, EthernetFrames.PSH | EthernetFrames.ACK, segment);
            way.sequence += segment.length();
        }
        frame(back, way, EthernetFrames.ACK, Bytes.EMPTY);
    }

    private void finish(Direction way, Direction back) {
        if (!way.ended) {
            way.ended = true;
            frame(way, back, EthernetFrames.FIN | EthernetFrames.ACK, Bytes.EMPTY);
            way.sequence++;
            frame(back, way, EthernetFrames.ACK, Bytes.EMPTY);
        }
    }

    private void frame(Direction way, Direction back, int flags, Bytes payload) {
        int acknowledged = (flags & EthernetFrames.ACK) == 0 ? 0 : back.sequence;
        Bytes frame =
                EthernetFrames.tcp(way.from, way.to, way.sequence, acknowledged, flags, payload);
        if (holding) {
            heldBack.add(new Held(clock.instant(), frame));
            if (heldBack.size() >= MOST_HELD_BACK) {
                release();
            }
        } else {
            file.packet(clock.instant(), frame);
        }
    }

    private void release() {
        holding = false;
        heldBack.forEach(held -> file.packet(held.at(), held.frame()));
        heldBack.clear();
    }
}

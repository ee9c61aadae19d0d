package org.plugcharge.tool;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes captures as other programs do: frames of one vehicle and one station, packet by packet.
 */
final class CaptureFile {

    static final Bytes VEHICLE = Bytes.fromHex("fe80000000000000020000fffe000001");
    static final Bytes STATION = Bytes.fromHex("fe80000000000000020000fffe000002");
    static final int VEHICLE_PORT = 50_000;
    static final int STATION_PORT = 60_000;

    private static final int SYN = 0x02;
    private static final int FIN = 0x01;
    private static final int ACK = 0x10;

    /** One packet as Ethernet carries it. */
    record Stored(long micros, Bytes frame) {}

    private final List<Stored> packets = new ArrayList<>();
    private long micros = 1_700_000_000_000_000L;
    private long vehicleNext = 1_000;
    private long stationNext = 4_294_967_290L;

    /** Lets time pass. */
    CaptureFile after(long millis) {
        micros += 1_000 * millis;
        return this;
    }

    CaptureFile packet(byte[] frame) {
        packets.add(new Stored(micros, Bytes.of(frame)));
        return this;
    }

    /** The handshake of TCP. */
    CaptureFile connect() {
        segment(true, vehicleNext++, SYN, Bytes.EMPTY);
        segment(false, stationNext++, SYN | ACK, Bytes.EMPTY);
        return this;
    }

    CaptureFile frame(boolean fromVehicle, V2gtpFrame frame) {
        return octets(fromVehicle, frame.encode());
    }

    CaptureFile octets(boolean fromVehicle, Bytes octets) {
        segment(fromVehicle, next(fromVehicle), ACK, octets);
        advance(fromVehicle, octets.length());
        return this;
    }

    /** Octets that are sent but never captured. */
    CaptureFile lost(boolean fromVehicle, int count) {
        advance(fromVehicle, count);
        return this;
    }

    CaptureFile close(boolean byVehicle) {
        segment(byVehicle, next(byVehicle), FIN | ACK, Bytes.EMPTY);
        advance(byVehicle, 1);
        return this;
    }

    private long next(boolean fromVehicle) {
        return fromVehicle ? vehicleNext : stationNext;
    }

    private void advance(boolean fromVehicle, int count) {
        if (fromVehicle) {
            vehicleNext = vehicleNext + count & 0xFFFFFFFFL;
        } else {
            stationNext = stationNext + count & 0xFFFFFFFFL;
        }
    }

    /** A segment at any place of the stream: what was already sent, or what comes too early. */
    CaptureFile segment(boolean fromVehicle, long sequence, int flags, Bytes payload) {
        ByteBuffer tcp = ByteBuffer.allocate(20 + payload.length());
        tcp.putShort((short) (fromVehicle ? VEHICLE_PORT : STATION_PORT))
                .putShort((short) (fromVehicle ? STATION_PORT : VEHICLE_PORT))
                .putInt((int) sequence)
                .putInt((int) next(!fromVehicle))
                .put((byte) 0x50)
                .put((byte) flags)
                .putShort((short) 0xFFFF)
                .putInt(0)
                .put(payload.toArray());
        return ipv6(fromVehicle, 6, tcp.array());
    }

    long vehicleNext() {
        return vehicleNext;
    }

    CaptureFile udp(boolean fromVehicle, int from, int to, Bytes payload) {
        ByteBuffer udp = ByteBuffer.allocate(8 + payload.length());
        udp.putShort((short) from)
                .putShort((short) to)
                .putShort((short) (8 + payload.length()))
                .putShort((short) 0)
                .put(payload.toArray());
        return ipv6(fromVehicle, 17, udp.array());
    }

    private CaptureFile ipv6(boolean fromVehicle, int protocol, byte[] payload) {
        ByteBuffer ip = ByteBuffer.allocate(40 + payload.length);
        ip.putInt(0x60000000)
                .putShort((short) payload.length)
                .put((byte) protocol)
                .put((byte) 64)
                .put((fromVehicle ? VEHICLE : STATION).toArray())
                .put((fromVehicle ? STATION : VEHICLE).toArray())
                .put(payload);
        return ethernet(fromVehicle, 0x86DD, ip.array());
    }

    CaptureFile ethernet(boolean fromVehicle, int type, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(Math.max(60, 14 + payload.length));
        byte[] vehicle = HexFormat.of().parseHex("020000000001");
        byte[] station = HexFormat.of().parseHex("020000000002");
        frame.put(fromVehicle ? station : vehicle)
                .put(fromVehicle ? vehicle : station)
                .putShort((short) type)
                .put(payload);
        return packet(frame.array());
    }

    List<Stored> packets() {
        return packets;
    }

    /** The older format, little-endian, microseconds. */
    byte[] pcap() {
        return pcap(packets, 1);
    }

    static byte[] pcap(List<Stored> packets, int linkType) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                little(24)
                        .putInt(0xA1B2C3D4)
                        .putShort((short) 2)
                        .putShort((short) 4)
                        .putLong(0)
                        .putInt(262_144)
                        .putInt(linkType)
                        .array());
        for (Stored packet : packets) {
            out.writeBytes(
                    little(16)
                            .putInt((int) (packet.micros() / 1_000_000))
                            .putInt((int) (packet.micros() % 1_000_000))
                            .putInt(packet.frame().length())
                            .putInt(packet.frame().length())
                            .array());
            out.writeBytes(packet.frame().toArray());
        }
        return out.toByteArray();
    }

    /** The newer format, big-endian, nanoseconds, the key log behind the packets. */
    byte[] pcapng(String keyLog) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        block(
                out,
                0x0A0D0D0A,
                ByteBuffer.allocate(16)
                        .putInt(0x1A2B3C4D)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1)
                        .array());
        block(
                out,
                1,
                ByteBuffer.allocate(20)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putInt(0)
                        .putShort((short) 9)
                        .putShort((short) 1)
                        .putInt(9 << 24)
                        .putInt(0)
                        .array());
        for (Stored packet : packets) {
            long nanos = packet.micros() * 1_000;
            block(
                    out,
                    6,
                    ByteBuffer.allocate(20 + packet.frame().length())
                            .putInt(0)
                            .putInt((int) (nanos >>> 32))
                            .putInt((int) nanos)
                            .putInt(packet.frame().length())
                            .putInt(packet.frame().length())
                            .put(packet.frame().toArray())
                            .array());
        }
        byte[] secrets = keyLog.getBytes(StandardCharsets.US_ASCII);
        block(
                out,
                10,
                ByteBuffer.allocate(8 + secrets.length)
                        .putInt(0x544C534B)
                        .putInt(secrets.length)
                        .put(secrets)
                        .array());
        return out.toByteArray();
    }

    private static void block(ByteArrayOutputStream out, int type, byte[] body) {
        int padded = body.length + 3 & ~3;
        ByteBuffer block = ByteBuffer.allocate(12 + padded);
        block.putInt(type).putInt(12 + padded).put(body);
        block.putInt(8 + padded, 12 + padded);
        out.writeBytes(block.array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    Path write(Path folder) throws IOException {
        return Files.write(folder.resolve("session.pcap"), pcap());
    }
}

package org.plugcharge.evcc.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.exi.Bytes;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The octets of a capture, read block by block; checksums summed anew. */
class PcapngTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");
    private static final int SECRETS = 10;
    private static final int PACKET = 6;

    @TempDir private Path directory = Path.of(".");

    private record Block(int type, Bytes body) {}

    @Test
    void whatIsHiddenComesBehindTheSecretThatOpensIt() throws Exception {
        List<Block> blocks = recorded("16030300", "CLIENT_RANDOM aa bb");
        assertThat(blocks).extracting(Block::type).startsWith(0x0A0D0D0A, 1, SECRETS, PACKET);
        byte[] secret = blocks.get(2).body().toArray();
        assertThat(new String(secret, 8, secret.length - 8, StandardCharsets.US_ASCII))
                .startsWith("CLIENT_RANDOM aa bb\n");
    }

    @Test
    void plainConnectionIsWrittenAtOnceAndInOrder() throws Exception {
        List<Block> blocks = recorded("01fe8001", "");
        assertThat(blocks).extracting(Block::type).doesNotContain(SECRETS);
        List<byte[]> frames = frames(blocks);
        assertThat(frames)
                .extracting(PcapngTest::flags)
                .containsExactly(
                        EthernetFrames.SYN,
                        EthernetFrames.SYN | EthernetFrames.ACK,
                        EthernetFrames.ACK,
                        EthernetFrames.PSH | EthernetFrames.ACK,
                        EthernetFrames.ACK,
                        EthernetFrames.PSH | EthernetFrames.ACK,
                        EthernetFrames.PSH | EthernetFrames.ACK,
                        EthernetFrames.PSH | EthernetFrames.ACK,
                        EthernetFrames.ACK,
                        EthernetFrames.FIN | EthernetFrames.ACK,
                        EthernetFrames.ACK);
        assertThat(sequence(frames.get(3))).isEqualTo(1_001);
        assertThat(sequence(frames.get(9))).isEqualTo(1_001 + 4);
        assertThat(sequence(frames.get(7))).isEqualTo(2_001 + 2 * 1_440);
    }

    @Test
    void everyChecksumIsRight() throws Exception {
        for (byte[] frame : frames(recorded("01fe8001", ""))) {
            assertThat(sum(frame, 6)).isEqualTo(0xFFFF);
        }
        Bytes odd = Bytes.fromHex("010203");
        EthernetFrames.End one = new EthernetFrames.End(1, address("fe80::1", 50_000));
        EthernetFrames.End all = new EthernetFrames.End(2, address("ff02::1", 15_118));
        byte[] datagram = EthernetFrames.udp(one, all, odd).toArray();
        assertThat(sum(datagram, 17)).isEqualTo(0xFFFF);
        assertThat(Bytes.of(datagram, 0, 6).toHex()).isEqualTo("333300000001");
    }

    @Test
    void timesAreKeptToTheNanosecond() throws Exception {
        Block packet =
                recorded("01fe8001", "").stream()
                        .filter(block -> block.type() == PACKET)
                        .findFirst()
                        .orElseThrow();
        ByteBuffer body = ByteBuffer.wrap(packet.body().toArray());
        long nanos =
                Integer.toUnsignedLong(body.getInt(4)) << 32
                        | Integer.toUnsignedLong(body.getInt(8));
        assertThat(nanos).isEqualTo(NOON.getEpochSecond() * 1_000_000_000 + NOON.getNano());
    }

    @Test
    void onlyTheOwnerMayReadIt() throws Exception {
        recorded("16", "line");
        Path file = directory.resolve("capture.pcapng");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    /** A connection in which the car says this and the station 3000 octets. */
    private List<Block> recorded(String first, String secret) throws Exception {
        Path file = directory.resolve("capture.pcapng");
        try (PcapngFile capture = PcapngFile.create(file)) {
            Recording recording = new Recording(capture, InstantSource.fixed(NOON));
            recording.connected(address("::1", 40_000), address("::1", 50_000));
            recording.sent(Bytes.fromHex(first));
            recording.received(Bytes.owning(new byte[3_000]));
            if (!secret.isEmpty()) {
                recording.line(secret);
            }
            recording.closed();
        }
        return blocks(Files.readAllBytes(file));
    }

    private static InetSocketAddress address(String address, int port) throws Exception {
        return new InetSocketAddress(InetAddress.getByName(address), port);
    }

    private static List<Block> blocks(byte[] file) {
        List<Block> blocks = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file);
        while (in.hasRemaining()) {
            int type = in.getInt();
            int length = in.getInt();
            assertThat(length % 4).isZero();
            byte[] body = new byte[length - 12];
            in.get(body);
            assertThat(in.getInt()).isEqualTo(length);
            blocks.add(new Block(type, Bytes.owning(body)));
        }
        return blocks;
    }

    private static List<byte[]> frames(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.type() == PACKET)
                .map(block -> {
                    ByteBuffer body = ByteBuffer.wrap(block.body().toArray());
                    byte[] frame = new byte[body.getInt(12)];
                    body.get(20, frame);
                    return frame;
                })
                .toList();
    }

    private static int flags(byte[] frame) {
        return frame[14 + 40 + 13] & 0x3F;
    }

    private static int sequence(byte[] frame) {
        return ByteBuffer.wrap(frame).getInt(14 + 40 + 4);
    }

    /** With a right checksum the sum over pseudo header and segment is all ones (RFC 1071). */
    private static int sum(byte[] frame, int protocol) {
        int length = frame.length - 54;
        long sum = (long) protocol + length;
        for (int i = 22; i < frame.length; i += 2) {
            int low = i + 1 < frame.length ? Byte.toUnsignedInt(frame[i + 1]) : 0;
            sum += (Byte.toUnsignedInt(frame[i]) << 8) + low;
        }
        while (sum > 0xFFFF) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return (int) sum;
    }
}

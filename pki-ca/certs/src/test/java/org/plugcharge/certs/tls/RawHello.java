package org.plugcharge.certs.tls;

import org.plugcharge.exi.Bytes;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A ClientHello of TLS 1.2 octet by octet, as vehicles of other makers may send it, and a reader
 * for what comes back before anything is encrypted.
 */
record RawHello(int version, List<Integer> suites, List<Extension> extensions) {

    static final int ECDHE = 0xC023;
    static final int STATIC_ECDH = 0xC025;
    static final int SERVER_NAME = 0;
    static final int TRUSTED_CA_KEYS = 3;
    static final int STATUS_REQUEST = 5;
    static final int STATUS_REQUEST_V2 = 17;

    /** Named groups: secp256r1; signature algorithms: ecdsa_secp256r1_sha256. */
    private static final List<Extension> USUAL =
            List.of(
                    new Extension(10, Bytes.fromHex("00020017")),
                    new Extension(13, Bytes.fromHex("00020403")));

    /** One extension: its number and content. */
    record Extension(int type, Bytes content) {}

    /** A message of the handshake: its type and content. */
    record Message(int type, Bytes content) {}

    static RawHello usual(Extension... more) {
        List<Extension> all = new ArrayList<>(USUAL);
        all.addAll(List.of(more));
        return new RawHello(0x0303, List.of(ECDHE), List.copyOf(all));
    }

    static RawHello offering(List<Integer> suites) {
        return new RawHello(0x0303, suites, USUAL);
    }

    byte[] octets() {
        Bytes hello = hello();
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(record)) {
            int length = 4 + hello.length();
            for (int at = 0; at < length; at += 16_384) {
                int piece = Math.min(16_384, length - at);
                out.write(Bytes.fromHex("160301").toArray());
                out.writeShort(piece);
                out.write(handshake(hello).slice(at, at + piece).toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return record.toByteArray();
    }

    private static Bytes handshake(Bytes hello) {
        int length = hello.length();
        return Bytes.of((byte) 1, (byte) (length >> 16), (byte) (length >> 8), (byte) length)
                .plus(hello);
    }

    private Bytes hello() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            out.writeShort(version);
            out.write(new byte[32]);
            out.writeByte(0);
            out.writeShort(2 * suites.size());
            for (int suite : suites) {
                out.writeShort(suite);
            }
            out.write(Bytes.fromHex("0100").toArray());
            out.writeShort(extensions.stream().mapToInt(one -> 4 + one.content().length()).sum());
            for (Extension extension : extensions) {
                out.writeShort(extension.type());
                out.writeShort(extension.content().length());
                out.write(extension.content().toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.owning(body.toByteArray());
    }

    /** The handshake messages in records; records of another kind end them. */
    static List<Message> messages(byte[] flight) {
        try (DataInputStream in =
                new DataInputStream(new java.io.ByteArrayInputStream(handshakes(flight)))) {
            List<Message> messages = new ArrayList<>();
            while (in.available() > 0) {
                int type = in.readUnsignedByte();
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                messages.add(new Message(type, Bytes.owning(in.readNBytes(length))));
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] handshakes(byte[] flight) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        try (DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(flight))) {
            while (in.available() > 0 && in.readUnsignedByte() == 22) {
                in.readUnsignedShort();
                joined.write(in.readNBytes(in.readUnsignedShort()));
            }
        }
        return joined.toByteArray();
    }

    /** The suite in a ServerHello, whose session id may have any length. */
    static int suite(Message serverHello) {
        Bytes content = serverHello.content();
        int at = 35 + Byte.toUnsignedInt(content.at(34));
        return Byte.toUnsignedInt(content.at(at)) << 8 | Byte.toUnsignedInt(content.at(at + 1));
    }
}

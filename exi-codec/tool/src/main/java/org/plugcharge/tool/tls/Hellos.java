package org.plugcharge.tool.tls;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.io.ByteArrayInputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** What both sides say about themselves in the handshake: randoms, version, suite, certificates. */
final class Hellos {

    static final int SERVER_HELLO = 2;
    private static final int CLIENT_HELLO = 1;
    private static final int CERTIFICATE = 11;

    private static final int ENCRYPT_THEN_MAC = 22;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int TLS13 = 0x0304;
    private static final int RANDOM = 32;
    private static final int MOST_CERTIFICATES = 16;

    /** The random by which a ServerHello says that it is a HelloRetryRequest (RFC 8446, 4.1.3). */
    private static final Bytes RETRY =
            Bytes.fromHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    private @Nullable Bytes clientRandom;
    private @Nullable Bytes serverRandom;
    private @Nullable Suite suite;
    private int suiteCode;
    private int version;
    private boolean encryptThenMac;
    private boolean retried;

    @Nullable Bytes clientRandom() {
        return clientRandom;
    }

    @Nullable Bytes serverRandom() {
        return serverRandom;
    }

    @Nullable Suite suite() {
        return suite;
    }

    String suiteName() {
        return suite == null ? "0x%04X".formatted(suiteCode) : suite.name();
    }

    boolean isTls13() {
        return version == TLS13;
    }

    boolean encryptThenMac() {
        return encryptThenMac;
    }

    /** Whether the last ServerHello only asked for another ClientHello. */
    boolean retried() {
        return retried;
    }

    /** Reads one handshake message; one that can't be read says nothing. */
    List<TlsEvent> read(boolean fromClient, int type, ByteBuffer body) {
        try {
            return switch (type) {
                case CLIENT_HELLO -> {
                    body.getShort();
                    clientRandom = octets(body, RANDOM);
                    yield List.of();
                }
                case SERVER_HELLO -> serverHello(body);
                case CERTIFICATE -> certificates(fromClient, body);
                default -> List.of();
            };
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            return List.of();
        }
    }

    private static Bytes octets(ByteBuffer body, int length) {
        if (length > body.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] octets = new byte[length];
        body.get(octets);
        return Bytes.owning(octets);
    }

    private List<TlsEvent> serverHello(ByteBuffer body) {
        version = Short.toUnsignedInt(body.getShort());
        Bytes random = octets(body, RANDOM);
        retried = random.equals(RETRY);
        serverRandom = random;
        octets(body, Byte.toUnsignedInt(body.get()));
        suiteCode = Short.toUnsignedInt(body.getShort());
        suite = Suite.of(suiteCode).orElse(null);
        body.get();
        if (body.remaining() >= 2) {
            body.getShort();
            while (body.remaining() >= 4) {
                int type = Short.toUnsignedInt(body.getShort());
                Bytes value = octets(body, Short.toUnsignedInt(body.getShort()));
                if (type == SUPPORTED_VERSIONS && value.length() == 2) {
                    version =
                            Byte.toUnsignedInt(value.at(0)) << 8 | Byte.toUnsignedInt(value.at(1));
                } else if (type == ENCRYPT_THEN_MAC) {
                    encryptThenMac = true;
                }
            }
        }
        return retried ? List.of() : List.of(new TlsEvent.Agreed(versionName(), suiteName()));
    }

    private String versionName() {
        return switch (version) {
            case TLS13 -> "TLS 1.3";
            case 0x0303 -> "TLS 1.2";
            case 0x0302 -> "TLS 1.1";
            case 0x0301 -> "TLS 1.0";
            default -> "TLS version 0x%04X".formatted(version);
        };
    }

    private List<TlsEvent> certificates(boolean fromClient, ByteBuffer body) {
        if (isTls13()) {
            octets(body, Byte.toUnsignedInt(body.get()));
        }
        three(body);
        List<String> subjects = new ArrayList<>();
        while (body.remaining() >= 3 && subjects.size() < MOST_CERTIFICATES) {
            subjects.add(subject(octets(body, three(body))));
            if (isTls13()) {
                octets(body, Short.toUnsignedInt(body.getShort()));
            }
        }
        return List.of(new TlsEvent.Certificates(fromClient, subjects));
    }

    private static int three(ByteBuffer body) {
        return Byte.toUnsignedInt(body.get()) << 16 | Short.toUnsignedInt(body.getShort());
    }

    private static String subject(Bytes der) {
        try {
            return ((X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der.toArray())))
                    .getSubjectX500Principal()
                    .getName();
        } catch (CertificateException _) {
            return "a certificate that can't be read";
        }
    }
}

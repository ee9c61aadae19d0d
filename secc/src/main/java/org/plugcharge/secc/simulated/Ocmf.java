package org.plugcharge.secc.simulated;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.SignedReading;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * Signs meter readings as OCMF 1.x text: {@code OCMF|payload|signature}, the payload's octets
 * signed with ECDSA on P-256 and SHA-256. Each document has the next number.
 */
final class Ocmf {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss,SSSxx").withZone(ZoneOffset.UTC);
    private static final int COORDINATE_OCTETS = 32;
    private static final int DER_HEADER = 2;
    private static final int KILO = 3;

    private final String meterId;
    private final String currentType;
    private final PrivateKey key;
    private long documents;

    /** {@code currentType} is AC or DC. */
    Ocmf(String meterId, String currentType, PrivateKey key) {
        this.meterId = meterId;
        this.currentType = currentType;
        this.key = key;
    }

    /** Why a reading is signed, with its letter in the document. */
    enum Occasion {
        BEGIN("B"),
        CHARGING("C"),
        END("E");

        private final String letter;

        Occasion(String letter) {
            this.letter = letter;
        }
    }

    SignedReading sign(Occasion occasion, Instant at, long wattHours) {
        documents++;
        String payload = payload(occasion, at, wattHours);
        byte[] der = signature(payload.getBytes(StandardCharsets.UTF_8));
        String document =
                "OCMF|"
                        + payload
                        + "|{\"SA\":\"ECDSA-secp256r1-SHA256\",\"SE\":\"hex\","
                        + "\"SM\":\"application/x-der\",\"SD\":\""
                        + HexFormat.of().formatHex(der)
                        + "\"}";
        return new SignedReading(at, wattHours, document, raw(der));
    }

    /** Nobody is named in it: who pays is the back end's to know. */
    private String payload(Occasion occasion, Instant at, long wattHours) {
        return "{\"FV\":\"1.0\",\"GI\":\"plugcharge simulated\",\"GS\":\""
                + meterId
                + "\",\"PG\":\"T"
                + documents
                + "\",\"MS\":\""
                + meterId
                + "\",\"IS\":false,\"IF\":[],\"IT\":\"NONE\",\"RD\":[{\"TM\":\""
                + TIME.format(at)
                + " I\",\"TX\":\""
                + occasion.letter
                + "\",\"RV\":"
                + BigDecimal.valueOf(wattHours, KILO).toPlainString()
                + ",\"RI\":\"1-b:1.8.0\",\"RU\":\"kWh\",\"RT\":\""
                + currentType
                + "\",\"EF\":\"\",\"ST\":\"G\"}]}";
    }

    private byte[] signature(byte[] payload) {
        try {
            Signature ecdsa = Signature.getInstance("SHA256withECDSA");
            ecdsa.initSign(key);
            ecdsa.update(payload);
            return ecdsa.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the meter's key is no key for ECDSA on P-256", e);
        }
    }

    /** The two numbers of a DER signature, 32 octets each. */
    private static Bytes raw(byte[] der) {
        byte[] both = new byte[2 * COORDINATE_OCTETS];
        int first = DER_HEADER;
        int length = der[first + 1];
        coordinate(der, first + DER_HEADER, length, both, 0);
        int second = first + DER_HEADER + length;
        coordinate(der, second + DER_HEADER, der[second + 1], both, COORDINATE_OCTETS);
        return Bytes.owning(both);
    }

    private static void coordinate(byte[] der, int from, int length, byte[] to, int at) {
        int skipped = Math.max(0, length - COORDINATE_OCTETS);
        int kept = length - skipped;
        System.arraycopy(der, from + skipped, to, at + COORDINATE_OCTETS - kept, kept);
    }
}

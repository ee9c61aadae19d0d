package org.plugcharge.secc.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.MeterReading;
import org.plugcharge.secc.evse.SignedReading;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the simulated meter signs, read by OpenSSL; skips where there is none. */
class OcmfPeerTest {

    private static final Pattern PARTS =
            Pattern.compile("OCMF\\|(\\{[^|]*})\\|(\\{[^|]*\"SD\":\"([0-9a-f]+)\"})");

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final KeyPair key = key();
    private final SimulatedEvse evse =
            new SimulatedEvse(SimulatedEvse.HIGH_POWER, "METER-7", () -> now, key.getPrivate());

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private SignedReading signed() {
        return evse.meter().signed().orElseThrow();
    }

    /** A charge of a minute: what is signed at its begin, in it, and at its end. */
    private List<SignedReading> charge() {
        evse.command(new EvseCommand.CheckCable());
        evse.command(new EvseCommand.PreCharge(400_000, 1_000));
        now = now.plusSeconds(2);
        evse.command(new EvseCommand.CloseContactor());
        SignedReading begin = signed();
        evse.command(new EvseCommand.Deliver(400_000, 100_000));
        evse.reading();
        now = now.plusSeconds(30);
        SignedReading between = signed();
        now = now.plusSeconds(30);
        evse.command(new EvseCommand.OpenContactor());
        return List.of(begin, between, signed());
    }

    @Test
    void aMeterSignsWhereAChargeBeginsAndEnds() {
        assertThat(evse.meter().signed()).isEmpty();
        List<SignedReading> signed = charge();
        assertThat(signed)
                .extracting(
                        reading -> reading.document().replaceAll("(?s).*\"TX\":\"(.)\".*", "$1"))
                .containsExactly("B", "C", "E");
        assertThat(signed)
                .extracting(reading ->
                        reading.document().replaceAll("(?s).*\"PG\":\"(T\\d+)\".*", "$1"))
                .containsExactly("T1", "T2", "T3");
        assertThat(signed.getLast().document())
                .startsWith("OCMF|{\"FV\":\"1.0\",")
                .contains("\"MS\":\"METER-7\"", "\"TM\":\"2026-11-21T12:01:02,000+0000 I\"")
                .contains("\"RV\":0.6", "\"RI\":\"1-b:1.8.0\",\"RU\":\"kWh\",\"RT\":\"DC\"")
                .contains("\"SA\":\"ECDSA-secp256r1-SHA256\"");
        MeterReading last = evse.meter();
        assertThat(signed.getLast().wattHours()).isEqualTo(last.wattHours()).isBetween(600L, 680L);
        now = now.plusSeconds(100);
        assertThat(signed()).isEqualTo(signed.getLast());
    }

    @Test
    void opensslFindsTheSignaturesRightAndAChangedReadingWrong() throws Exception {
        Assumptions.assumeTrue(openssl("version") == 0, "skipped: no openssl");
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        for (SignedReading reading : charge()) {
            Matcher parts = PARTS.matcher(reading.document());
            assertThat(parts.matches()).as(reading.document()).isTrue();
            byte[] der = HexFormat.of().parseHex(parts.group(3));
            Files.write(folder.resolve("signature.der"), der);
            assertThat(reading.signature().length()).isEqualTo(64);
            assertThat(numbers(der)).isEqualTo(reading.signature().toHex());
            assertThat(verify(parts.group(1))).isZero();
            assertThat(verify(parts.group(1).replace("\"RV\":0", "\"RV\":9"))).isNotZero();
        }
    }

    private int verify(String payload) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("payload"), payload, StandardCharsets.UTF_8);
        return openssl(
                "dgst",
                "-sha256",
                "-verify",
                folder.resolve("key.pem").toString(),
                "-signature",
                folder.resolve("signature.der").toString(),
                folder.resolve("payload").toString());
    }

    /** The two numbers of the signature, read another way. */
    private static String numbers(byte[] der) {
        int first = der[3];
        BigInteger r = new BigInteger(1, java.util.Arrays.copyOfRange(der, 4, 4 + first));
        int at = 4 + first + 1;
        BigInteger s =
                new BigInteger(1, java.util.Arrays.copyOfRange(der, at + 1, at + 1 + der[at]));
        return String.format("%064x%064x", r, s);
    }

    private static int openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}

package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.certs.Iso2Profile;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens made here by the JDK alone, read by the service. */
class JwtClientsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String GOOD =
            """
            {"iss":"https://login.example","aud":["other","https://ca.example"],"exp":1795266000,\
            "client_id":"csms-7","scope":"openid station-operator operator:DE*PNC"}\
            """;

    @TempDir private static Path directory;

    private final KeyPair rsa = pair("RSA");
    private final KeyPair ec = pair("EC");
    private final JwtClients clients = clients(jwks("r1", rsa, "e1", ec));

    @Test
    void bothAlgorithms() {
        for (String token : new String[] {rs256("r1", rsa, GOOD), es256("e1", ec, GOOD)}) {
            Client client = client(token).orElseThrow();
            assertThat(client.name()).isEqualTo("jwt:csms-7");
            assertThat(client.roles()).containsExactly(Role.STATION_OPERATOR);
            assertThat(client.mayEnrol(Iso2Profile.SECC_LEAF.profile(), "DE*PNC*E1")).isTrue();
            assertThat(client.mayEnrol(Iso2Profile.SECC_LEAF.profile(), "DE*ICE*E1")).isFalse();
            assertThat(client.mayEnrol(Iso2Profile.CONTRACT_LEAF.profile(), "DEPNC000000001"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login.example   | evil.example",
                "ca.example      | another.example",
                "1795266000      | 1795260000",
                "1795266000      | \"1795266000\"",
                "\"exp\":1795266000, | ",
                "\"exp\"         | \"nbf\":1795266000,\"exp\"",
                "station-operator | station",
                "operator:DE*PNC | operator:",
                "csms-7          | c\\n7"
            })
    void whatIsWrongGetsNothing(String right, String wrong) {
        String claims = GOOD.replace(right, wrong == null ? "" : wrong);
        assertThat(claims).isNotEqualTo(GOOD);
        assertThat(client(rs256("r1", rsa, claims))).isEmpty();
    }

    @Test
    void aTokenWithoutARightToNamesGetsNoName() {
        Client client =
                client(rs256("r1", rsa, GOOD.replace(" operator:DE*PNC", ""))).orElseThrow();
        assertThat(client.mayEnrol(Iso2Profile.SECC_LEAF.profile(), "DE*PNC*E1")).isFalse();
        assertThat(client.mayEnrol(Iso2Profile.SECC_LEAF.profile(), "Z".repeat(64))).isFalse();
    }

    @Test
    void signaturesOfOthers() {
        assertThat(client(rs256("r1", pair("RSA"), GOOD))).isEmpty();
        assertThat(client(rs256("unknown", rsa, GOOD))).isEmpty();
        assertThat(client(es256("r1", ec, GOOD))).isEmpty();
        String token = rs256("r1", rsa, GOOD);
        for (int at = 0; at < token.length() - 1; at += 11) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(client(changed)).as("changed at %d", at).isEmpty();
        }
    }

    /** RFC 8725 2.1: no signature at all, and the public key as a shared secret. */
    @Test
    void noneAndSharedSecrets() throws GeneralSecurityException {
        String none = base64("{\"alg\":\"none\"}") + "." + base64(GOOD) + ".";
        assertThat(client(none + "AA")).isEmpty();
        String input = base64("{\"alg\":\"HS256\",\"kid\":\"r1\"}") + "." + base64(GOOD);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(rsa.getPublic().getEncoded(), "HmacSHA256"));
        String signature = base64(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        assertThat(client(input + "." + signature)).isEmpty();
    }

    /** RFC 8725 3.11, RFC 9068 2.1: a token made for something else is no access token. */
    @ParameterizedTest
    @CsvSource({"at+jwt, true", "JWT, true", "application/at+jwt, true", "dpop+jwt, false"})
    void typesOfTokens(String type, boolean taken) {
        String header = "{\"alg\":\"RS256\",\"kid\":\"r1\",\"typ\":\"%s\"}".formatted(type);
        assertThat(client(signed(header, GOOD, rsa, "SHA256withRSA")).isPresent()).isEqualTo(taken);
    }

    /** The minute of leeway, to the second: exp is 1795266000, 13:00:00. */
    @Test
    void clocksThatDiffer() {
        Instant expiry = Instant.ofEpochSecond(1_795_266_000);
        String token = rs256("r1", rsa, GOOD);
        assertThat(clients.client(token, expiry.plusSeconds(58))).isPresent();
        assertThat(clients.client(token, expiry.plusSeconds(61))).isEmpty();
        String later = rs256("r1", rsa, GOOD.replace("\"exp\"", "\"nbf\":1795263600,\"exp\""));
        Instant start = Instant.ofEpochSecond(1_795_263_600);
        assertThat(clients.client(later, start.minusSeconds(58))).isPresent();
        assertThat(clients.client(later, start.minusSeconds(62))).isEmpty();
    }

    /** Without a key id the only fitting key counts; of two nobody knows which is meant. */
    @Test
    void withoutAKeyIdTheOnlyKeyOfItsKind() {
        String header = "{\"alg\":\"RS256\"}";
        String token = signed(header, GOOD, rsa, "SHA256withRSA");
        assertThat(client(token)).isPresent();
        String two =
                jwks("r1", rsa, "e1", ec)
                        .replace("{\"kty\":\"oct\"", jwk("r2", pair("RSA")) + ",{\"kty\":\"oct\"");
        assertThat(clients(two).client(token, NOW)).isEmpty();
        assertThat(clients(two).client(rs256("r1", rsa, GOOD), NOW)).isPresent();
    }

    /** A key that is no key, or too short, spoils nothing but itself. */
    @Test
    void keysOfNoUseAreLeftOut() throws GeneralSecurityException {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        KeyPair weak = small.generateKeyPair();
        String set =
                jwks("r1", rsa, "e1", ec)
                        .replace(
                                "{\"kty\":\"oct\"",
                                jwk("weak", weak)
                                        + ",{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"off\",\"x\":\"AA\",\"y\":\"AA\"}"
                                        + ",{\"kty\":\"oct\"");
        JwtClients some = clients(set);
        assertThat(some.client(rs256("r1", rsa, GOOD), NOW)).isPresent();
        assertThat(some.client(es256("e1", ec, GOOD), NOW)).isPresent();
        assertThat(some.client(rs256("weak", weak, GOOD), NOW)).isEmpty();
    }

    private static String jwk(String id, KeyPair rsa) {
        RSAPublicKey key = (RSAPublicKey) rsa.getPublic();
        return "{\"kty\":\"RSA\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"AQAB\"}"
                .formatted(id, base64(unsigned(key.getModulus())));
    }

    @Test
    void aCriticalHeaderNobodyUnderstands() {
        String header = "{\"alg\":\"RS256\",\"kid\":\"r1\",\"crit\":[\"b64\"],\"b64\":false}";
        assertThat(client(signed(header, GOOD, rsa, "SHA256withRSA"))).isEmpty();
    }

    @Test
    void aNewKeyIsFetchedAfterAPause() throws IOException {
        Path file = directory.resolve("rotated.json");
        Files.writeString(file, jwks("r1", rsa, "e1", ec));
        Instant[] now = {NOW};
        JwtClients rotating =
                new JwtClients(
                        new JwtClients.TokenIssuer("https://login.example", "https://ca.example"),
                        new JwksKeys(file.toUri(), () -> now[0]));
        KeyPair fresh = pair("RSA");
        assertThat(rotating.client(rs256("r1", rsa, GOOD), NOW)).isPresent();
        Files.writeString(file, jwks("r2", fresh, "e1", ec));
        assertThat(rotating.client(rs256("r2", fresh, GOOD), NOW)).isEmpty();
        now[0] = NOW.plusSeconds(11);
        assertThat(rotating.client(rs256("r2", fresh, GOOD), NOW)).isPresent();
        assertThat(rotating.client(rs256("r1", rsa, GOOD), NOW)).isEmpty();
    }

    private Optional<Client> client(String token) {
        return JwtClients.looksLikeJwt(token) ? clients.client(token, NOW) : Optional.empty();
    }

    private static JwtClients clients(String jwks) {
        try {
            Path file = Files.createTempFile(directory, "jwks", ".json");
            Files.writeString(file, jwks);
            return new JwtClients(
                    new JwtClients.TokenIssuer("https://login.example", "https://ca.example"),
                    new JwksKeys(file.toUri(), InstantSource.fixed(NOW)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static String jwks(String rsaId, KeyPair rsa, String ecId, KeyPair ec) {
        RSAPublicKey modulus = (RSAPublicKey) rsa.getPublic();
        ECPublicKey point = (ECPublicKey) ec.getPublic();
        return """
        {"keys":[{"kty":"RSA","kid":"%s","n":"%s","e":"%s"},{"kty":"oct","k":"AAAA"},
         {"kty":"EC","crv":"P-256","kid":"%s","x":"%s","y":"%s"}]}
        """
                .formatted(
                        rsaId,
                        base64(unsigned(modulus.getModulus())),
                        base64(unsigned(modulus.getPublicExponent())),
                        ecId,
                        base64(unsigned(point.getW().getAffineX())),
                        base64(unsigned(point.getW().getAffineY())));
    }

    static String rs256(String kid, KeyPair key, String claims) {
        return signed(
                "{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(kid), claims, key, "SHA256withRSA");
    }

    static String es256(String kid, KeyPair key, String claims) {
        return signed(
                "{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(kid),
                claims,
                key,
                "SHA256withECDSAinP1363Format");
    }

    private static String signed(String header, String claims, KeyPair key, String algorithm) {
        try {
            String input = base64(header) + "." + base64(claims);
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair pair(String type) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            if (type.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(BigInteger value) {
        byte[] octets = value.toByteArray();
        return octets[0] == 0 ? Arrays.copyOfRange(octets, 1, octets.length) : octets;
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}

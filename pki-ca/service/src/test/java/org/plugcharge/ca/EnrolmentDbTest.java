package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.ca.RunningCa.Answer;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Edition;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso20Profile;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.Pcid;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.Verified;
import org.plugcharge.exi.Bytes;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Base64;

class EnrolmentDbTest {

    @Test
    void aStationGetsItsCertificate() {
        SoftwareKey key = RunningCa.key("station");
        Answer answer = RunningCa.enrol(RunningCa.CSMS, "iso2.secc-leaf", "DE*PNC*E00001", key);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(verified(answer, Purpose.SECC).name()).isEqualTo("DE*PNC*E00001");
        assertThat(verified(answer, Purpose.SECC).publicKey()).isEqualTo(key.publicKey());
        assertThat(verified(answer, Purpose.SECC).leaf().fields().ocspUrls())
                .containsExactly(RunningCa.ca().uri() + "/ocsp");
    }

    @Test
    void aContractAVehicleAProvisioningServiceAndAServer() {
        Emaid emaid = new Emaid("DEPNC000000001");
        Answer contract =
                RunningCa.enrol(
                        RunningCa.POOL, "contract-leaf", emaid.hyphenated(), RunningCa.key("c"));
        assertThat(verified(contract, Purpose.contractOf(emaid)).emaid()).isEqualTo(emaid);
        Pcid pcid = new Pcid("WPCTESTVEHICLE001");
        Answer vehicle =
                RunningCa.enrol(
                        RunningCa.MAKER, "oem-provisioning-leaf", pcid.text(), RunningCa.key("v"));
        assertThat(verified(vehicle, Purpose.provisioningOf(pcid)).pcid()).isEqualTo(pcid);
        Answer cps = RunningCa.enrol(RunningCa.POOL, "cps-leaf", "CPS 1", RunningCa.key("p"));
        assertThat(verified(cps, Purpose.CPS).leaf().commonName()).hasValue("CPS 1");
        Answer server =
                RunningCa.post(
                        RunningCa.ADMIN,
                        "/api/v1/enrol/tls-server",
                        """
                        {"csr": "%s", "commonName": "localhost", "hostNames": ["localhost", "127.0.0.1"]}\
                        """
                                .formatted(RunningCa.csr(RunningCa.key("s"))));
        assertThat(verified(server, Purpose.SERVER).hostNames())
                .containsExactly("localhost", "127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyCertificateOfTheSecondGeneration(KeyType type) {
        Emaid emaid = new Emaid("DEPNC000000002");
        Pcid pcid = new Pcid("WPCTESTVEHICLE001").withCheckCharacter();
        TrustAnchors anchors = RunningCa.ca().anchors(type);
        Answer contract =
                enrol(RunningCa.POOL, Iso20Profile.CONTRACT_LEAF, type, emaid.canonical());
        assertThat(verified(contract, Purpose.contractOf(emaid), anchors).emaid()).isEqualTo(emaid);
        Answer vehicle =
                enrol(RunningCa.MAKER, Iso20Profile.OEM_PROVISIONING_LEAF, type, pcid.text());
        assertThat(verified(vehicle, Purpose.provisioningOf(pcid), anchors).pcid()).isEqualTo(pcid);
        String evccid = "WPC-V-TESTVEHICLE0010000-0";
        Answer client = enrol(RunningCa.MAKER, Iso20Profile.VEHICLE_LEAF, type, evccid);
        assertThat(verified(client, Purpose.VEHICLE, anchors).name()).isEqualTo(evccid);
        Answer station = enrol(RunningCa.CSMS, Iso20Profile.SECC_LEAF, type, "DE-PNC-S-00001-0");
        assertThat(verified(station, Purpose.SECC, anchors).publicKey().type()).hasValue(type);
        Answer cps = enrol(RunningCa.POOL, Iso20Profile.CPS_LEAF, type, "CPS 20");
        assertThat(verified(cps, Purpose.CPS, anchors).leaf().commonName()).hasValue("CPS 20");
    }

    @Test
    void aKeyOfAnotherKindGetsNothing() {
        problem(
                RunningCa.enrol(
                        RunningCa.CSMS, "iso20-p521.secc-leaf", "DE*PNC*E1", RunningCa.key("k")),
                422,
                "iso20.curve");
    }

    private static Answer enrol(String token, Iso20Profile role, KeyType type, String name) {
        SoftwareKey key =
                SoftwareKey.generate(type, Entropy.seeded(Bytes.of((byte) 2), role + name));
        Answer answer = RunningCa.enrol(token, role.profile(type).id(), name, key);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer;
    }

    @Test
    void theSameRequestAgainGivesTheSameCertificate() {
        SoftwareKey key = RunningCa.key("again");
        Answer first = RunningCa.enrol(RunningCa.CSMS, "iso2.secc-leaf", "DE*PNC*E00002", key);
        Answer second = RunningCa.enrol(RunningCa.CSMS, "iso2.secc-leaf", "DE*PNC*E00002", key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("serial")).isEqualTo(first.text("serial"));
        Answer otherKey =
                RunningCa.enrol(
                        RunningCa.CSMS, "iso2.secc-leaf", "DE*PNC*E00002", RunningCa.key("other"));
        assertThat(otherKey.text("serial")).isNotEqualTo(first.text("serial"));
    }

    @ParameterizedTest
    @CsvSource({
        "csms-token-0123456789, contract-leaf, DEPNC000000001",
        "pool-token-0123456789, secc-leaf, DE*PNC*E1",
        "csms-token-0123456789, secc-leaf, DE*ICE*E00001",
        "maker-token-0123456789, oem-provisioning-leaf, XYZTESTVEHICLE001",
        "maker-token-0123456789, cps-leaf, CPS"
    })
    void rightsAndScopes(String token, String profile, String name) {
        problem(RunningCa.enrol(token, profile, name, RunningCa.key("rights")), 403, "ca.rights");
    }

    @Test
    void withoutAKnownTokenNothing() {
        problem(
                RunningCa.enrol(
                        "no-such-token-at-all", "secc-leaf", "DE*PNC*E1", RunningCa.key("x")),
                401,
                "http.authentication");
        assertThat(RunningCa.send(RunningCa.request("/api/v1/certificates").build()).status())
                .isEqualTo(401);
        assertThat(
                        RunningCa.send(
                                        RunningCa.request("/api/v1/roots")
                                                .POST(BodyPublishers.noBody())
                                                .build())
                                .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/authorities/../certificates", "/api/v1/authorities/%2e%2e/certificates",
                        "/ocsp/../api/v1/certificates",
                "/ocsp/..%2fapi/v1/certificates", "/api/v1/authorities;/../certificates",
                        "//api/v1/certificates",
                "/api/v1/certificates/", "/API/v1/certificates"
            })
    void noPathGoesAroundTheToken(String path) {
        var response = RunningCa.octets(RunningCa.request(path).build());
        assertThat(new String(response.body(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("serial");
        assertThat(response.statusCode() == 200 && !path.startsWith("/ocsp")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                              | 422 | ca.common-name",
                "{\"commonName\": \"DE*PNC*E1\"}                 | 400 | rfc2986.request",
                "{\"commonName\": \"DE*PNC*E1\", \"csr\": \"?\"} | 400 | rfc2986.request",
                "{\"commonName\": \"DE*PNC*E1\", \"csr\": \"AAAA\"} | 400 | rfc2986.request",
                "{\"commonName\": 17                             | 400 | http.body",
                "[]                                              | 400 | http.body",
                "nothing                                         | 400 | http.body"
            })
    void bodiesThatAreNone(String body, int status, String rule) {
        problem(RunningCa.post(RunningCa.CSMS, "/api/v1/enrol/secc-leaf", body), status, rule);
    }

    /** Every octet of a CSR counts: changed, it proves possession of nothing. */
    @Test
    void mutatedRequestsGetNothing() {
        byte[] der = Base64.getDecoder().decode(RunningCa.csr(RunningCa.key("mutant")));
        for (int i = 0; i < der.length; i += 7) {
            byte[] changed = der.clone();
            changed[i] ^= 0x41;
            problem(
                    RunningCa.post(
                            RunningCa.CSMS,
                            "/api/v1/enrol/secc-leaf",
                            """
                            {"csr": "%s", "commonName": "DE*PNC*E00009"}\
                            """
                                    .formatted(Base64.getEncoder().encodeToString(changed))),
                    400,
                    "rfc2986.request");
        }
        assertThat(
                        RunningCa.get(RunningCa.CSMS, "/api/v1/certificates?limit=1000")
                                .body()
                                .toString())
                .doesNotContain("E00009");
    }

    @Test
    void wrongNamesAreNamed() {
        problem(
                RunningCa.enrol(
                        RunningCa.POOL, "contract-leaf", "DEPNC0000000011", RunningCa.key("n")),
                422,
                "iso2.common-name");
        problem(
                RunningCa.enrol(
                        RunningCa.MAKER, "oem-provisioning-leaf", "WPC", RunningCa.key("n")),
                422,
                "iso2.common-name");
        problem(
                RunningCa.enrol(RunningCa.ADMIN, "tls-server", "localhost", RunningCa.key("n")),
                422,
                "house.server-name");
        problem(
                RunningCa.enrol(RunningCa.ADMIN, "v2g-root", "mine", RunningCa.key("n")),
                404,
                "ca.profile");
        problem(
                RunningCa.enrol(RunningCa.ADMIN, "ocsp-signer", "mine", RunningCa.key("n")),
                404,
                "ca.profile");
        problem(
                RunningCa.enrol(
                        RunningCa.CSMS,
                        "secc-leaf",
                        "DE*PNC*E" + "9".repeat(80),
                        RunningCa.key("n")),
                422,
                "ca.subject");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bodiesThatAreTooLong(boolean announced) {
        byte[] body =
                "{\"csr\": \"%s\"}"
                        .formatted("A".repeat(200_000))
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Answer answer =
                RunningCa.send(
                        RunningCa.request("/api/v1/enrol/secc-leaf")
                                .header("Authorization", "Bearer " + RunningCa.CSMS)
                                .header("Content-Type", "application/json")
                                .POST(
                                        announced
                                                ? BodyPublishers.ofByteArray(body)
                                                : BodyPublishers.ofInputStream(() ->
                                                        new java.io.ByteArrayInputStream(body)))
                                .build());
        problem(answer, 413, "http.size");
    }

    @Test
    void elsewhereThereIsNothing() {
        assertThat(RunningCa.get(RunningCa.ADMIN, "/api/v2").status()).isEqualTo(404);
        assertThat(
                        RunningCa.get(RunningCa.ADMIN, "/api/v1/authorities/iso2.contract-leaf")
                                .text("rule"))
                .isEqualTo("ca.profile");
    }

    @Test
    void rootsAndChainsAreOpen() {
        Answer roots = RunningCa.send(RunningCa.request("/api/v1/roots").build());
        assertThat(roots.body().findValuesAsString("profile"))
                .containsExactlyInAnyOrder(
                        "iso2.v2g-root",
                        "iso2.mo-root",
                        "iso2.oem-root",
                        "iso2.operator-root",
                        "iso20-p521.v2g-root",
                        "iso20-p521.mo-root",
                        "iso20-p521.oem-root",
                        "iso20-ed448.v2g-root",
                        "iso20-ed448.mo-root",
                        "iso20-ed448.oem-root",
                        "lab.v2g-root",
                        "lab.mo-root",
                        "lab.oem-root");
        Answer one =
                RunningCa.send(RunningCa.request("/api/v1/authorities/iso2.cpo-sub-ca-2").build());
        assertThat(CertificateChain.ofPem(one.text("chain")).all())
                .containsExactly(
                        RunningCa.ca().authority(Iso2Profile.CPO_SUB_CA_2).der(),
                        RunningCa.ca().authority(Iso2Profile.CPO_SUB_CA_1).der());
        assertThat(RunningCa.send(RunningCa.request("/health").build()).text("status"))
                .isEqualTo("UP");
    }

    static void problem(Answer answer, int status, String rule) {
        assertThat(answer.text("rule")).as("%s", answer).isEqualTo(rule);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("urn:plugcharge:problem:" + rule);
        assertThat(answer.text("detail")).isNotBlank();
    }

    static <P extends Verified> P verified(Answer answer, Purpose<P> purpose) {
        return verified(answer, purpose, RunningCa.ca().anchors());
    }

    private static <P extends Verified> P verified(
            Answer answer, Purpose<P> purpose, TrustAnchors anchors) {
        CertificateChain chain = CertificateChain.ofPem(answer.text("chain"));
        assertThat(
                        Certificate.parse(
                                        Bytes.owning(
                                                Base64.getDecoder()
                                                        .decode(answer.text("certificate"))))
                                .der())
                .isEqualTo(chain.leaf());
        Verdict<P> verdict =
                ChainValidator.validate(
                        chain,
                        purpose.in(Edition.ISO2, Edition.ISO20, Edition.LAB),
                        anchors,
                        RevocationSnapshot.notChecked(),
                        Instant.now());
        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        return ((Verdict.Valid<P>) verdict).proof();
    }
}

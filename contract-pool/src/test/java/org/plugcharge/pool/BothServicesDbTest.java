package org.plugcharge.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plugcharge.ca.PkiCa;
import org.plugcharge.ca.PkiCaOptions;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.Reason;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.Verified;
import org.plugcharge.certs.VerifiedContract;
import org.plugcharge.exi.Bytes;
import org.plugcharge.pool.authority.HttpAuthority;
import org.plugcharge.pool.authority.HttpStatusSource;
import org.plugcharge.pool.rest.Grant;
import org.plugcharge.pool.rest.Role;
import org.plugcharge.v2g.iso2.Iso2Namespaces;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pool and pki-ca in one JVM, with OCSP: what the demo does, without a car around it. */
class BothServicesDbTest {

    private static final String POOL = "pool-token-at-the-ca-0123456789";
    private static final String MAKER = "maker-token-at-the-ca-0123456789";
    private static final String OEM = "oem-token-0123456789abcdef";
    private static final String EMSP = "emsp-token-0123456789abcde";
    private static final String CPO = "cpo-token-0123456789abcdef";

    private static PkiCa ca;
    private static ContractPool pool;
    private static HttpAuthority maker;

    @BeforeAll
    static void start() throws IOException {
        ca =
                PkiCa.start(
                        PkiCaOptions.standard()
                                .withClient(
                                        POOL,
                                        "contract-pool",
                                        Set.of(
                                                org.plugcharge.ca.Role.MOBILITY_OPERATOR,
                                                org.plugcharge.ca.Role.PROVISIONING_SERVICE))
                                .withClient(
                                        MAKER, "maker", Set.of(org.plugcharge.ca.Role.AUTOMAKER)));
        maker = new HttpAuthority(ca.uri(), MAKER);
        pool =
                ContractPool.start(
                        ContractPool.Options.of(
                                new HttpAuthority(ca.uri(), POOL),
                                ca.anchors(),
                                List.of(
                                        Grant.all(Role.OEM, OEM),
                                        Grant.all(Role.EMSP, EMSP),
                                        Grant.all(Role.CPO, CPO))));
    }

    @AfterAll
    static void stop() {
        pool.close();
        ca.close();
    }

    private static KeyedCertificate vehicle(String pcid) {
        SoftwareKey key = SoftwareKey.generate(Entropy.system(new SecureRandom()));
        CertificateChain chain =
                maker.enrol(
                        Iso2Profile.OEM_PROVISIONING_LEAF,
                        CertificateRequest.create(Subject.named(pcid), key),
                        Optional.empty());
        assertThat(
                        client(OEM)
                                .put(
                                        "/api/v1/provisioning-certificates",
                                        Map.of("chain", chain.pem()))
                                .status())
                .isEqualTo(201);
        return new KeyedCertificate(Certificate.parse(chain.leaf()), key);
    }

    private static PoolClient client(String token) {
        return new PoolClient(pool.baseUri(), token);
    }

    private static PoolClient.Answer order(String emaid, String pcid) {
        Instant now = Instant.now();
        return client(EMSP)
                .post(
                        "/api/v1/contracts",
                        Map.of(
                                "emaid",
                                emaid,
                                "pcid",
                                pcid,
                                "begins",
                                now.minusSeconds(1).toString(),
                                "ends",
                                now.plus(Duration.ofDays(365)).toString()));
    }

    private static PoolClient.Answer install(TestCar car) {
        return client(CPO)
                .post(
                        "/api/v1/installations",
                        Map.of(
                                "schema",
                                Iso2Namespaces.MESSAGE,
                                "exiRequest",
                                Base64.getEncoder().encodeToString(car.request().toArray())));
    }

    @Test
    void contractOfTheRealAuthorityReachesTheCarAndCancellationReachesOcsp() {
        KeyedCertificate vehicle = vehicle("WPCBOTHSERVICES01");
        PoolClient.Answer ordered = order("DEPNCBOTH00001", "WPCBOTHSERVICES01");
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(201);
        TestCar car = new TestCar(vehicle, ca.anchors());
        Bytes response = install(car).exi();
        VerifiedContract contract = car.install(response, Instant.now()).contract();
        assertThat(contract.emaid()).isEqualTo(new Emaid("DEPNCBOTH00001"));
        assertThat(status(contract)).isInstanceOf(Verdict.Valid.class);

        assertThat(client(EMSP).delete("/api/v1/contracts/DEPNCBOTH00001").status()).isEqualTo(204);
        assertThat(status(contract))
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.REVOKED));
    }

    private static Verdict<VerifiedContract> status(Verified contract) {
        try (HttpStatusSource statuses = new HttpStatusSource()) {
            RevocationSnapshot snapshot = statuses.ask(contract);
            return ChainValidator.validate(
                    contract.chain(), Purpose.CONTRACT, ca.anchors(), snapshot, Instant.now());
        }
    }

    @Test
    void revokedVehicleGetsNothing() {
        KeyedCertificate vehicle = vehicle("WPCBOTHSERVICES02");
        assertThat(order("DEPNCBOTH00002", "WPCBOTHSERVICES02").status()).isEqualTo(201);
        maker.revoke(vehicle.certificate());
        PoolClient.Answer answer = install(new TestCar(vehicle, ca.anchors()));
        assertThat(answer.field("reason")).isEqualTo("CERTIFICATE_REVOKED");
        assertThat(TestCar.refused(answer.exi()))
                .isEqualTo(ResponseCode.FAILED_CERTIFICATE_REVOKED);
    }

    @Test
    void termThatOutlivesTheCertificateIsRefused() {
        vehicle("WPCBOTHSERVICES03");
        Instant now = Instant.now();
        PoolClient.Answer answer =
                client(EMSP)
                        .post(
                                "/api/v1/contracts",
                                Map.of(
                                        "emaid",
                                        "DEPNCBOTH00003",
                                        "pcid",
                                        "WPCBOTHSERVICES03",
                                        "begins",
                                        now.toString(),
                                        "ends",
                                        now.plus(Duration.ofDays(5000)).toString()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.field("reason")).isEqualTo("TERM_TOO_LONG");
    }
}

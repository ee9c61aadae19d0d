package org.plugcharge.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.TestPki;
import org.plugcharge.exi.Bytes;
import org.plugcharge.pool.authority.FakeAuthority;
import org.plugcharge.pool.authority.StatusSource;
import org.plugcharge.pool.rest.Grant;
import org.plugcharge.pool.rest.Role;
import org.plugcharge.v2g.iso2.Iso2Namespaces;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The whole service over HTTP, on a real PostgreSQL, with a certificate authority in memory. */
class ContractPoolDbTest {

    private static final Entropy ENTROPY = Entropy.system(new SecureRandom());
    private static final String VEHICLES = "/api/v1/provisioning-certificates";
    private static final String CONTRACTS = "/api/v1/contracts";
    private static final String INSTALLATIONS = "/api/v1/installations";
    private static final String UPDATES = "/api/v1/updates";

    private static Instant now;
    private static TestPki pki;
    private static TestPki other;
    private static FakeAuthority authority;
    private static ContractPool pool;
    private static PoolClient oem;
    private static PoolClient emsp;
    private static PoolClient cpo;
    private static int vehicles;

    @BeforeAll
    static void start() {
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        pki = TestPki.create(11, now);
        other = TestPki.create(12, now);
        authority = new FakeAuthority(pki, Clock.systemUTC(), ENTROPY);
        List<Grant> grants =
                List.of(
                        Grant.all(Role.OEM, "oem-token-0123456789abcdef"),
                        new Grant(Role.OEM, "oem-token-of-another-maker", Set.of("XYZ")),
                        new Grant(Role.EMSP, "emsp-token-0123456789abcde", Set.of("DEPNC")),
                        new Grant(Role.EMSP, "emsp-token-of-another-one-", Set.of("FRXYZ")),
                        Grant.all(Role.CPO, "cpo-token-0123456789abcdef"));
        pool =
                ContractPool.start(
                        ContractPool.Options.of(authority, pki.anchors(), grants)
                                .withStatuses(StatusSource.NONE));
        oem = client("oem-token-0123456789abcdef");
        emsp = client("emsp-token-0123456789abcde");
        cpo = client("cpo-token-0123456789abcdef");
    }

    @AfterAll
    static void stop() {
        pool.close();
    }

    @AfterEach
    void authorityIsBack() {
        authority.down(false);
    }

    private static PoolClient client(String token) {
        return new PoolClient(pool.baseUri(), token);
    }

    /** A vehicle nobody has seen yet, registered. */
    private static KeyedCertificate vehicle() {
        KeyedCertificate vehicle = newVehicle();
        assertThat(register(vehicle).status()).isEqualTo(201);
        return vehicle;
    }

    private static KeyedCertificate newVehicle() {
        String pcid = "WPCTESTVEHIC%05d".formatted(++vehicles);
        return pki.issue(Iso2Profile.OEM_PROVISIONING_LEAF, Subject.named(pcid).in("DE"), pcid);
    }

    private static PoolClient.Answer register(KeyedCertificate vehicle) {
        CertificateChain chain =
                pki.chainOf(vehicle.certificate(), Iso2Profile.OEM_PROVISIONING_LEAF);
        return oem.put(VEHICLES, Map.of("chain", chain.pem()));
    }

    private static String pcid(KeyedCertificate vehicle) {
        return vehicle.certificate().commonName().orElseThrow();
    }

    private static Map<String, Object> order(String emaid, KeyedCertificate vehicle) {
        return Map.of(
                "emaid", emaid,
                "pcid", pcid(vehicle),
                "begins", now.minusSeconds(60).plusNanos(123_456_789).toString(),
                "ends", now.plus(Duration.ofDays(100)).toString());
    }

    private static String emaid(int number) {
        return new Emaid("DEPNC%09d".formatted(number)).canonical();
    }

    private static PoolClient.Answer install(Bytes request) {
        return cpo.post(
                INSTALLATIONS,
                Map.of(
                        "schema",
                        Iso2Namespaces.MESSAGE,
                        "exiRequest",
                        Base64.getEncoder().encodeToString(request.toArray())));
    }

    private static PoolClient.Answer update(Bytes request) {
        return cpo.post(
                UPDATES,
                Map.of(
                        "schema",
                        Iso2Namespaces.MESSAGE,
                        "exiRequest",
                        Base64.getEncoder().encodeToString(request.toArray())));
    }

    private static PoolClient.Answer prolong(String emaid, KeyedCertificate vehicle, int days) {
        return emsp.put(
                CONTRACTS + "/" + emaid + "/renewal",
                Map.of("pcid", pcid(vehicle), "ends", now.plus(Duration.ofDays(days)).toString()));
    }

    /** A car with a contract of 100 days. */
    private static TestCar.Installed carWith(String emaid, KeyedCertificate vehicle) {
        assertThat(emsp.post(CONTRACTS, order(emaid, vehicle)).status()).isEqualTo(201);
        TestCar car = new TestCar(vehicle, pki);
        return car.install(install(car.request()).exi(), Instant.now());
    }

    private static List<String> events(String emaid) {
        List<String> kinds = new ArrayList<>();
        for (var event : emsp.get("/api/v1/events").json()) {
            if (event.path("emaid").asString().equals(emaid)) {
                kinds.add(event.path("kind").asString());
            }
        }
        return kinds;
    }

    @Test
    void carGetsTheContractItsProviderOrdered() {
        KeyedCertificate vehicle = vehicle();
        PoolClient.Answer ordered = emsp.post(CONTRACTS, order(emaid(1), vehicle));
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(201);
        assertThat(ordered.field("state")).isEqualTo("READY");
        assertThat(ordered.json().path("exiCharacters").asInt()).isBetween(4000, 5600);

        PoolClient.Answer answer = install(new TestCar(vehicle, pki).request());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("status")).isEqualTo("Accepted");
        TestCar.Installed installed =
                new TestCar(vehicle, pki).install(answer.exi(), Instant.now());
        assertThat(installed.emaid()).isEqualTo(Emaid.parse(emaid(1)));
        assertThat(installed.contract().leaf().fields().notAfter())
                .isEqualTo(now.plus(Duration.ofDays(100)));
        assertThat(events(emaid(1))).containsExactly("CONTRACT_READY", "CONTRACT_DELIVERED");
    }

    @Test
    void everyInstallationOfAContractIsTheSameAndAnnouncedOnce() {
        KeyedCertificate vehicle = vehicle();
        emsp.post(CONTRACTS, order(emaid(2), vehicle));
        Bytes first = install(new TestCar(vehicle, pki).request()).exi();
        Bytes second = install(new TestCar(vehicle, pki).request()).exi();
        assertThat(second).isEqualTo(first);
        assertThat(events(emaid(2))).containsExactly("CONTRACT_READY", "CONTRACT_DELIVERED");
    }

    @Test
    void eMaidIsMadeWithARightCheckCharacter() {
        PoolClient.Answer ordered =
                emsp.post(
                        CONTRACTS,
                        Map.of(
                                "country", "DE",
                                "provider", "PNC",
                                "pcid", pcid(vehicle()),
                                "begins", now.toString(),
                                "ends", now.plus(Duration.ofDays(1)).toString()));
        assertThat(ordered.status()).isEqualTo(201);
        assertThat(ordered.field("emaid")).startsWith("DEPNC").hasSize(15);
        assertThat(Emaid.parse(ordered.field("emaid")).canonical())
                .isEqualTo(ordered.field("emaid"));
    }

    @Test
    void repeatedOrderIsAnsweredAsTheFirst() {
        KeyedCertificate vehicle = vehicle();
        PoolClient.Answer first = emsp.post(CONTRACTS, order(emaid(3), vehicle));
        int issued = authority.issued().size();
        PoolClient.Answer second = emsp.post(CONTRACTS, order(emaid(3), vehicle));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(authority.issued()).hasSize(issued);
        assertThat(events(emaid(3))).containsExactly("CONTRACT_READY");
    }

    @Test
    void ordersAtTheSameTimeMakeOneContract() throws Exception {
        KeyedCertificate vehicle = vehicle();
        List<Callable<Integer>> orders = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            orders.add(() -> emsp.post(CONTRACTS, order(emaid(4), vehicle)).status());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : threads.invokeAll(orders)) {
                statuses.add(status.get());
            }
        }
        assertThat(statuses).isSubsetOf(200, 201, 409).containsOnlyOnce(201);
        assertThat(events(emaid(4))).containsExactly("CONTRACT_READY");
    }

    @Test
    void orderOutlivesAnAuthorityThatIsAway() {
        KeyedCertificate vehicle = vehicle();
        authority.down(true);
        PoolClient.Answer failed = emsp.post(CONTRACTS, order(emaid(5), vehicle));
        assertThat(failed.status()).isEqualTo(502);
        assertThat(failed.contentType()).startsWith("application/problem+json");
        assertThat(emsp.get(CONTRACTS + "/" + emaid(5)).json().get(0).path("state").asString())
                .isEqualTo("ORDERED");
        authority.down(false);
        assertThat(emsp.post(CONTRACTS, order(emaid(5), vehicle)).status()).isEqualTo(201);
    }

    @Test
    void cancelledContractIsRevokedAndNotHandedOut() {
        KeyedCertificate vehicle = vehicle();
        emsp.post(CONTRACTS, order(emaid(6), vehicle));
        int revoked = authority.revoked().size();
        assertThat(emsp.delete(CONTRACTS + "/" + emaid(6)).status()).isEqualTo(204);
        assertThat(emsp.delete(CONTRACTS + "/" + emaid(6)).status()).isEqualTo(204);
        assertThat(authority.revoked()).hasSize(revoked + 1);
        PoolClient.Answer answer = install(new TestCar(vehicle, pki).request());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("status")).isEqualTo("Failed");
        assertThat(answer.field("reason")).isEqualTo("NO_CONTRACT");
        assertThat(TestCar.refused(answer.exi()))
                .isEqualTo(ResponseCode.FAILED_NO_CERTIFICATE_AVAILABLE);
        assertThat(events(emaid(6))).containsExactly("CONTRACT_READY", "CONTRACT_CANCELLED");
        assertThat(emsp.post(CONTRACTS, order(emaid(6), vehicle)).field("reason"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void cancellationIsCompletedWhenTheAuthorityIsBack() {
        KeyedCertificate vehicle = vehicle();
        emsp.post(CONTRACTS, order(emaid(7), vehicle));
        int revoked = authority.revoked().size();
        authority.down(true);
        assertThat(emsp.delete(CONTRACTS + "/" + emaid(7)).status()).isEqualTo(502);
        assertThat(install(new TestCar(vehicle, pki).request()).field("status"))
                .isEqualTo("Failed");
        authority.down(false);
        assertThat(emsp.delete(CONTRACTS + "/" + emaid(7)).status()).isEqualTo(204);
        assertThat(authority.revoked()).hasSize(revoked + 1);
    }

    @Test
    void newProvisioningCertificateMakesContractsLapse() {
        KeyedCertificate vehicle = vehicle();
        emsp.post(CONTRACTS, order(emaid(8), vehicle));
        KeyedCertificate rekeyed =
                pki.issue(
                        Iso2Profile.OEM_PROVISIONING_LEAF,
                        Subject.named(pcid(vehicle)).in("DE"),
                        "rekeyed");
        assertThat(register(rekeyed).status()).isEqualTo(200);
        assertThat(register(rekeyed).status()).isEqualTo(200);
        assertThat(install(new TestCar(vehicle, pki).request()).field("reason"))
                .isEqualTo("VEHICLE_UNKNOWN");
        assertThat(install(new TestCar(rekeyed, pki).request()).field("reason"))
                .isEqualTo("NO_CONTRACT");

        int revoked = authority.revoked().size();
        assertThat(emsp.post(CONTRACTS, order(emaid(8), vehicle)).status()).isEqualTo(201);
        assertThat(authority.revoked()).hasSize(revoked + 1);
        Bytes response = install(new TestCar(rekeyed, pki).request()).exi();
        assertThat(new TestCar(rekeyed, pki).install(response, Instant.now()).emaid())
                .isEqualTo(Emaid.parse(emaid(8)));
        assertThat(events(emaid(8)))
                .containsExactly(
                        "CONTRACT_READY",
                        "CONTRACT_LAPSED",
                        "CONTRACT_READY",
                        "CONTRACT_DELIVERED");
    }

    @Test
    void vehicleOfAnUntrustedMakerIsRefused() {
        CertificateChain foreign = other.chain(Iso2Profile.OEM_PROVISIONING_LEAF);
        PoolClient.Answer answer = oem.put(VEHICLES, Map.of("chain", foreign.pem()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("reason")).isIn("UNTRUSTED", "BAD_SIGNATURE");
    }

    @Test
    void contractCertificateIsNoProvisioningCertificate() {
        PoolClient.Answer answer =
                oem.put(VEHICLES, Map.of("chain", pki.chain(Iso2Profile.CONTRACT_LEAF).pem()));
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void makersRegisterTheirOwnVehiclesOnly() {
        KeyedCertificate vehicle = newVehicle();
        CertificateChain chain =
                pki.chainOf(vehicle.certificate(), Iso2Profile.OEM_PROVISIONING_LEAF);
        PoolClient.Answer answer =
                client("oem-token-of-another-maker").put(VEHICLES, Map.of("chain", chain.pem()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("reason")).isEqualTo("OTHER_MANUFACTURER");
    }

    @Test
    void unknownAndForeignLookTheSame() {
        KeyedCertificate vehicle = vehicle();
        emsp.post(CONTRACTS, order(emaid(9), vehicle));
        PoolClient stranger = client("emsp-token-of-another-one-");
        String foreign = stranger.get(CONTRACTS + "/" + emaid(9)).text();
        String unknown = emsp.get(CONTRACTS + "/" + emaid(999)).text();
        assertThat(foreign.replace(emaid(9), "")).isEqualTo(unknown.replace(emaid(999), ""));
        assertThat(stranger.get(CONTRACTS + "/" + emaid(9)).status()).isEqualTo(404);
        assertThat(stranger.delete(CONTRACTS + "/" + emaid(9)).status()).isEqualTo(404);
        assertThat(stranger.get("/api/v1/events").text()).doesNotContain(emaid(9));
        PoolClient otherMaker = client("oem-token-of-another-maker");
        assertThat(otherMaker.get(VEHICLES + "/" + pcid(vehicle)).text().replace(pcid(vehicle), ""))
                .isEqualTo(
                        otherMaker
                                .get(VEHICLES + "/XYZTESTVEHICLE001")
                                .text()
                                .replace("XYZTESTVEHICLE001", ""));
    }

    @Test
    void providersOrderTheirOwnContractsOnly() {
        PoolClient.Answer answer =
                client("emsp-token-of-another-one-").post(CONTRACTS, order(emaid(10), vehicle()));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void rolesAreKeptApart() {
        assertThat(client("").get("/api/v1/events").status()).isEqualTo(401);
        assertThat(client("no-such-token-0123456789").get("/api/v1/events").status())
                .isEqualTo(401);
        assertThat(cpo.get("/api/v1/events").status()).isEqualTo(403);
        assertThat(emsp.put(VEHICLES, Map.of("chain", "x")).status()).isEqualTo(403);
        assertThat(oem.post(CONTRACTS, order(emaid(11), newVehicle())).status()).isEqualTo(403);
        assertThat(emsp.post(INSTALLATIONS, Map.of("schema", "x", "exiRequest", "AA==")).status())
                .isEqualTo(403);
        assertThat(client("").get("/health").status()).isEqualTo(200);
    }

    @Test
    void badBodiesAreAnsweredAndDoNoHarm() {
        assertThat(cpo.post(INSTALLATIONS, "{").status()).isEqualTo(400);
        assertThat(cpo.post(INSTALLATIONS, "[]").status()).isEqualTo(400);
        assertThat(cpo.post(INSTALLATIONS, "null").status()).isEqualTo(400);
        assertThat(cpo.post(INSTALLATIONS, "{}").status()).isEqualTo(400);
        assertThat(
                        cpo.post(
                                        INSTALLATIONS,
                                        Map.of("schema", Iso2Namespaces.MESSAGE, "exiRequest", "*"))
                                .status())
                .isEqualTo(400);
        assertThat(
                        cpo.post(
                                        INSTALLATIONS,
                                        Map.of(
                                                "schema",
                                                Iso2Namespaces.MESSAGE,
                                                "exiRequest",
                                                "gJgC"))
                                .status())
                .isEqualTo(400);
        assertThat(cpo.post(INSTALLATIONS, "\"" + "x".repeat(70_000) + "\"").status())
                .isEqualTo(413);
        assertThat(cpo.post(INSTALLATIONS, "[".repeat(60_000)).status()).isEqualTo(400);
        assertThat(oem.put(VEHICLES, Map.of("chain", "no PEM")).status()).isEqualTo(400);
        assertThat(emsp.get(CONTRACTS + "/DEPNC0000000010").status()).isEqualTo(400);
        assertThat(emsp.post(CONTRACTS, Map.of("emaid", emaid(12), "pcid", "short")).status())
                .isEqualTo(400);
        assertThat(emsp.get("/nowhere").status()).isEqualTo(404);
        String problem = cpo.post(INSTALLATIONS, "{").text();
        assertThat(problem).doesNotContain("tools.jackson").doesNotContain("Exception");
        assertThat(cpo.post(INSTALLATIONS, "{").contentType())
                .startsWith("application/problem+json");
        carGetsTheContractAfterAll();
    }

    private void carGetsTheContractAfterAll() {
        KeyedCertificate vehicle = vehicle();
        assertThat(emsp.post(CONTRACTS, order(emaid(13), vehicle)).status()).isEqualTo(201);
        assertThat(install(new TestCar(vehicle, pki).request()).field("status"))
                .isEqualTo("Accepted");
    }

    @Test
    void unknownVehicleCannotBeOrderedFor() {
        PoolClient.Answer answer = emsp.post(CONTRACTS, order(emaid(14), newVehicle()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.field("reason")).isEqualTo("VEHICLE_UNKNOWN");
    }

    @Test
    void forgedRequestGetsAMessageForTheCar() {
        KeyedCertificate vehicle = vehicle();
        emsp.post(CONTRACTS, order(emaid(15), vehicle));
        Bytes forged =
                TestCar.request(
                        new TestCar(vehicle, pki).body(),
                        other.key(Iso2Profile.OEM_PROVISIONING_LEAF));
        PoolClient.Answer answer = install(forged);
        assertThat(answer.field("reason")).isEqualTo("SIGNATURE_WRONG");
        assertThat(answer.field("responseCode")).isEqualTo("FAILED_SIGNATURE_ERROR");
        assertThat(TestCar.refused(answer.exi())).isEqualTo(ResponseCode.FAILED_SIGNATURE_ERROR);
        assertThat(events(emaid(15))).containsExactly("CONTRACT_READY");
    }

    @Test
    void severalRootsGiveSeveralBundlesAndTheCarsRootIsTaken() {
        FakeAuthority second = new FakeAuthority(other, Clock.systemUTC(), ENTROPY);
        ContractPool.Options options =
                ContractPool.Options.of(
                                authority,
                                pki.anchors().withV2gRoots(other.certificate(Iso2Profile.V2G_ROOT)),
                                List.of(
                                        Grant.all(Role.OEM, "oem-token-0123456789abcdef"),
                                        Grant.all(Role.EMSP, "emsp-token-0123456789abcde"),
                                        Grant.all(Role.CPO, "cpo-token-0123456789abcdef")))
                        .withStatuses(StatusSource.NONE)
                        .withFurtherProvisioningAuthority(second);
        try (ContractPool both = ContractPool.start(options)) {
            KeyedCertificate vehicle = newVehicle();
            CertificateChain chain =
                    pki.chainOf(vehicle.certificate(), Iso2Profile.OEM_PROVISIONING_LEAF);
            new PoolClient(both.baseUri(), "oem-token-0123456789abcdef")
                    .put(VEHICLES, Map.of("chain", chain.pem()));
            new PoolClient(both.baseUri(), "emsp-token-0123456789abcde")
                    .post(CONTRACTS, order(emaid(16), vehicle));
            PoolClient operator = new PoolClient(both.baseUri(), "cpo-token-0123456789abcdef");
            TestCar car = new TestCar(vehicle, pki);
            Bytes response =
                    operator.post(
                                    INSTALLATIONS,
                                    Map.of(
                                            "schema",
                                            Iso2Namespaces.MESSAGE,
                                            "exiRequest",
                                            Base64.getEncoder()
                                                    .encodeToString(car.request().toArray())))
                            .exi();
            assertThat(car.install(response, Instant.now()).service().root())
                    .isEqualTo(pki.certificate(Iso2Profile.V2G_ROOT));
            car.trustNobody();
            assertThat(
                            operator.post(
                                            INSTALLATIONS,
                                            Map.of(
                                                    "schema",
                                                    Iso2Namespaces.MESSAGE,
                                                    "exiRequest",
                                                    Base64.getEncoder()
                                                            .encodeToString(
                                                                    car.request().toArray())))
                                    .field("reason"))
                    .isEqualTo("NO_COMMON_ROOT");
        }
    }

    @Test
    void tooLongBundleIsNotMade() {
        ContractPool.Options options =
                ContractPool.Options.of(
                                authority,
                                pki.anchors(),
                                List.of(
                                        Grant.all(Role.OEM, "oem-token-0123456789abcdef"),
                                        Grant.all(Role.EMSP, "emsp-token-0123456789abcde")))
                        .withStatuses(StatusSource.NONE)
                        .withExiCharacters(1000);
        try (ContractPool narrow = ContractPool.start(options)) {
            KeyedCertificate vehicle = newVehicle();
            CertificateChain chain =
                    pki.chainOf(vehicle.certificate(), Iso2Profile.OEM_PROVISIONING_LEAF);
            new PoolClient(narrow.baseUri(), "oem-token-0123456789abcdef")
                    .put(VEHICLES, Map.of("chain", chain.pem()));
            int revoked = authority.revoked().size();
            PoolClient.Answer answer =
                    new PoolClient(narrow.baseUri(), "emsp-token-0123456789abcde")
                            .post(CONTRACTS, order(emaid(17), vehicle));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.field("reason")).isEqualTo("BUNDLE_TOO_LONG");
            assertThat(authority.revoked()).hasSize(revoked + 1);
        }
    }

    @Test
    void privateKeysAreNowhereInTheAnswers() {
        KeyedCertificate vehicle = vehicle();
        emsp.post(CONTRACTS, order(emaid(18), vehicle));
        Bytes response = install(new TestCar(vehicle, pki).request()).exi();
        Bytes scalar = new TestCar(vehicle, pki).install(response, Instant.now()).key().scalar();
        String all = new String(response.toArray(), StandardCharsets.ISO_8859_1);
        assertThat(all).doesNotContain(new String(scalar.toArray(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void contractThatGoesOnIsRenewedOnceAndAnsweredAlikeEachTime() {
        KeyedCertificate vehicle = vehicle();
        TestCar.Installed old = carWith(emaid(20), vehicle);
        TestCar car = new TestCar(vehicle, pki);
        assertThat(prolong(emaid(20), vehicle, 400).status()).isEqualTo(204);
        assertThat(prolong(emaid(20), vehicle, 400).status()).isEqualTo(204);
        int issued = authority.issued().size();
        int revoked = authority.revoked().size();

        PoolClient.Answer answer = update(car.updateRequest(old));
        assertThat(answer.field("status")).as(answer.text()).isEqualTo("Accepted");
        assertThat(answer.field("exiResponse")).hasSizeLessThanOrEqualTo(5600);
        TestCar.Installed renewed = car.update(answer.exi(), old.key(), Instant.now());
        assertThat(renewed.emaid()).isEqualTo(old.emaid());
        assertThat(renewed.key().scalar()).isNotEqualTo(old.key().scalar());
        assertThat(renewed.contract().leaf().fields().notAfter())
                .isEqualTo(now.plus(Duration.ofDays(400)));

        assertThat(update(car.updateRequest(old)).exi()).isEqualTo(answer.exi());
        assertThat(authority.issued()).hasSize(issued + 1);
        assertThat(authority.revoked()).hasSize(revoked);
        assertThat(events(emaid(20)))
                .containsExactly("CONTRACT_READY", "CONTRACT_DELIVERED", "CONTRACT_RENEWED");
    }

    @Test
    void carThatLostItsContractsGetsTheRenewedOne() {
        KeyedCertificate vehicle = vehicle();
        TestCar.Installed old = carWith(emaid(21), vehicle);
        TestCar car = new TestCar(vehicle, pki);
        prolong(emaid(21), vehicle, 300);
        TestCar.Installed renewed =
                car.update(update(car.updateRequest(old)).exi(), old.key(), Instant.now());
        TestCar.Installed again = car.install(install(car.request()).exi(), Instant.now());
        assertThat(again.contract().leaf()).isEqualTo(renewed.contract().leaf());
        assertThat(again.key().scalar()).isEqualTo(renewed.key().scalar());

        prolong(emaid(21), vehicle, 500);
        TestCar.Installed third =
                car.update(update(car.updateRequest(renewed)).exi(), renewed.key(), Instant.now());
        assertThat(third.contract().leaf().fields().notAfter())
                .isEqualTo(now.plus(Duration.ofDays(500)));
    }

    @Test
    void updatesAtTheSameTimeMakeOneCertificate() throws Exception {
        KeyedCertificate vehicle = vehicle();
        TestCar.Installed old = carWith(emaid(22), vehicle);
        TestCar car = new TestCar(vehicle, pki);
        prolong(emaid(22), vehicle, 300);
        int issued = authority.issued().size();
        Bytes request = car.updateRequest(old);
        List<Callable<PoolClient.Answer>> updates = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            updates.add(() -> update(request));
        }
        List<PoolClient.Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<PoolClient.Answer> answer : threads.invokeAll(updates)) {
                answers.add(answer.get());
            }
        }
        assertThat(authority.issued()).hasSize(issued + 1);
        assertThat(answers)
                .filteredOn(answer -> answer.field("status").equals("Accepted"))
                .isNotEmpty()
                .extracting(PoolClient.Answer::exi)
                .containsOnly(update(request).exi());
        assertThat(answers)
                .filteredOn(answer -> answer.field("status").equals("Failed"))
                .allSatisfy(answer -> assertThat(answer.field("reason")).isEqualTo("BEING_MADE"));
    }

    @Test
    void contractNobodyProlongedIsNotRenewed() {
        KeyedCertificate vehicle = vehicle();
        TestCar.Installed old = carWith(emaid(23), vehicle);
        TestCar car = new TestCar(vehicle, pki);
        int issued = authority.issued().size();
        PoolClient.Answer answer = update(car.updateRequest(old));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("status")).isEqualTo("Failed");
        assertThat(answer.field("reason")).isEqualTo("NOT_DUE");
        assertThat(TestCar.updateRefused(answer.exi()).responseCode())
                .isEqualTo(ResponseCode.FAILED_NO_CERTIFICATE_AVAILABLE);
        assertThat(TestCar.updateRefused(answer.exi()).retryCounter()).isBetween(77, 79);
        assertThat(authority.issued()).hasSize(issued);
    }

    @Test
    void cancelledContractIsNotRenewedAndTheRenewedOneIsRevokedWithIt() {
        KeyedCertificate vehicle = vehicle();
        TestCar.Installed old = carWith(emaid(24), vehicle);
        TestCar car = new TestCar(vehicle, pki);
        prolong(emaid(24), vehicle, 300);
        assertThat(update(car.updateRequest(old)).field("status")).isEqualTo("Accepted");
        int revoked = authority.revoked().size();
        emsp.delete(CONTRACTS + "/" + emaid(24));
        assertThat(authority.revoked()).hasSize(revoked + 2);
        PoolClient.Answer answer = update(car.updateRequest(old));
        assertThat(answer.field("reason")).isEqualTo("CERTIFICATE_REVOKED");
        assertThat(TestCar.updateRefused(answer.exi()).retryCounter()).isEqualTo(-1);
        assertThat(prolong(emaid(24), vehicle, 301).field("reason")).isEqualTo("NOT_READY");
    }

    @Test
    void certificateNotMadeHereAndWrongSignerGetNothing() {
        TestCar car = new TestCar(pki);
        int issued = authority.issued().size();
        Bytes foreign =
                car.updateRequest(
                        pki.chain(Iso2Profile.CONTRACT_LEAF),
                        pki.options().emaid().canonical(),
                        pki.key(Iso2Profile.CONTRACT_LEAF));
        assertThat(update(foreign).field("reason")).isEqualTo("CERTIFICATE_UNKNOWN");
        Bytes forged =
                car.updateRequest(
                        pki.chain(Iso2Profile.CONTRACT_LEAF),
                        pki.options().emaid().canonical(),
                        other.key(Iso2Profile.CONTRACT_LEAF));
        PoolClient.Answer refused = update(forged);
        assertThat(refused.field("responseCode")).isEqualTo("FAILED_SIGNATURE_ERROR");
        assertThat(update(car.request()).status()).isEqualTo(400);
        assertThat(authority.issued()).hasSize(issued);
    }

    @Test
    void renewalOutlivesAnAuthorityThatIsAway() {
        KeyedCertificate vehicle = vehicle();
        TestCar.Installed old = carWith(emaid(25), vehicle);
        TestCar car = new TestCar(vehicle, pki);
        prolong(emaid(25), vehicle, 300);
        authority.down(true);
        assertThat(update(car.updateRequest(old)).status()).isEqualTo(502);
        authority.down(false);
        assertThat(update(car.updateRequest(old)).field("status")).isEqualTo("Accepted");
    }

    @Test
    void providersProlongTheirOwnContractsOnlyAndOnlyForLonger() {
        KeyedCertificate vehicle = vehicle();
        carWith(emaid(26), vehicle);
        Map<String, String> longer =
                Map.of("pcid", pcid(vehicle), "ends", now.plus(Duration.ofDays(300)).toString());
        String path = CONTRACTS + "/" + emaid(26) + "/renewal";
        assertThat(client("emsp-token-of-another-one-").put(path, longer).status()).isEqualTo(404);
        assertThat(cpo.put(path, longer).status()).isEqualTo(403);
        assertThat(prolong(emaid(26), newVehicle(), 300).status()).isEqualTo(404);
        assertThat(prolong(emaid(26), vehicle, 99).field("reason")).isEqualTo("NOT_LATER");
    }
}

package org.plugcharge.csms;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.TestPki;
import org.plugcharge.csms.rating.TransactionKey;
import org.plugcharge.csms.store.CdrView;
import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.json.PayloadText;
import org.plugcharge.ocpp.station.SeccCertificate;
import org.plugcharge.ocpp.station.Station;
import org.plugcharge.ocpp.station.StationOptions;
import org.plugcharge.ocpp.v201.AuthorizationStatus;
import org.plugcharge.ocpp.v201.CertificateAction;
import org.plugcharge.ocpp.v201.IdTokenType;
import org.plugcharge.ocpp.v201.RequestStartStopStatus;
import org.plugcharge.ocpp.v201.RequestStopTransactionRequest;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.evse.MeterReading;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class CsmsHostTest {

    private static World world;

    @TempDir private Path directory;

    @BeforeAll
    static void begin() throws IOException {
        world = new World();
    }

    @AfterAll
    static void end() throws IOException {
        world.close();
    }

    @Test
    void aStationEnrolsItsSeccCertificateAndKeepsIt() throws Exception {
        SeccCertificate enrolled;
        try (Csms csms = Csms.start(world.options());
                Station station = world.started(csms, directory)) {
            enrolled = get(station.seccCertificate());
            assertThat(verified(enrolled.chain())).isTrue();
            assertThat(csms.connected(World.STATION)).isTrue();
        }
        try (Station again =
                Station.start(world.station(URI.create("wss://127.0.0.1:1/ocpp"), directory))) {
            assertThat(get(again.seccCertificate()).chain()).isEqualTo(enrolled.chain());
        }
    }

    private static boolean verified(CertificateChain chain) {
        return org.plugcharge.certs.ChainValidator.validate(
                        chain,
                        Purpose.SECC,
                        world.pki.anchors(),
                        new org.plugcharge.certs.RevocationSnapshot(
                                org.plugcharge.certs.RevocationSnapshot.Policy.NOT_CHECKED,
                                List.of(),
                                Duration.ofDays(7)),
                        Instant.now())
                instanceof org.plugcharge.certs.Verdict.Valid<?>;
    }

    @Test
    void contractsAreJudgedByChainRevocationNameAndRegister() throws Exception {
        try (Csms csms = Csms.start(world.options());
                Station station = world.started(csms, directory)) {
            get(station.accepted());
            Emaid emaid = world.emaid();
            assertThat(authorize(station, emaid, world.contract()))
                    .isEqualTo(Refusal.CONTRACT_CANCELLED);
            csms.tokens()
                    .put(
                            CsmsOptions.TENANT,
                            IdTokenType.EMAID,
                            emaid.canonical(),
                            AuthorizationStatus.ACCEPTED);
            assertThat(authorize(station, emaid, world.contract())).isNull();

            world.revoke(world.pki.certificate(Iso2Profile.CONTRACT_LEAF));
            assertThat(authorize(station, emaid, world.contract()))
                    .isEqualTo(Refusal.CERTIFICATE_REVOKED);
            world.reinstate(world.pki.certificate(Iso2Profile.CONTRACT_LEAF));
            assertThat(authorize(station, emaid, world.contract())).isNull();

            CertificateChain forged =
                    TestPki.create(
                                    TestPki.Options.of(Bytes.of((byte) 8), Instant.now())
                                            .statusAt("http://127.0.0.1:1/"))
                            .chain(Iso2Profile.CONTRACT_LEAF);
            assertThat(authorize(station, emaid, forged))
                    .isEqualTo(Refusal.CERTIFICATE_CHAIN_ERROR);
            assertThat(authorize(station, new Emaid("DEPNCC99999999"), world.contract()))
                    .isEqualTo(Refusal.CERTIFICATE_CHAIN_ERROR);

            CertificateChain otherContract = contractOf("DEPNCC00000002");
            assertThat(authorize(station, new Emaid("DEPNCC00000002"), otherContract))
                    .isEqualTo(Refusal.CONTRACT_CANCELLED);
            csms.tokens()
                    .put(
                            CsmsOptions.TENANT,
                            IdTokenType.EMAID,
                            "DE-PNC-C00000002",
                            AuthorizationStatus.NO_CREDIT);
            assertThat(authorize(station, new Emaid("DEPNCC00000002"), otherContract))
                    .isEqualTo(Refusal.REFUSED);

            assertThat(get(station.authorize(World.EVSE, new Identification.External())))
                    .isInstanceOf(Authorization.Rejected.class);
            csms.tokens()
                    .put(
                            CsmsOptions.TENANT,
                            World.CARD.type(),
                            World.CARD.idToken(),
                            AuthorizationStatus.ACCEPTED);
            assertThat(get(station.authorize(World.EVSE, new Identification.External())))
                    .isEqualTo(new Authorization.Accepted());
        }
    }

    @Test
    void hashDataAloneAreRefusedAndTheStationSendsTheChain() throws Exception {
        Emaid emaid = new Emaid("DEPNCC00000003");
        CertificateChain contract = contractOf("DEPNCC00000003");
        List<String> frames = Collections.synchronizedList(new ArrayList<>());
        CsmsOptions options =
                world.options().tapped((at, station, sent, frame) -> frames.add(frame));
        try (Csms csms = Csms.start(options);
                Station station =
                        Station.start(
                                StationOptions.of(
                                        csms.ocpp(),
                                        World.STATION,
                                        World.PASSWORD,
                                        world.station(csms.ocpp(), directory)
                                                .anchors()
                                                .withMoRoots(
                                                        world.pki.certificate(Iso2Profile.MO_ROOT)),
                                        directory,
                                        World.EVSE))) {
            get(station.accepted());
            csms.tokens()
                    .put(
                            CsmsOptions.TENANT,
                            IdTokenType.EMAID,
                            emaid.canonical(),
                            AuthorizationStatus.ACCEPTED);
            assertThat(authorize(station, emaid, contract)).isNull();
            assertThat(frames)
                    .filteredOn(frame -> frame.contains("\"Authorize\""))
                    .satisfiesExactly(
                            first -> assertThat(first).contains("iso15118CertificateHashData"),
                            second -> assertThat(second).contains("BEGIN CERTIFICATE"));

            station.deviceModel().set("ISO15118Ctrlr.CentralContractValidationAllowed", "false");
            assertThat(authorize(station, emaid, contract))
                    .isEqualTo(Refusal.CERTIFICATE_CHAIN_ERROR);
        }
    }

    private static CertificateChain contractOf(String account) {
        return world.pki.chainOf(
                world.pki
                        .issue(
                                Iso2Profile.CONTRACT_LEAF,
                                Subject.named(new Emaid(account).canonical()),
                                account)
                        .certificate(),
                Iso2Profile.CONTRACT_LEAF);
    }

    private static @Nullable Refusal authorize(Station station, Emaid emaid, CertificateChain chain)
            throws Exception {
        Authorization answer =
                get(station.authorize(World.EVSE, new Identification.Contract(emaid, chain)));
        return answer instanceof Authorization.Rejected rejected ? rejected.refusal() : null;
    }

    @Test
    void withoutTheCsmsNobodyCharges() throws Exception {
        try (Station station =
                Station.start(world.station(URI.create("wss://127.0.0.1:1/ocpp"), directory))) {
            assertThat(authorize(station, world.emaid(), world.contract()))
                    .isEqualTo(Refusal.UNREACHABLE);
        }
    }

    @Test
    void theCertificateRequestGoesToThePoolAndTheAnswerComesBackAsItIs() throws Exception {
        Bytes request = Bytes.fromHex("80980210ab");
        Bytes response = Bytes.fromHex("80980220cd");
        Bytes updated = Bytes.fromHex("80980230ef");
        CsmsOptions options =
                world.options()
                        .with((schema, action, exi, deadline) ->
                                new org.plugcharge.csms.backend.CertificateProvisioning.Answer(
                                        exi.equals(request),
                                        action == CertificateAction.UPDATE ? updated : response,
                                        exi.equals(request) ? "" : "NO_CONTRACT"));
        try (Csms csms = Csms.start(options);
                Station station = world.started(csms, directory)) {
            get(station.accepted());
            assertThat(get(station.install(World.EVSE, request))).isEqualTo(response);
            assertThat(get(station.update(World.EVSE, request))).isEqualTo(updated);
            assertThat(get(station.update(World.EVSE, Bytes.fromHex("00")))).isEqualTo(updated);
            assertThat(get(station.install(World.EVSE, Bytes.fromHex("00")))).isEqualTo(response);
            assertThat(
                            station.install(World.EVSE, Bytes.owning(new byte[4300]))
                                    .toCompletableFuture())
                    .isCompletedExceptionally();
        }
    }

    @Test
    void theCsmsEndsATransactionThatRuns() throws Exception {
        try (Csms csms = Csms.start(world.options());
                Station station = world.started(csms, directory)) {
            get(station.accepted());
            Instant start = Instant.now().minusSeconds(60);
            station.tell(World.EVSE, new ChargingEvent.Connected(start));
            station.tell(
                    World.EVSE,
                    new ChargingEvent.Started(
                            start, new Identification.External(), meter(start, 1000)));
            get(station.delivered());
            String transaction = csms.transactions().views(1).getFirst().transactionId();
            assertThat(stop(csms, transaction)).isEqualTo(RequestStartStopStatus.REJECTED);

            CountDownLatch told = new CountDownLatch(1);
            station.endChargingBy(World.EVSE, told::countDown);
            assertThat(stop(csms, "another")).isEqualTo(RequestStartStopStatus.REJECTED);
            assertThat(told.getCount()).isEqualTo(1);
            assertThat(stop(csms, transaction)).isEqualTo(RequestStartStopStatus.ACCEPTED);
            told.await();
            Instant end = Instant.now();
            station.tell(
                    World.EVSE,
                    new ChargingEvent.Ended(
                            end, meter(end, 1200), ChargingEvent.EndReason.STATION));
            station.tell(World.EVSE, new ChargingEvent.Disconnected(end));
            get(station.delivered());
            assertThat(stop(csms, transaction)).isEqualTo(RequestStartStopStatus.REJECTED);
        }
    }

    private static RequestStartStopStatus stop(Csms csms, String transaction) {
        return csms.call(
                        World.STATION,
                        new RequestStopTransactionRequest(transaction),
                        Duration.ofSeconds(20))
                .join()
                .status();
    }

    @Test
    void aSessionThroughARestartOfTheCsmsIsBilledOnce() throws Exception {
        CsmsOptions options = world.options();
        int before;
        int port;
        Station station;
        Instant start = Instant.now().minusSeconds(3600);
        Csms csms = Csms.start(options);
        try {
            before = csms.cdrs().size();
            port = csms.ocpp().getPort();
            csms.tokens()
                    .put(
                            CsmsOptions.TENANT,
                            World.CARD.type(),
                            World.CARD.idToken(),
                            AuthorizationStatus.ACCEPTED);
            station = world.started(csms, directory);
            get(station.accepted());
            assertThat(get(station.authorize(World.EVSE, new Identification.External())))
                    .isEqualTo(new Authorization.Accepted());
            station.tell(World.EVSE, new ChargingEvent.Connected(start));
            station.tell(
                    World.EVSE,
                    new ChargingEvent.Started(
                            start, new Identification.External(), meter(start, 1_000_000)));
            station.tell(World.EVSE, metered(start.plusSeconds(600), 1_003_333));
            get(station.delivered());
        } finally {
            csms.close();
        }
        station.tell(World.EVSE, metered(start.plusSeconds(1200), 1_006_666));
        Instant end = start.plusSeconds(3600);
        station.tell(
                World.EVSE,
                new ChargingEvent.Ended(
                        end, meter(end, 1_020_000), ChargingEvent.EndReason.VEHICLE));
        station.tell(World.EVSE, new ChargingEvent.Disconnected(end));
        try (Csms again = Csms.start(options.listening("127.0.0.1", 0, port))) {
            get(station.delivered());
            List<CdrView> cdrs = again.cdrs();
            assertThat(cdrs).hasSize(before + 1);
            CdrView cdr = cdrs.getFirst();
            assertThat(cdr.energyWh()).isEqualByComparingTo("20000");
            assertThat(cdr.net()).isEqualByComparingTo("17.50");
            assertThat(cdr.gross()).isEqualByComparingTo("20.83");
            assertThat(cdr.token()).isEqualTo(World.CARD.idToken());
            assertThat(again.transactions().views(10).getFirst().state()).isEqualTo("CLOSED");
            assertThat(again.transactions().views(10).getFirst().events()).isEqualTo(4);
        } finally {
            station.close();
        }
    }

    @Test
    void eventsTwiceAndInAnyOrderMakeOneBill() {
        try (Csms csms = Csms.start(world.options())) {
            Random dice = new Random(11);
            for (int round = 0; round < 10; round++) {
                TransactionKey key =
                        new TransactionKey(CsmsOptions.TENANT, World.STATION, "shuffled-" + round);
                List<org.plugcharge.ocpp.v201.TransactionEventRequest> events =
                        new ArrayList<>(Recorded.session(key.transactionId()));
                events.addAll(Recorded.session(key.transactionId()));
                Collections.shuffle(events, dice);
                events.forEach(event -> csms.transactions().take(key, event));
                CdrView cdr = csms.transactions().cdr(key).orElseThrow();
                assertThat(cdr.energyWh()).isEqualByComparingTo("20000");
                assertThat(cdr.gross()).isEqualByComparingTo("20.83");
            }
            assertThat(
                            csms.cdrs().stream()
                                    .filter(cdr -> cdr.transactionId().startsWith("shuffled-")))
                    .hasSize(10);
        }
    }

    /**
     * A contract in two places at once: it is told of, and refused where it is good for one
     * transaction at a time, until the other is over.
     */
    @Test
    void aContractInTwoPlacesIsToldAndMayBeRefused() throws Exception {
        try (Csms csms = Csms.start(world.options());
                Station station = world.started(csms, directory)) {
            get(station.accepted());
            Emaid emaid = new Emaid("DEPNCC00000003");
            CertificateChain chain = contractOf("DEPNCC00000003");
            Instant now = Instant.now();
            take(csms, "CS-0002", "Started", 0, emaid, now);
            csms.tokens()
                    .put(
                            CsmsOptions.TENANT,
                            IdTokenType.EMAID,
                            emaid.canonical(),
                            AuthorizationStatus.ACCEPTED);
            assertThat(authorize(station, emaid, chain)).isNull();
            take(csms, "CS-0003", "Started", 0, emaid, now.minusSeconds(86_400));
            assertThat(usedTwice()).as("what a station tells of yesterday").isEmpty();
            take(csms, World.STATION, "Started", 0, emaid, now.plusSeconds(1));
            take(csms, World.STATION, "Updated", 1, emaid, now.plusSeconds(2));
            assertThat(usedTwice()).containsExactly(emaid.masked() + " also at CS-0002");

            csms.tokens()
                    .put(
                            CsmsOptions.TENANT,
                            IdTokenType.EMAID,
                            emaid.canonical(),
                            AuthorizationStatus.CONCURRENT_TX);
            assertThat(authorize(station, emaid, chain)).isEqualTo(Refusal.REFUSED);
            take(csms, "CS-0002", "Ended", 1, emaid, now.plusSeconds(3));
            assertThat(authorize(station, emaid, chain)).isNull();
        }
    }

    private static void take(
            Csms csms, String station, String type, int seqNo, Emaid emaid, Instant at) {
        String json =
                """
                {"eventType":"%s","timestamp":"%s","triggerReason":"Authorized","seqNo":%d,
                 "transactionInfo":{"transactionId":"one"},
                 "idToken":{"idToken":"%s","type":"eMAID"}}
                """
                        .formatted(type, at, seqNo, emaid.canonical());
        csms.transactions()
                .take(
                        new TransactionKey(CsmsOptions.TENANT, station, "used-twice"),
                        PayloadText.read(
                                json, org.plugcharge.ocpp.v201.TransactionEventRequest.class));
    }

    private static List<String> usedTwice() throws SQLException {
        List<String> told = new ArrayList<>();
        try (var connection =
                        world.postgres.getDatabase("postgres", world.database).getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select tech_info from security_event where type ="
                                        + " 'ContractUsedTwice'")) {
            while (rows.next()) {
                told.add(rows.getString(1));
            }
        }
        return told;
    }

    @Test
    void strangersAndOldConnectionsAreShownOut() throws Exception {
        try (Csms csms = Csms.start(world.options());
                Station first = world.started(csms, directory.resolve("1"))) {
            get(first.accepted());
            try (Station impostor =
                    Station.start(
                            org.plugcharge.ocpp.station.StationOptions.of(
                                    csms.ocpp(),
                                    World.STATION,
                                    "not the password at all",
                                    world.station(csms.ocpp(), directory).anchors(),
                                    directory.resolve("2"),
                                    World.EVSE))) {
                assertThat(impostor.accepted().toCompletableFuture())
                        .failsWithin(Duration.ofSeconds(1))
                        .withThrowableOfType(java.util.concurrent.TimeoutException.class);
                assertThat(first.online()).isTrue();
            }
            try (Station newer = world.started(csms, directory.resolve("3"))) {
                get(newer.accepted());
                assertThat(csms.connected(World.STATION)).isTrue();
            }
        }
    }

    @Test
    void theHttpInterfaceWantsItsToken() throws Exception {
        try (Csms csms = Csms.start(world.options());
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(status(client, csms.http().resolve("/api/v1/cdrs"), "nonsense"))
                    .isEqualTo(401);
            assertThat(status(client, csms.http().resolve("/api/v1/cdrs"), csms.adminToken()))
                    .isEqualTo(200);
            assertThat(status(client, csms.http().resolve("/health"), "")).isEqualTo(200);
            HttpRequest put =
                    HttpRequest.newBuilder(
                                    csms.http().resolve("/api/v1/tokens/eMAID/DEPNCC00000009"))
                            .header("Authorization", "Bearer " + csms.adminToken())
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString("{\"status\":\"Blocked\"}"))
                            .build();
            assertThat(client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(204);
            HttpRequest wrong =
                    HttpRequest.newBuilder(csms.http().resolve("/api/v1/tokens/eMAID/nonsense"))
                            .header("Authorization", "Bearer " + csms.adminToken())
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString("{\"status\":\"Blocked\"}"))
                            .build();
            assertThat(client.send(wrong, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(400);
        }
    }

    private static int status(HttpClient client, URI uri, String token) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static ChargingEvent.Metered metered(Instant at, long wattHours) {
        return new ChargingEvent.Metered(at, meter(at, wattHours), 400_000, 50_000, 40);
    }

    private static MeterReading meter(Instant at, long wattHours) {
        return new MeterReading("M1", at, wattHours);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}

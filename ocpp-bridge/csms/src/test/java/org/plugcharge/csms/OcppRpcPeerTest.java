package org.plugcharge.csms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.station.Station;
import org.plugcharge.ocpp.v201.AuthorizationStatus;
import org.plugcharge.ocpp.v201.IdTokenType;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.evse.MeterReading;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The npm package ocpp-rpc 2.2.1, which checks every payload against OCA's schemas, at the other
 * end of each side.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class OcppRpcPeerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static World world;

    @TempDir private Path directory;

    @BeforeAll
    static void begin() throws IOException {
        NodePeer.home();
        world = new World();
    }

    @AfterAll
    static void end() throws IOException {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void ourStationAtTheirCsms() throws Exception {
        Path certificate = directory.resolve("server.pem");
        Files.writeString(certificate, world.pki.chain(Iso2Profile.TLS_SERVER).pem());
        Path key = directory.resolve("server.key");
        Files.writeString(
                key, Pem.of(Pem.PRIVATE_KEY, world.pki.key(Iso2Profile.TLS_SERVER).pkcs8()));
        try (NodePeer csms =
                NodePeer.start(
                        directory,
                        "peer-csms.js",
                        certificate.toString(),
                        key.toString(),
                        World.PASSWORD)) {
            int port = csms.await("its port", line -> line.has("port")).path("port").asInt();
            try (Station station =
                    Station.start(
                            world.station(
                                    URI.create("wss://127.0.0.1:" + port + "/ocpp"), directory))) {
                assertThat(
                                csms.await("connected", line -> line.has("connected"))
                                        .path("protocol")
                                        .asString())
                        .isEqualTo("ocpp2.0.1");
                csms.method("BootNotification");
                csms.method("StatusNotification");
                enrol(csms, station);
                plugAndCharge(csms, station);
                askTheStation(csms);
            }
            csms.saidNothingWasWrong();
        }
    }

    private static void enrol(NodePeer csms, Station station) throws Exception {
        String csr = csms.method("SignCertificate").path("csr").asString();
        String chain =
                new World.Authority(world.pki)
                        .enrolSecc(CertificateRequest.parsePem(csr), World.STATION)
                        .pem();
        String foreign = world.pki.chain(Iso2Profile.CPS_LEAF).pem();
        assertThat(status(csms.call("CertificateSigned", signed(foreign)))).isEqualTo("Rejected");
        assertThat(csms.method("SecurityEventNotification").path("type").asString())
                .isEqualTo("InvalidChargingStationCertificate");
        assertThat(status(csms.call("CertificateSigned", signed(chain)))).isEqualTo("Accepted");
        assertThat(station.seccCertificate().toCompletableFuture())
                .succeedsWithin(java.time.Duration.ofSeconds(60));
    }

    private static void plugAndCharge(NodePeer csms, Station station) throws Exception {
        CompletableFuture<Authorization> contract =
                station.authorize(
                                World.EVSE,
                                new Identification.Contract(world.emaid(), world.contract()))
                        .toCompletableFuture();
        assertThat(csms.method("Authorize").path("certificate").asString())
                .contains("BEGIN CERTIFICATE");
        assertThat(contract.get(60, TimeUnit.SECONDS)).isEqualTo(new Authorization.Accepted());
        assertThat(
                        station.authorize(World.EVSE, new Identification.External())
                                .toCompletableFuture()
                                .get(60, TimeUnit.SECONDS))
                .isInstanceOf(Authorization.Rejected.class);
        Bytes exi = Bytes.fromHex("8098021050908c0c0c0c0c51d4");
        assertThat(station.install(World.EVSE, exi).toCompletableFuture().get(60, TimeUnit.SECONDS))
                .isEqualTo(exi);
        assertThat(csms.method("Get15118EVCertificate").path("action").asString())
                .isEqualTo("Install");
        assertThat(station.update(World.EVSE, exi).toCompletableFuture().get(60, TimeUnit.SECONDS))
                .isEqualTo(exi);
        assertThat(csms.method("Get15118EVCertificate").path("action").asString())
                .isEqualTo("Update");
        Instant start = Instant.now();
        station.tell(World.EVSE, new ChargingEvent.Connected(start));
        station.tell(
                World.EVSE,
                new ChargingEvent.Started(
                        start,
                        new Identification.Contract(world.emaid(), world.contract()),
                        meter(start, 1000)));
        station.tell(
                World.EVSE,
                new ChargingEvent.Metered(
                        start.plusSeconds(5),
                        meter(start.plusSeconds(5), 1100),
                        400_123,
                        125_456,
                        33));
        JsonNode started = csms.method("TransactionEvent");
        assertThat(started.path("seqNo").asInt()).isZero();
        assertThat(csms.method("TransactionEvent").path("seqNo").asInt()).isEqualTo(1);
        Instant end = start.plusSeconds(9);
        station.endChargingBy(
                World.EVSE,
                () ->
                        station.tell(
                                World.EVSE,
                                new ChargingEvent.Ended(
                                        end, meter(end, 1200), ChargingEvent.EndReason.STATION)));
        assertThat(stop(csms, "another")).isEqualTo("Rejected");
        String transaction = started.path("transactionInfo").path("transactionId").asString();
        assertThat(stop(csms, transaction)).isEqualTo("Accepted");
        JsonNode ended = csms.method("TransactionEvent");
        assertThat(ended.path("seqNo").asInt()).isEqualTo(2);
        assertThat(ended.path("triggerReason").asString()).isEqualTo("RemoteStop");
        assertThat(ended.path("transactionInfo").path("stoppedReason").asString())
                .isEqualTo("Remote");
        station.tell(World.EVSE, new ChargingEvent.Disconnected(end));
    }

    private static String stop(NodePeer csms, String transaction) throws Exception {
        return status(
                csms.call(
                        "RequestStopTransaction",
                        JSON.writeValueAsString(Map.of("transactionId", transaction))));
    }

    private static MeterReading meter(Instant at, long wattHours) {
        return new MeterReading("M1", at, wattHours);
    }

    private static void askTheStation(NodePeer csms) throws Exception {
        JsonNode variables =
                csms.call(
                        "GetVariables",
                        """
                        {"getVariableData":[
                          {"component":{"name":"ISO15118Ctrlr"},"variable":{"name":"ContractValidationOffline"}},
                          {"component":{"name":"Nothing"},"variable":{"name":"Nothing"}}]}
                        """);
        assertThat(
                        variables
                                .path("result")
                                .path("getVariableResult")
                                .get(0)
                                .path("attributeValue")
                                .asString())
                .isEqualTo("false");
        assertThat(
                        variables
                                .path("result")
                                .path("getVariableResult")
                                .get(1)
                                .path("attributeStatus")
                                .asString())
                .isEqualTo("UnknownComponent");
        assertThat(
                        csms.call(
                                        "SetVariables",
                                        """
                                        {"setVariableData":[{"attributeValue":"true",
                                          "component":{"name":"ISO15118Ctrlr"},
                                          "variable":{"name":"ContractValidationOffline"}}]}
                                        """)
                                .path("result")
                                .path("setVariableResult")
                                .get(0)
                                .path("attributeStatus")
                                .asString())
                .isEqualTo("Accepted");
        while (waiting(csms)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(status(csms.call("GetInstalledCertificateIds", "{}"))).isEqualTo("Accepted");
        assertThat(status(csms.call("TriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}")))
                .isEqualTo("Accepted");
        csms.method("Heartbeat");
        assertThat(csms.call("Reset", "{\"type\":\"Immediate\"}").path("code").asString())
                .isEqualTo("NotImplemented");
    }

    /**
     * Whether an event is still in the station's queue; the last one's answer may be on its way.
     */
    private static boolean waiting(NodePeer csms) throws Exception {
        JsonNode result = csms.call("GetTransactionStatus", "{}").path("result");
        assertThat(result.path("messagesInQueue").isBoolean()).isTrue();
        return result.path("messagesInQueue").asBoolean();
    }

    @Test
    void theirStationAtOurCsms() throws Exception {
        Bytes exi = Bytes.fromHex("80980220cd");
        CsmsOptions options =
                world.options()
                        .with((schema, action, request, deadline) ->
                                new org.plugcharge.csms.backend.CertificateProvisioning.Answer(
                                        true, exi, ""));
        try (Csms csms = Csms.start(options);
                NodePeer station = stranger(csms)) {
            csms.tokens()
                    .put(
                            CsmsOptions.TENANT,
                            IdTokenType.EMAID,
                            world.emaid().canonical(),
                            AuthorizationStatus.ACCEPTED);
            station.await("connected", line -> line.has("connected"));
            announce(station);
            enrolTheirs(station);
            assertThat(authorize(station, world.contract().pem()))
                    .isEqualTo(Map.of("token", "Accepted", "certificates", "Accepted"));
            assertThat(authorize(station, world.pki.chain(Iso2Profile.CPS_LEAF).pem()))
                    .isEqualTo(Map.of("token", "Invalid", "certificates", "CertChainError"));
            JsonNode installed =
                    station.call(
                            "Get15118EVCertificate",
                            """
                            {"iso15118SchemaVersion":"urn:iso:15118:2:2013:MsgDef","action":"Install","exiRequest":"gJgC"}
                            """);
            assertThat(status(installed)).isEqualTo("Accepted");
            assertThat(installed.path("result").path("exiResponse").asString())
                    .isEqualTo("gJgCIM0=");
            bill(station, csms);
            station.saidNothingWasWrong();
        }
    }

    private static void announce(NodePeer station) throws Exception {
        assertThat(station.call("Heartbeat", "{}").path("code").asString())
                .isEqualTo("SecurityError");
        assertThat(
                        status(
                                station.call(
                                        "BootNotification",
                                        """
                                        {"reason":"PowerUp","chargingStation":{"model":"M","vendorName":"V"}}
                                        """)))
                .isEqualTo("Accepted");
        assertThat(station.call("Heartbeat", "{}").path("result").path("currentTime").asString())
                .isNotEmpty();
        assertThat(
                        station.call(
                                        "StatusNotification",
                                        """
                                        {"timestamp":"2026-11-21T12:00:00Z","connectorStatus":"Available","evseId":1,
                                         "connectorId":1}
                                        """)
                                .has("result"))
                .isTrue();
        assertThat(
                        status(
                                station.call(
                                        "NotifyEVChargingNeeds",
                                        """
                                        {"evseId":1,"chargingNeeds":{"requestedEnergyTransfer":"DC",
                                         "dcChargingParameters":{"evMaxCurrent":400,"evMaxVoltage":1000}}}
                                        """)))
                .isEqualTo("Accepted");
    }

    private static void enrolTheirs(NodePeer station) throws Exception {
        SoftwareKey key = SoftwareKey.generate(Entropy.system(new java.security.SecureRandom()));
        String csr =
                CertificateRequest.create(Subject.named(World.STATION).of("x").in("DE"), key).pem();
        String params =
                JSON.writeValueAsString(Map.of("csr", csr, "certificateType", "V2GCertificate"));
        assertThat(status(station.call("SignCertificate", params))).isEqualTo("Accepted");
        assertThat(station.method("CertificateSigned").path("certificateChain").asString())
                .contains("BEGIN CERTIFICATE");
        String damaged =
                JSON.writeValueAsString(
                        Map.of("csr", "no csr", "certificateType", "V2GCertificate"));
        assertThat(status(station.call("SignCertificate", damaged))).isEqualTo("Rejected");
    }

    private static Map<String, String> authorize(NodePeer station, String pem) throws Exception {
        JsonNode result =
                station.call(
                                "Authorize",
                                JSON.writeValueAsString(
                                        Map.of(
                                                "idToken",
                                                Map.of(
                                                        "idToken",
                                                        world.emaid().canonical(),
                                                        "type",
                                                        "eMAID"),
                                                "certificate",
                                                pem)))
                        .path("result");
        return Map.of(
                "token", result.path("idTokenInfo").path("status").asString(),
                "certificates", result.path("certificateStatus").asString());
    }

    private static void bill(NodePeer station, Csms csms) throws Exception {
        List<String> events =
                Recorded.session("their-transaction").stream()
                        .map(org.plugcharge.ocpp.json.PayloadText::write)
                        .toList();
        for (int i : new int[] {3, 0, 0, 2, 1, 3}) {
            assertThat(station.call("TransactionEvent", events.get(i)).has("result")).isTrue();
        }
        assertThat(
                        station.call("TransactionEvent", events.get(3))
                                .path("result")
                                .path("totalCost")
                                .decimalValue())
                .isEqualByComparingTo("20.83");
        assertThat(
                        csms.cdrs().stream()
                                .filter(cdr -> cdr.transactionId().equals("their-transaction")))
                .hasSize(1);
    }

    @Test
    void whatTheirValidatorRefusesWeRefuseWithTheSameCode() throws Exception {
        try (Csms csms = Csms.start(world.options());
                NodePeer station = station(csms, World.PASSWORD, "loose")) {
            station.await("connected", line -> line.has("connected"));
            station.call(
                    "BootNotification",
                    "{\"reason\":\"PowerUp\",\"chargingStation\":{\"model\":\"M\",\"vendorName\":\"V\"}}");
            String hash =
                    "{\"hashAlgorithm\":\"SHA256\",\"issuerNameHash\":\"a\",\"issuerKeyHash\":\"b\",\"serialNumber\":\"%s\","
                        + "\"responderURL\":\"u\"}";
            String token = "\"idToken\":{\"idToken\":\"A\",\"type\":\"%s\"}";
            refused(station, "Authorize", "{" + token.formatted("EMAID") + "}", "FormatViolation");
            refused(station, "Authorize", "{}", "OccurenceConstraintViolation");
            refused(
                    station,
                    "Authorize",
                    "{" + token.formatted("eMAID") + ",\"x\":1}",
                    "PropertyConstraintViolation");
            refused(
                    station,
                    "Authorize",
                    "{"
                            + token.formatted("eMAID")
                            + ",\"iso15118CertificateHashData\":["
                            + hash.formatted("1".repeat(41))
                            + "]}",
                    "FormatViolation");
            String five = String.join(",", java.util.Collections.nCopies(5, hash.formatted("1")));
            refused(
                    station,
                    "Authorize",
                    "{"
                            + token.formatted("eMAID")
                            + ",\"iso15118CertificateHashData\":["
                            + five
                            + "]}",
                    "OccurenceConstraintViolation");
            refused(
                    station,
                    "Get15118EVCertificate",
                    "{\"iso15118SchemaVersion\":\"v\",\"action\":\"Install\",\"exiRequest\":\""
                            + "A".repeat(5601)
                            + "\"}",
                    "FormatViolation");
            refused(station, "Heartbeat", "{\"a\":1}", "PropertyConstraintViolation");
            refused(station, "Nonsense", "{}", "NotImplemented");
            assertThat(station.call("Heartbeat", "{}").has("result")).isTrue();
        }
    }

    @Test
    void theirStationWithAWrongPasswordGets401() throws Exception {
        try (Csms csms = Csms.start(world.options());
                NodePeer station = station(csms, "wrong-password-here", "strict")) {
            assertThat(
                            station.await("refused", line -> line.has("refused"))
                                    .path("refused")
                                    .asString())
                    .contains("401");
        }
    }

    /** A station that was never here before. */
    private NodePeer stranger(Csms csms) throws IOException {
        csms.stations()
                .register(CsmsOptions.TENANT, "CS-NEW", World.PASSWORD, java.util.Optional.empty());
        return station(csms, "CS-NEW", World.PASSWORD, "strict");
    }

    private NodePeer station(Csms csms, String password, String mode) throws IOException {
        return station(csms, World.STATION, password, mode);
    }

    private NodePeer station(Csms csms, String identity, String password, String mode)
            throws IOException {
        Path root = directory.resolve("root.pem");
        Files.writeString(
                root,
                Pem.of(Pem.CERTIFICATE, world.pki.certificate(Iso2Profile.OPERATOR_ROOT).der()));
        return NodePeer.start(
                directory,
                "peer-station.js",
                csms.ocpp().toString(),
                identity,
                password,
                root.toString(),
                mode);
    }

    private static void refused(NodePeer station, String action, String params, String code)
            throws Exception {
        assertThat(station.call(action, params).path("code").asString()).isEqualTo(code);
    }

    private static String signed(String chain) {
        return JSON.writeValueAsString(
                Map.of("certificateChain", chain, "certificateType", "V2GCertificate"));
    }

    private static String status(JsonNode answer) {
        return answer.path("result").path("status").asString(answer.toString());
    }
}

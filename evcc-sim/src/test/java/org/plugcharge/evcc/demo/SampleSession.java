package org.plugcharge.evcc.demo;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A plausible session made up from a seed, to look at the page without a car; {@code main} writes
 * it to a file.
 */
final class SampleSession {

    static final Instant PLUGGED_IN = Instant.parse("2026-11-21T13:05:12.480Z");
    private static final TestPki PKI = TestPki.create(15118, PLUGGED_IN.minus(Duration.ofHours(1)));
    private static final String SESSION = "4F1A09C2D3E45B60";

    private final Random random = new Random(7);
    private final Timeline timeline = new Timeline();
    private final List<PowerPoint> curve = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private Instant now = PLUGGED_IN.minusMillis(14_300);
    private Instant phaseFrom = now;

    private SampleSession() {}

    /**
     * Writes {@code happy.html} and {@code forged.html} into the folder given, and shows the
     * summary.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        SessionReport happy = happy(420);
        Files.writeString(folder.resolve("happy.html"), ReportPage.html(happy));
        Files.writeString(folder.resolve("forged.html"), ReportPage.html(forged()));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        TerminalStyle style = new TerminalStyle(true, arguments.length > 1, true, 100);
        Summary.lines(happy, folder.resolve("happy.html").toString(), style).forEach(out::println);
        Summary.lines(forged(), folder.resolve("forged.html").toString(), style)
                .forEach(out::println);
    }

    /** A session that charges; {@code loops} requests in the loop. */
    static SessionReport happy(int loops) {
        SampleSession session = new SampleSession();
        session.prepare();
        session.find();
        session.identify();
        session.install();
        session.authorise("Accepted");
        session.powerUp();
        session.charge(loops);
        session.stop();
        BigDecimal wattHours = new BigDecimal("412.38");
        List<Timeline.Entry> entries = session.timeline.entries();
        return new SessionReport(
                "happy",
                "A car plugged in at DE*PNC*E00001, installed its contract, charged 412 Wh and was"
                        + " billed 2.07 EUR without anybody touching anything.",
                PLUGGED_IN,
                Optional.of("DEPNC*******01"),
                new Outcome(
                        List.of(
                                new Outcome.Invariant(
                                        "energy billed = energy metered",
                                        true,
                                        "412.38 Wh = 412.38 Wh"),
                                new Outcome.Invariant(
                                        "exactly one CDR",
                                        true,
                                        "1 CDR after 9 events, 2 of them sent twice"),
                                new Outcome.Invariant(
                                        "contactor opened",
                                        true,
                                        "open 38 ms after PowerDelivery(Stop)"),
                                new Outcome.Invariant(
                                        "no unanswered message",
                                        true,
                                        "every request has its answer"),
                                new Outcome.Invariant(
                                        "contract key belongs to the certificate",
                                        true,
                                        "checked by the car"),
                                new Outcome.Invariant(
                                        "transaction ended",
                                        true,
                                        "StoppedReason EVDisconnected, seqNo 0..8")),
                        KeyFigures.of(entries, Duration.ofMillis(31_240), wattHours)),
                session.phases,
                entries,
                session.curve,
                trees(),
                Optional.of(receipt()),
                List.of(
                        "SDP datagrams went to ::1, because loopback does not route IPv6"
                                + " multicast.",
                        "The power line is a virtual segment; the frames are those of HomePlug"
                                + " Green PHY."));
    }

    /** A contract somebody signed with a key of his own; with hostile text in it. */
    static SessionReport forged() {
        SampleSession session = new SampleSession();
        session.prepare();
        session.find();
        session.identify();
        session.authorise("Rejected");
        Phase last = session.phases.removeLast();
        session.phases.add(
                new Phase(last.stage(), last.from(), last.until(), false, "FAILED_CertChainError"));
        List<Timeline.Entry> entries = session.timeline.entries();
        return new SessionReport(
                "forged-contract",
                "A car came with a contract that no mobility operator signed; the station refused"
                        + " it before any energy flowed.",
                PLUGGED_IN,
                Optional.of("DEPNC*******01"),
                new Outcome(
                        List.of(
                                new Outcome.Invariant("no energy delivered", true, "0 Wh"),
                                new Outcome.Invariant(
                                        "no CDR", false, "1 CDR found <script>alert(1)</script>")),
                        KeyFigures.of(entries, Duration.ofMillis(19_100), BigDecimal.ZERO)),
                session.phases,
                entries,
                List.of(),
                forgedTrees(),
                Optional.empty(),
                List.of());
    }

    static List<CertificateTree> trees() {
        List<CertificateTree.Member> members = new ArrayList<>();
        for (Iso2Profile profile : Iso2Profile.values()) {
            if (profile != Iso2Profile.OCSP_SIGNER) {
                members.add(
                        new CertificateTree.Member(PKI.certificate(profile).der(), use(profile)));
            }
        }
        return CertificateTree.of(members);
    }

    /** The root of one PKI above the contract of another that names it. */
    static List<CertificateTree> forgedTrees() {
        TestPki other = TestPki.create(666, PLUGGED_IN.minus(Duration.ofHours(1)));
        return CertificateTree.of(
                List.of(
                        new CertificateTree.Member(
                                PKI.certificate(Iso2Profile.MO_ROOT).der(), "trusted"),
                        new CertificateTree.Member(
                                other.certificate(Iso2Profile.MO_SUB_CA_1).der(), ""),
                        new CertificateTree.Member(
                                other.certificate(Iso2Profile.MO_SUB_CA_2).der(), ""),
                        new CertificateTree.Member(
                                other.certificate(Iso2Profile.CONTRACT_LEAF).der(),
                                "contract presented")));
    }

    private static String use(Iso2Profile profile) {
        return switch (profile) {
            case SECC_LEAF -> "station, TLS";
            case CONTRACT_LEAF -> "contract, signed Authorization";
            case OEM_PROVISIONING_LEAF -> "vehicle, asked for its contract";
            case CPS_LEAF -> "CPS, signed the contract data";
            case TLS_SERVER -> "CSMS, OCPP over TLS";
            case V2G_ROOT, MO_ROOT, OEM_ROOT, OPERATOR_ROOT -> "trust anchor";
            default -> "";
        };
    }

    static Receipt receipt() {
        return new Receipt(
                "CDR-4be1f0c2a96d4f1e8a3370c5d1b2e9f4",
                "b7c41a6e-5f0e-4a3e-9d58-1f64a2c77e10",
                "DEPNC000000018",
                "DE*PNC*E00001",
                PLUGGED_IN.plusMillis(2_900),
                PLUGGED_IN.plusMillis(13_700),
                new BigDecimal("0.41238"),
                List.of(
                        new Receipt.Line(
                                "Energy",
                                new BigDecimal("0.41238"),
                                "kWh",
                                new BigDecimal("0.49"),
                                new BigDecimal("0.20")),
                        new Receipt.Line(
                                "Time",
                                new BigDecimal("0.180000"),
                                "min",
                                new BigDecimal("0.25"),
                                new BigDecimal("0.05")),
                        new Receipt.Line(
                                "Session",
                                BigDecimal.ONE,
                                "session",
                                new BigDecimal("1.49"),
                                new BigDecimal("1.49"))),
                new BigDecimal("1.74"),
                new BigDecimal("19"),
                new BigDecimal("0.33"),
                new BigDecimal("2.07"),
                "EUR",
                "standard-2026, version 3");
    }

    private void prepare() {
        pass(9_200_000);
        ask(
                Layer.HTTP,
                Lane.CA,
                Lane.CA,
                "root ceremony: V2G, MO, OEM",
                "14 certificates issued",
                null,
                30);
        exchange(
                Layer.HTTP,
                Lane.CSMS,
                Lane.POOL,
                "POST /contracts",
                "{\"pcid\": \"WPCTESTVEHICLE001\", \"emaid\": \"DEPNC000000018\"}",
                "201 Created",
                "{\"emaid\": \"DEPNC000000018\", \"state\": \"PROVISIONED\"}",
                48_000);
        exchange(
                Layer.OCPP,
                Lane.STATION,
                Lane.CSMS,
                "BootNotificationRequest",
                ocpp(
                        "BootNotification",
                        "{\"reason\": \"PowerUp\", \"chargingStation\": {\"model\": \"plugcharge\","
                                + " \"vendorName\": \"plugcharge\"}}"),
                "BootNotificationResponse",
                "[3, \"8f41\", {\"currentTime\": \"2026-11-21T13:05:09Z\", \"interval\": 300,"
                        + " \"status\": \"Accepted\"}]",
                9_400);
        exchange(
                Layer.OCPP,
                Lane.STATION,
                Lane.CSMS,
                "SignCertificateRequest",
                ocpp(
                        "SignCertificate",
                        "{\"certificateType\": \"V2GCertificate\", \"csr\": \"-----BEGIN"
                                + " CERTIFICATE REQUEST-----\\nMIIBJzCBzgIBADA\"}"),
                "SignCertificateResponse",
                "[3, \"8f42\", {\"status\": \"Accepted\"}]",
                3_100);
        exchange(
                Layer.HTTP,
                Lane.CSMS,
                Lane.CA,
                "POST /secc/certificates",
                "{\"csr\": \"MIIBJzCBzgIBADA\"}",
                "201 Created",
                "{\"octets\": 563}",
                21_000);
        exchange(
                Layer.OCPP,
                Lane.CSMS,
                Lane.STATION,
                "CertificateSignedRequest",
                ocpp(
                        "CertificateSigned",
                        "{\"certificateType\": \"V2GCertificate\", \"certificateChain\":"
                                + " \"-----BEGIN CERTIFICATE-----\"}"),
                "CertificateSignedResponse",
                "[3, \"c19\", {\"status\": \"Accepted\"}]",
                5_200);
        now = PLUGGED_IN.minusMillis(40);
        phase(Stage.PREPARE, "4 services, 19 certificates, 1 contract");
        now = PLUGGED_IN;
    }

    private void find() {
        exchange(
                Layer.EVSE,
                Lane.STATION,
                Lane.STATION,
                "control pilot B",
                "9 V",
                "oscillator on, 5 %",
                "",
                800);
        exchange(
                Layer.SLAC,
                Lane.CAR,
                Lane.STATION,
                "CM_SLAC_PARM.REQ",
                "{\"runId\": \"a1b2c3d4e5f60718\"}",
                "CM_SLAC_PARM.CNF",
                "{\"soundCount\": 10, \"timeOutMs\": 600}",
                12_000);
        for (int i = 10; i > 0; i--) {
            ask(
                    Layer.SLAC,
                    Lane.CAR,
                    Lane.STATION,
                    "CM_MNBC_SOUND.IND",
                    "{\"remaining\": " + (i - 1) + "}",
                    octets(71),
                    24_000);
        }
        exchange(
                Layer.SLAC,
                Lane.STATION,
                Lane.CAR,
                "CM_ATTEN_CHAR.IND",
                "{\"groups\": 58, \"meanDb\": 9.4}",
                "CM_ATTEN_CHAR.RSP",
                "{\"result\": 0}",
                11_000);
        exchange(
                Layer.SLAC,
                Lane.CAR,
                Lane.STATION,
                "CM_SLAC_MATCH.REQ",
                "{}",
                "CM_SLAC_MATCH.CNF",
                "{\"nid\": \"b0f2e695666b03\"}",
                9_000);
        phase(Stage.MATCH, "9.4 dB, one station in sight");
        exchange(
                Layer.SDP,
                Lane.CAR,
                Lane.STATION,
                "SECCDiscoveryReq",
                "{\"security\": \"TLS\", \"transport\": \"TCP\"}",
                "SECCDiscoveryRes",
                "{\"address\": \": :1\", \"port\": 61342, \"security\": \"TLS\"}",
                1_900);
        phase(Stage.DISCOVER, "::1 port 61342, TLS");
        ask(
                Layer.TLS,
                Lane.CAR,
                Lane.STATION,
                "ClientHello",
                "TLS 1.2, trusted_ca_keys, status_request",
                null,
                300);
        ask(
                Layer.TLS,
                Lane.STATION,
                Lane.CAR,
                "ServerHello, Certificate, CertificateStatus",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                null,
                14_000);
        ask(Layer.TLS, Lane.CAR, Lane.STATION, "Finished", "", null, 8_000);
        phase(Stage.CONNECT, "TLS 1.2, ECDHE-ECDSA-AES128-CBC-SHA256, stapled");
    }

    private void identify() {
        v2g(
                "supportedAppProtocol",
                "{\"appProtocol\": [{\"protocolNamespace\": \"urn:iso:15118:2:2013:MsgDef\","
                        + " \"versionNumberMajor\": 2, \"versionNumberMinor\": 0, \"schemaId\": 10,"
                        + " \"priority\": 1}]}",
                "{\"responseCode\": \"OK_SuccessfulNegotiation\", \"schemaId\": 10}",
                36,
                4,
                2_100);
        v2g(
                "SessionSetup",
                body("SessionSetupReq", "{\"evccId\": \"020000000001\"}"),
                body(
                        "SessionSetupRes",
                        "{\"responseCode\": \"OK_NewSessionEstablished\", \"evseId\":"
                                + " \"DE*PNC*E00001\", \"evseTimeStamp\": 1795266313}"),
                22,
                41,
                1_600);
        v2g(
                "ServiceDiscovery",
                body("ServiceDiscoveryReq", "{}"),
                body(
                        "ServiceDiscoveryRes",
                        "{\"responseCode\": \"OK\", \"paymentOptionList\": [\"Contract\","
                                + " \"ExternalPayment\"], \"chargeService\": {\"serviceId\": 1,"
                                + " \"serviceCategory\": \"EVCharging\", \"freeService\": false,"
                                + " \"supportedEnergyTransferMode\": [\"DC_extended\"]},"
                                + " \"serviceList\": [{\"serviceId\": 2, \"serviceName\":"
                                + " \"Certificate\", \"serviceCategory\": \"ContractCertificate\","
                                + " \"freeService\": true}]}"),
                13,
                44,
                1_200);
        v2g(
                "ServiceDetail",
                body("ServiceDetailReq", "{\"serviceId\": 2}"),
                body(
                        "ServiceDetailRes",
                        "{\"responseCode\": \"OK\", \"serviceId\": 2, \"serviceParameterList\":"
                            + " [{\"parameterSetId\": 1, \"parameter\": [{\"name\": \"Service\","
                            + " \"stringValue\": \"Installation\"}]}]}"),
                15,
                48,
                1_000);
        v2g(
                "PaymentServiceSelection",
                body(
                        "PaymentServiceSelectionReq",
                        "{\"selectedPaymentOption\": \"Contract\", \"selectedServiceList\":"
                            + " [{\"serviceId\": 1}, {\"serviceId\": 2, \"parameterSetId\": 1}]}"),
                body("PaymentServiceSelectionRes", "{\"responseCode\": \"OK\"}"),
                17,
                13,
                900);
        phase(Stage.IDENTIFY, "ISO 15118-2, DC_extended, Contract");
    }

    private void install() {
        String certificate = PKI.certificate(Iso2Profile.OEM_PROVISIONING_LEAF).der().toHex();
        Bytes request = octets(1_204);
        message(
                Layer.V2G,
                Lane.CAR,
                Lane.STATION,
                "CertificateInstallationReq",
                body(
                        "CertificateInstallationReq",
                        "{\"id\": \"id1\", \"oemProvisioningCert\": \""
                                + certificate
                                + "\", \"listOfRootCertificateIds\": [{\"x509IssuerName\":"
                                + " \"CN=TEST V2G ROOT,O=TEST,C=DE,DC=V2G\","
                                + " \"x509SerialNumber\": 5139}]}"),
                request,
                false);
        pass(3_000);
        message(
                Layer.OCPP,
                Lane.STATION,
                Lane.CSMS,
                "Get15118EVCertificateRequest",
                ocpp(
                        "Get15118EVCertificate",
                        "{\"action\": \"Install\", \"iso15118SchemaVersion\":"
                            + " \"urn:iso:15118:2:2013:MsgDef\", \"exiRequest\": \"gJoCT2hC\"}"),
                octets(1_890),
                false);
        pass(4_000);
        message(
                Layer.HTTP,
                Lane.CSMS,
                Lane.POOL,
                "POST /installations",
                "{\"exiRequest\": \"gJoCT2hC\"}",
                octets(1_700),
                false);
        pass(61_000);
        message(
                Layer.HTTP,
                Lane.POOL,
                Lane.CSMS,
                "200 OK",
                "{\"emaid\": \"DEPNC000000018\", \"signedFragments\": 4}",
                octets(6_140),
                false);
        pass(2_000);
        message(
                Layer.OCPP,
                Lane.CSMS,
                Lane.STATION,
                "Get15118EVCertificateResponse",
                "[3, \"8f44\", {\"status\": \"Accepted\", \"exiResponse\": \"gJoCT2hCMTUx\"}]",
                octets(5_600),
                false);
        pass(2_400);
        message(
                Layer.V2G,
                Lane.STATION,
                Lane.CAR,
                "CertificateInstallationRes",
                body(
                        "CertificateInstallationRes",
                        "{\"responseCode\": \"OK\", \"saProvisioningCertificateChain\":"
                                + " {\"certificate\": \""
                                + PKI.certificate(Iso2Profile.CPS_LEAF).der().toHex()
                                + "\"}, \"contractSignatureCertChain\": {\"id\": \"id1\","
                                + " \"certificate\": \""
                                + PKI.certificate(Iso2Profile.CONTRACT_LEAF).der().toHex()
                                + "\"}, \"contractSignatureEncryptedPrivateKey\": {\"id\": \"id2\","
                                + " \"value\": \""
                                + octets(48).toHex()
                                + "\"}, \"dhpublickey\": {\"id\": \"id3\", \"value\": \""
                                + octets(65).toHex()
                                + "\"}, \"emaid\": {\"id\": \"id4\", \"value\":"
                                + " \"DEPNC000000018\"}}"),
                octets(4_188),
                false);
        pass(9_000);
        phase(Stage.INSTALL, "CPS signature holds over 4 fragments; key fits");
    }

    private void authorise(String result) {
        boolean accepted = result.equals("Accepted");
        message(
                Layer.V2G,
                Lane.CAR,
                Lane.STATION,
                "PaymentDetailsReq",
                body(
                        "PaymentDetailsReq",
                        "{\"emaid\": \"DEPNC000000018\", \"contractSignatureCertChain\":"
                                + " {\"certificate\": \""
                                + PKI.certificate(Iso2Profile.CONTRACT_LEAF).der().toHex()
                                + "\"}}"),
                octets(1_690),
                false);
        pass(2_600);
        message(
                Layer.OCPP,
                Lane.STATION,
                Lane.CSMS,
                "AuthorizeRequest",
                ocpp(
                        "Authorize",
                        "{\"idToken\": {\"idToken\": \"DEPNC000000018\", \"type\": \"eMAID\"},"
                                + " \"certificate\": \"-----BEGIN CERTIFICATE-----\"}"),
                octets(3_020),
                false);
        pass(1_000);
        message(
                Layer.V2G,
                Lane.STATION,
                Lane.CAR,
                "PaymentDetailsRes",
                body(
                        "PaymentDetailsRes",
                        "{\"responseCode\": \""
                                + (accepted ? "OK" : "FAILED_CertChainError")
                                + "\", \"genChallenge\": \""
                                + octets(16).toHex()
                                + "\", \"evseTimeStamp\": 1795266314}"),
                octets(37),
                false);
        pass(1_500);
        exchange(
                Layer.OCSP,
                Lane.CSMS,
                Lane.CA,
                "OCSPRequest",
                "{\"serials\": [\"5c1f\", \"77a0\", \"10be\"]}",
                "OCSPResponse",
                "{\"status\": \"successful\", \"certStatus\": [\"good\", \"good\", \"good\"]}",
                7_300);
        message(
                Layer.OCPP,
                Lane.CSMS,
                Lane.STATION,
                "AuthorizeResponse",
                "[3, \"8f45\", {\"idTokenInfo\": {\"status\": \""
                        + (accepted ? "Accepted" : "Invalid")
                        + "\"}, \"certificateStatus\": \""
                        + (accepted ? "Accepted" : "CertChainError")
                        + "\"}]",
                octets(120),
                false);
        pass(700);
        if (accepted) {
            v2g(
                    "Authorization",
                    body(
                            "AuthorizationReq",
                            "{\"id\": \"id1\", \"genChallenge\": \"" + octets(16).toHex() + "\"}"),
                    body(
                            "AuthorizationRes",
                            "{\"responseCode\": \"OK\", \"evseProcessing\": \"Finished\"}"),
                    304,
                    14,
                    3_800);
        }
        phase(Stage.AUTHORISE, accepted ? "chain, OCSP and signature good" : "");
    }

    private void powerUp() {
        v2g(
                "ChargeParameterDiscovery",
                body(
                        "ChargeParameterDiscoveryReq",
                        "{\"requestedEnergyTransferMode\": \"DC_extended\","
                                + " \"dcEvChargeParameter\": {\"evMaximumCurrentLimit\":"
                                + " {\"multiplier\": 0, \"unit\": \"A\", \"value\": 400},"
                                + " \"evMaximumVoltageLimit\": {\"multiplier\": 0, \"unit\": \"V\","
                                + " \"value\": 460}}}"),
                body(
                        "ChargeParameterDiscoveryRes",
                        "{\"responseCode\": \"OK\", \"evseProcessing\": \"Finished\","
                            + " \"saScheduleList\": [{\"saScheduleTupleId\": 1, \"pMaxSchedule\":"
                            + " [{\"relativeTimeInterval\": {\"start\": 0, \"duration\": 86400},"
                            + " \"pMax\": {\"multiplier\": 3, \"unit\": \"W\", \"value\":"
                            + " 150}}]}]}"),
                41,
                62,
                6_200);
        message(
                Layer.EVSE,
                Lane.STATION,
                Lane.STATION,
                "cable check: isolation 1.2 MOhm",
                "500 V applied for 80 ms",
                null,
                false);
        v2g(
                "CableCheck",
                body("CableCheckReq", status()),
                body(
                        "CableCheckRes",
                        "{\"responseCode\": \"OK\", \"evseProcessing\": \"Finished\"}"),
                16,
                20,
                85_000);
        v2g(
                "PreCharge",
                body(
                        "PreChargeReq",
                        "{\"evTargetVoltage\": {\"multiplier\": 0, \"unit\": \"V\", \"value\":"
                                + " 398}, \"evTargetCurrent\": {\"multiplier\": 0, \"unit\": \"A\","
                                + " \"value\": 2}}"),
                body(
                        "PreChargeRes",
                        "{\"responseCode\": \"OK\", \"evsePresentVoltage\": {\"multiplier\": -1,"
                                + " \"unit\": \"V\", \"value\": 3979}}"),
                24,
                25,
                30_000);
        message(Layer.EVSE, Lane.STATION, Lane.STATION, "contactor closed", "", null, false);
        v2g(
                "PowerDelivery",
                body(
                        "PowerDeliveryReq",
                        "{\"chargeProgress\": \"Start\", \"saScheduleTupleId\": 1}"),
                body("PowerDeliveryRes", "{\"responseCode\": \"OK\"}"),
                20,
                17,
                4_400);
        exchange(
                Layer.OCPP,
                Lane.STATION,
                Lane.CSMS,
                "TransactionEventRequest",
                ocpp(
                        "TransactionEvent",
                        "{\"eventType\": \"Started\", \"seqNo\": 0, \"triggerReason\":"
                                + " \"Authorized\"}"),
                "TransactionEventResponse",
                "[3, \"8f46\", {}]",
                5_000);
        phase(Stage.POWER_UP, "isolation 1.2 MOhm, 398 V");
    }

    private void charge(int loops) {
        for (int i = 0; i < loops; i++) {
            double share = (i + 1.0) / loops;
            int amps =
                    (int) (Math.min(300, 20 + i * 8) * (share > 0.7 ? 1 - (share - 0.7) * 2 : 1));
            int deciVolts = 3_980 + (int) (share * 90) + amps / 10;
            int soc = 62 + (int) (share * 3);
            message(
                    Layer.V2G,
                    Lane.CAR,
                    Lane.STATION,
                    "CurrentDemandReq",
                    body(
                            "CurrentDemandReq",
                            "{\"dcEvStatus\": {\"evReady\": true, \"evErrorCode\": \"NO_ERROR\","
                                    + " \"evRessSoc\": "
                                    + soc
                                    + "}, \"evTargetCurrent\": {\"multiplier\": 0, \"unit\": \"A\","
                                    + " \"value\": "
                                    + amps
                                    + "}, \"evTargetVoltage\": {\"multiplier\": 0, \"unit\": \"V\","
                                    + " \"value\": 408}, \"chargingComplete\": false}"),
                    octets(42),
                    true);
            pass(700 + (i % 37 == 0 ? 6_500 : 400));
            message(
                    Layer.V2G,
                    Lane.STATION,
                    Lane.CAR,
                    "CurrentDemandRes",
                    body(
                            "CurrentDemandRes",
                            "{\"responseCode\": \"OK\", \"dcEvseStatus\":"
                                + " {\"notificationMaxDelay\": 0, \"evseNotification\": \"None\","
                                + " \"evseIsolationStatus\": \"Valid\", \"evseStatusCode\":"
                                + " \"EVSE_Ready\"}, \"evsePresentVoltage\": {\"multiplier\": -1,"
                                + " \"unit\": \"V\", \"value\": "
                                    + deciVolts
                                    + "}, \"evsePresentCurrent\": {\"multiplier\": 0, \"unit\":"
                                    + " \"A\", \"value\": "
                                    + amps
                                    + "}, \"evseCurrentLimitAchieved\": false, \"evseId\":"
                                    + " \"DE*PNC*E00001\", \"saScheduleTupleId\": 1}"),
                    octets(55),
                    true);
            curve.add(new PowerPoint(now, deciVolts * 100, amps * 1_000, soc));
            pass(18_000 + random.nextInt(9_000));
            if (i % 100 == 99) {
                exchange(
                        Layer.OCPP,
                        Lane.STATION,
                        Lane.CSMS,
                        "TransactionEventRequest",
                        ocpp(
                                "TransactionEvent",
                                "{\"eventType\": \"Updated\", \"seqNo\": "
                                        + (i / 100 + 1)
                                        + ", \"triggerReason\": \"MeterValuePeriodic\"}"),
                        "TransactionEventResponse",
                        "[3, \"9a\", {}]",
                        4_000);
            }
        }
        phase(Stage.CHARGE, "412 Wh, 62 % to 65 %");
    }

    private void stop() {
        v2g(
                "PowerDelivery",
                body(
                        "PowerDeliveryReq",
                        "{\"chargeProgress\": \"Stop\", \"saScheduleTupleId\": 1}"),
                body("PowerDeliveryRes", "{\"responseCode\": \"OK\"}"),
                20,
                17,
                38_000);
        message(Layer.EVSE, Lane.STATION, Lane.STATION, "contactor open", "", null, false);
        v2g(
                "WeldingDetection",
                body("WeldingDetectionReq", status()),
                body(
                        "WeldingDetectionRes",
                        "{\"responseCode\": \"OK\", \"evsePresentVoltage\": {\"multiplier\": 0,"
                                + " \"unit\": \"V\", \"value\": 2}}"),
                16,
                22,
                20_000);
        v2g(
                "SessionStop",
                body("SessionStopReq", "{\"chargingSession\": \"Terminate\"}"),
                body("SessionStopRes", "{\"responseCode\": \"OK\"}"),
                14,
                13,
                900);
        phase(Stage.STOP, "no contact welded");
        exchange(
                Layer.OCPP,
                Lane.STATION,
                Lane.CSMS,
                "TransactionEventRequest",
                ocpp(
                        "TransactionEvent",
                        "{\"eventType\": \"Ended\", \"seqNo\": 8, \"triggerReason\":"
                                + " \"EVDeparted\"}"),
                "TransactionEventResponse",
                "[3, \"9b\", {\"totalCost\": 2.07}]",
                12_000);
        phase(Stage.BILL, "one CDR");
    }

    private void v2g(
            String name,
            String request,
            String response,
            int reqOctets,
            int resOctets,
            int micros) {
        message(Layer.V2G, Lane.CAR, Lane.STATION, name + "Req", request, octets(reqOctets), false);
        pass(micros);
        message(
                Layer.V2G,
                Lane.STATION,
                Lane.CAR,
                name + "Res",
                response,
                octets(resOctets),
                false);
        pass(900);
    }

    private void exchange(
            Layer layer,
            Lane from,
            Lane to,
            String ask,
            String fields,
            String answer,
            String answerFields,
            int micros) {
        message(
                layer,
                from,
                to,
                ask,
                fields,
                layer == Layer.EVSE ? null : octets(fields.length()),
                false);
        pass(micros);
        message(
                layer,
                to,
                from,
                answer,
                answerFields,
                layer == Layer.EVSE ? null : octets(answerFields.length()),
                false);
        pass(700);
    }

    private void ask(
            Layer layer,
            Lane from,
            Lane to,
            String title,
            String fields,
            @Nullable Bytes octets,
            int micros) {
        message(layer, from, to, title, fields, octets, false);
        pass(micros);
    }

    private void message(
            Layer layer,
            Lane from,
            Lane to,
            String title,
            String fields,
            @Nullable Bytes octets,
            boolean loop) {
        timeline.add(new Timeline.Entry(now, from, to, layer, title, fields, octets, loop));
    }

    private void phase(Stage stage, String detail) {
        phases.add(new Phase(stage, phaseFrom, now, true, detail));
        phaseFrom = now;
    }

    private void pass(int micros) {
        now = now.plusNanos(micros * 1_000L);
    }

    private Bytes octets(int length) {
        byte[] drawn = new byte[length];
        random.nextBytes(drawn);
        byte[] head = HexFormat.of().parseHex("01fe80010000");
        System.arraycopy(head, 0, drawn, 0, Math.min(head.length, length));
        return Bytes.owning(Arrays.copyOf(drawn, length));
    }

    private static String body(String name, String fields) {
        return "{\"header\": {\"sessionId\": \""
                + SESSION
                + "\"}, \"body\": {\""
                + name
                + "\": "
                + fields
                + "}}";
    }

    private static String status() {
        return "{\"dcEvStatus\": {\"evReady\": true, \"evErrorCode\": \"NO_ERROR\", \"evRessSoc\":"
                + " 62}}";
    }

    private static String ocpp(String action, String payload) {
        return "[2, \"8f41\", \"" + action + "\"," + payload + "]";
    }
}

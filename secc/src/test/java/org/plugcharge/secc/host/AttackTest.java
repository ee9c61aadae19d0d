package org.plugcharge.secc.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.AuthorizationRes;
import org.plugcharge.v2g.iso2.Body;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.MessageHeader;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PaymentDetailsRes;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SubCertificates;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignedElement;
import org.plugcharge.v2g.xmldsig.Signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The rows of the attack table that can be played in memory, from the octets of the wire to the
 * session's step: the stated behaviour, and the next session works. The rows on sockets are in
 * {@link AttackHostTest}; `secc/README.md` says where each row is tested.
 */
class AttackTest {

    private final TestStation backEnd = new TestStation();
    private final Outlet outlet = PluggedCar.outlet(backEnd);

    private PluggedCar car() {
        return new PluggedCar(outlet, true);
    }

    private PluggedCar carAt(List<Iso2Request> road) {
        PluggedCar car = car();
        assertThat(car.negotiate().responseCode())
                .isEqualTo(AppProtocolResponseCode.OK_SUCCESSFUL_NEGOTIATION);
        road.forEach(car::askOn);
        return car;
    }

    private void assertNextSessionWorks() {
        assertThat(outlet.inSession()).as("the connector is free again").isFalse();
        assertThat(outlet.driver().reading().contactor()).isEqualTo(Contactor.OPEN);
        try (PluggedCar next = carAt(Road.TO_POWER)) {
            assertThat(next.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
            assertThat(outlet.driver().reading().contactor()).isEqualTo(Contactor.CLOSED);
        }
        assertThat(outlet.driver().reading().contactor()).isEqualTo(Contactor.OPEN);
    }

    /** Row 2: a length is judged before anything is kept; the connection closes unanswered. */
    @Test
    void row02LengthsThatAreNoneCloseAtOnce() {
        for (String header :
                List.of(
                        "01fe8001ffffffff",
                        "01fe800180000000",
                        "01fe80017fffffff",
                        "01fe800100010001",
                        "01fe9000ffffffff",
                        "01feabcdffffffff")) {
            try (PluggedCar car = car()) {
                car.octets(Bytes.fromHex(header));
                assertThat(car.open()).as(header).isFalse();
                assertThat(car.heard()).as(header).isEmpty();
            }
        }
        assertNextSessionWorks();
    }

    /** Row 2: no payload at all is no message. */
    @Test
    void row02AnEmptyMessageClosesTheConnection() {
        try (PluggedCar car = car()) {
            car.octets(Bytes.fromHex("01fe800100000000"));
            assertThat(car.open()).isFalse();
        }
        assertNextSessionWorks();
    }

    /** Row 3: one entry more than the schema allows is no message. */
    @Test
    void row03AListIsAsLongAsTheSchemaSays() {
        List<AppProtocol> twenty = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            twenty.add(new AppProtocol("urn:example:" + i, 1, 0, i, i));
        }
        try (PluggedCar car = car()) {
            car.octets(Road.frame(AppProtocolCodec.encode(new SupportedAppProtocolReq(twenty))));
            assertThat(car.heard()).hasSize(1);
        }
        assertNextSessionWorks();
    }

    /** Row 4: a certificate cut anywhere is a chain error; the session ends, the process lives. */
    @Test
    void row04AContractCertificateCutAnywhereIsAChainError() {
        Bytes leaf = TestStation.PKI.certificate(Iso2Profile.CONTRACT_LEAF).der();
        for (int length = 0; length < leaf.length(); length++) {
            try (PluggedCar car = atPaymentDetails()) {
                assertThat(car.ask(details(leaf.slice(0, length))))
                        .as("cut after %d octets", length)
                        .isInstanceOfSatisfying(
                                PaymentDetailsRes.class,
                                answer ->
                                        assertThat(answer.responseCode())
                                                .isEqualTo(ResponseCode.FAILED_CERT_CHAIN_ERROR));
            }
        }
        assertNextSessionWorks();
    }

    /**
     * Row 4: one bent octet anywhere gets an answer of PaymentDetails, good or bad, never silence.
     */
    @Test
    void row04AContractCertificateBentAnywhereIsAnswered() {
        Bytes leaf = TestStation.PKI.certificate(Iso2Profile.CONTRACT_LEAF).der();
        int refused = 0;
        for (int at = 0; at < leaf.length(); at++) {
            byte[] bent = leaf.toArray();
            bent[at] ^= (byte) 0x41;
            try (PluggedCar car = atPaymentDetails()) {
                Iso2Response answer = car.ask(details(Bytes.of(bent)));
                assertThat(answer).as("octet %d", at).isInstanceOf(PaymentDetailsRes.class);
                refused += ((PaymentDetailsRes) answer).responseCode() == ResponseCode.OK ? 0 : 1;
            }
        }
        assertThat(refused).as("structure, key and name are read here").isGreaterThan(100);
        assertNextSessionWorks();
    }

    private PluggedCar atPaymentDetails() {
        return carAt(List.of(Road.SETUP, Road.SERVICES, Road.select(PaymentOption.CONTRACT)));
    }

    private static PaymentDetailsReq details(Bytes leaf) {
        return new PaymentDetailsReq(
                TestStation.PKI.options().emaid().canonical(),
                new CertificateChain(
                        null,
                        leaf,
                        new SubCertificates(
                                TestStation.PKI
                                        .chain(Iso2Profile.CONTRACT_LEAF)
                                        .subCertificates())));
    }

    /** Row 5: eight zero octets are the id of no session, in every phase. [V2G2-460] */
    @Test
    void row05ASessionIdOfZerosIsUnknownInEveryPhase() {
        for (int phase = 1; phase < Road.TO_POWER.size(); phase++) {
            Iso2Request next = Road.TO_POWER.get(phase);
            try (PluggedCar car = carAt(Road.TO_POWER.subList(0, phase))) {
                assertThat(code(car.ask(Road.NO_SESSION, next)))
                        .as("before %s", next.getClass().getSimpleName())
                        .isEqualTo(ResponseCode.FAILED_UNKNOWN_SESSION);
            }
        }
        assertNextSessionWorks();
    }

    private static ResponseCode code(Iso2Response answer) {
        try {
            return (ResponseCode) answer.getClass().getMethod("responseCode").invoke(answer);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("every answer has a response code: " + answer, e);
        }
    }

    /**
     * Row 6: 20,000 session ids and challenges of the real generator: none twice, all octets used.
     */
    @Test
    void row06SessionIdsAndChallengesDoNotRepeat() {
        Outlet real =
                new Outlet(
                        TestStation.settings(TlsPolicy.ALLOW),
                        backEnd.evse,
                        backEnd,
                        Journal.NONE,
                        new java.security.SecureRandom());
        for (int length : new int[] {8, 16}) {
            Set<Bytes> seen = new HashSet<>();
            int[] counts = new int[256];
            for (int i = 0; i < 20_000; i++) {
                Bytes drawn = real.now().entropy().octets(length);
                assertThat(drawn.length()).isEqualTo(length);
                assertThat(seen.add(drawn)).isTrue();
                for (byte octet : drawn.toArray()) {
                    counts[Byte.toUnsignedInt(octet)]++;
                }
            }
            assertThat(entropy(counts)).as("bits of each octet").isGreaterThan(7.9);
        }
    }

    private static double entropy(int[] counts) {
        double all = java.util.stream.IntStream.of(counts).sum();
        double bits = 0;
        for (int count : counts) {
            double share = count / all;
            bits -= share == 0 ? 0 : share * Math.log(share) / Math.log(2);
        }
        return bits;
    }

    /**
     * Row 7: what a vehicle is given is what the back end said to its own request, and a refusal is
     * the same as that of a station that never gave anything.
     */
    @Test
    void row07NothingOfAnEarlierInstallationIsInALaterAnswer() {
        Installer installer = new Installer();
        Outlet used = PluggedCar.outlet(Installer.SETTINGS, installer);
        V2gMessage first = installed(used, Installer.large());
        V2gMessage second = installed(used, Installer.small());
        V2gMessage refusal = installed(used, Installer.nothing());
        assertThat(first.body()).isEqualTo(Iso2Codec.decode(Installer.large().join()).body());
        assertThat(second.body()).isEqualTo(Iso2Codec.decode(Installer.small().join()).body());
        assertThat(second.header().signature()).isNull();
        assertThat(first.header().signature()).isNotNull();
        V2gMessage clean =
                installed(PluggedCar.outlet(Installer.SETTINGS, installer), Installer.nothing());
        assertThat(refusal.body()).isEqualTo(clean.body());
        assertThat(refusal.header().signature()).isNull();
        assertThat(Iso2Codec.encode(V2gMessage.of(Road.NO_SESSION, response(refusal))))
                .isEqualTo(Iso2Codec.encode(V2gMessage.of(Road.NO_SESSION, response(clean))));
    }

    private static Iso2Response response(V2gMessage message) {
        return PluggedCar.response(message);
    }

    /** What a vehicle hears that asks for a contract when the back end says this. */
    private static V2gMessage installed(Outlet outlet, CompletableFuture<Bytes> said) {
        ((Installer) outlet.authorizer()).says = said;
        try (PluggedCar car = new PluggedCar(outlet, true)) {
            car.negotiate();
            car.askOn(Road.SETUP);
            car.askOn(Road.SERVICES);
            car.askOn(Installer.SELECTION);
            car.octets(Road.request(car.sessionId(), Installer.REQUEST));
            return Iso2Codec.decode(car.heard().getFirst());
        }
    }

    /** Row 9: who offers what is not served here gets nothing less safe instead. */
    @Test
    void row09OnlyWhatIsServedIsAgreed() {
        for (String namespace :
                List.of(
                        "urn:iso:std:iso:15118:-20:DC",
                        "urn:iso:std:iso:15118:-20:AC",
                        "urn:iso:15118:2:2010:MsgDef",
                        "urn:iso:15118:2:2013:MsgDef ",
                        "URN:ISO:15118:2:2013:MSGDEF")) {
            try (PluggedCar car = car()) {
                car.octets(
                        Road.frame(
                                AppProtocolCodec.encode(
                                        new SupportedAppProtocolReq(
                                                List.of(new AppProtocol(namespace, 1, 0, 1, 1))))));
                SupportedAppProtocolRes answer =
                        (SupportedAppProtocolRes) AppProtocolCodec.decode(car.heard().getFirst());
                assertThat(answer.responseCode())
                        .isEqualTo(AppProtocolResponseCode.FAILED_NO_NEGOTIATION);
                assertThat(car.open()).isFalse();
            }
        }
        assertNextSessionWorks();
    }

    /** Row 9: nothing of what follows a refusal in the same piece is heard. */
    @Test
    void row09ASecondOfferAfterARefusalIsNotHeard() {
        Bytes refused =
                Road.frame(
                        AppProtocolCodec.encode(
                                new SupportedAppProtocolReq(
                                        List.of(new AppProtocol("urn:other", 1, 0, 1, 1)))));
        try (PluggedCar car = car()) {
            car.octets(refused.plus(Road.negotiation()));
            assertThat(car.heard()).hasSize(1);
            assertThat(car.open()).isFalse();
            assertThat(outlet.inSession()).isFalse();
        }
        assertNextSessionWorks();
    }

    /** Row 14: an AuthorizationReq signed for the challenge of an earlier session. */
    @Test
    void row14ASignatureOfAnEarlierSessionIsRefused() {
        AuthorizationReq earlier;
        Signature signature;
        try (PluggedCar car = atPaymentDetails()) {
            earlier = new AuthorizationReq("id1", challenge(car));
            signature = sign(earlier);
            assertThat(code(ask(car, earlier, signature))).isEqualTo(ResponseCode.OK);
        }
        try (PluggedCar car = atPaymentDetails()) {
            challenge(car);
            assertThat(ask(car, earlier, signature))
                    .isInstanceOfSatisfying(
                            AuthorizationRes.class,
                            answer ->
                                    assertThat(answer.responseCode())
                                            .isEqualTo(ResponseCode.FAILED_CHALLENGE_INVALID));
        }
        assertNextSessionWorks();
    }

    /** Row 14: the right challenge under a signature for another. */
    @Test
    void row14TheRightChallengeUnderAnEarlierSignatureIsRefused() {
        Signature signature;
        try (PluggedCar car = atPaymentDetails()) {
            signature = sign(new AuthorizationReq("id1", challenge(car)));
        }
        try (PluggedCar car = atPaymentDetails()) {
            assertThat(code(ask(car, new AuthorizationReq("id1", challenge(car)), signature)))
                    .isEqualTo(ResponseCode.FAILED_SIGNATURE_ERROR);
        }
        assertNextSessionWorks();
    }

    private static Bytes challenge(PluggedCar car) {
        Bytes leaf = TestStation.PKI.certificate(Iso2Profile.CONTRACT_LEAF).der();
        return ((PaymentDetailsRes) car.ask(details(leaf))).genChallenge();
    }

    private static Signature sign(AuthorizationReq request) {
        return MessageSignature.sign(
                SignatureSuite.ECDSA_SHA256,
                TestStation.PKI.key(Iso2Profile.CONTRACT_LEAF)::sign,
                SignedElement.of(request));
    }

    private static Iso2Response ask(PluggedCar car, Iso2Request request, Signature signature) {
        car.octets(
                Road.frame(
                        Iso2Codec.encode(
                                new V2gMessage(
                                        new MessageHeader(car.sessionId(), null, signature),
                                        new Body(request)))));
        return PluggedCar.response(Iso2Codec.decode(car.heard().getFirst()));
    }

    /** Row 15: the eMAID is the certificate's, however it is written, or it is refused. */
    @Test
    void row15AnEmaidThatIsNotTheCertificatesIsRefused() {
        Bytes leaf = TestStation.PKI.certificate(Iso2Profile.CONTRACT_LEAF).der();
        for (String claimed :
                List.of("DEABC123456789", "DEPNCC00000002", "DEPNCC00000001?", "?".repeat(14))) {
            try (PluggedCar car = atPaymentDetails()) {
                PaymentDetailsReq request =
                        new PaymentDetailsReq(claimed, details(leaf).contractChain());
                assertThat(code(car.ask(request)))
                        .as("claimed '%s'", claimed)
                        .isEqualTo(ResponseCode.FAILED_CERT_CHAIN_ERROR);
            }
        }
        assertNextSessionWorks();
    }

    /** Full reassembly: a whole session octet by octet, and frames two in a piece. */
    @Test
    void aSessionInSingleOctetsIsTheSameSession() {
        try (PluggedCar car = car()) {
            for (byte octet : Road.negotiation().toArray()) {
                car.octets(Bytes.of(octet));
            }
            assertThat(car.heard()).hasSize(1);
            for (byte octet : Road.request(Road.NO_SESSION, Road.SETUP).toArray()) {
                car.octets(Bytes.of(octet));
            }
            assertThat(car.heard()).hasSize(1);
        }
        try (PluggedCar car = car()) {
            car.octets(Road.negotiation().plus(Road.request(Road.NO_SESSION, Road.SETUP)));
            assertThat(car.heard()).hasSize(2);
        }
        assertNextSessionWorks();
    }

    /** Recovery: the connection cut after any octet of what a vehicle says up to power. */
    @Test
    void aSessionCutAfterAnyOctetLeavesASafeAndFreeConnector() {
        for (int phase = 0; phase <= Road.TO_POWER.size(); phase++) {
            Bytes next =
                    phase == Road.TO_POWER.size()
                            ? Road.request(Road.NO_SESSION, Road.STOP)
                            : Road.request(Road.NO_SESSION, Road.TO_POWER.get(phase));
            for (int cut = 0; cut < next.length(); cut++) {
                try (PluggedCar car = carAt(Road.TO_POWER.subList(0, phase))) {
                    car.octets(next.slice(0, cut));
                }
                assertThat(outlet.inSession()).isFalse();
                assertThat(outlet.driver().reading().contactor()).isEqualTo(Contactor.OPEN);
            }
        }
        assertNextSessionWorks();
    }

    /** A vehicle that pulls its cable while energy flows: open before it hears of it. */
    @ParameterizedTest
    @EnumSource(names = {"A", "E", "F"})
    void aPilotThatIsGoneOpensTheContactor(
            org.plugcharge.secc.evse.EvseReading.ControlPilot pilot) {
        try (PluggedCar car = carAt(Road.TO_POWER)) {
            assertThat(outlet.driver().reading().contactor()).isEqualTo(Contactor.CLOSED);
            simulated().pilot(pilot);
            car.settle();
            assertThat(outlet.driver().reading().contactor()).isEqualTo(Contactor.OPEN);
            assertThat(car.open()).isFalse();
        }
        simulated().pilot(org.plugcharge.secc.evse.EvseReading.ControlPilot.C);
        assertNextSessionWorks();
    }

    private org.plugcharge.secc.simulated.SimulatedEvse simulated() {
        return (org.plugcharge.secc.simulated.SimulatedEvse) outlet.driver();
    }
}

package org.plugcharge.pool.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.ContractKeyDelivery;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspResponses;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.Pcid;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationReason;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerifiedCps;
import org.plugcharge.exi.Bytes;
import org.plugcharge.pool.TestCar;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.Iso2Namespaces;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The installation decision, without database, network or clock. */
class InstallationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final TestPki PKI = TestPki.create(1, NOW);
    private static final TestPki OTHER = TestPki.create(2, NOW);
    private static final TrustAnchors ANCHORS =
            PKI.anchors().withV2gRoots(OTHER.certificate(Iso2Profile.V2G_ROOT));
    private static final Pcid PCID = PKI.options().pcid();
    private static final Term TERM = new Term(NOW.minusSeconds(60), NOW.plus(Duration.ofDays(30)));
    private static final RevocationSnapshot UNCHECKED = RevocationSnapshot.notChecked();

    private final TestCar car = new TestCar(PKI);

    private static PooledBundle bundle(TestPki service) {
        KeyedCertificate contract = PKI.member(Iso2Profile.CONTRACT_LEAF);
        ContractKeyDelivery.Sealed sealed =
                ContractKeyDelivery.seal(
                        contract.key(),
                        PKI.certificate(Iso2Profile.OEM_PROVISIONING_LEAF).key(),
                        Entropy.seeded(Bytes.EMPTY, "seal"));
        return ContractSigning.bundle(
                PKI.options().emaid(),
                PKI.chain(Iso2Profile.CONTRACT_LEAF),
                sealed,
                cps(service),
                service.key(Iso2Profile.CPS_LEAF));
    }

    private static VerifiedCps cps(TestPki pki) {
        Verdict<VerifiedCps> verdict =
                ChainValidator.validate(
                        pki.chain(Iso2Profile.CPS_LEAF),
                        Purpose.CPS,
                        pki.anchors(),
                        UNCHECKED,
                        NOW);
        return ((Verdict.Valid<VerifiedCps>) verdict).proof();
    }

    private static PooledContract contract(
            PooledContract.State state, Term term, PooledBundle... bundles) {
        return new PooledContract(
                PKI.options().emaid(),
                PCID,
                term,
                state,
                NOW,
                term.ends(),
                Optional.empty(),
                List.of(bundles));
    }

    private static PooledContract ready() {
        return contract(PooledContract.State.READY, TERM, bundle(PKI));
    }

    private static Installation.Claim claim(TestCar car) {
        return (Installation.Claim) Installation.read(Iso2Namespaces.MESSAGE, car.request());
    }

    private static Installation.Genuine genuine(TestCar car) {
        return (Installation.Genuine)
                Installation.vehicle(
                        claim(car),
                        Optional.of(PKI.chain(Iso2Profile.OEM_PROVISIONING_LEAF)),
                        ANCHORS,
                        NOW);
    }

    private Installation.Decision decide(PooledContract... contracts) {
        return Installation.decide(genuine(car), List.of(contracts), ANCHORS, UNCHECKED, NOW);
    }

    private static InstallationRefusal reason(Object outcome) {
        return switch (outcome) {
            case Installation.Refused(var reason, _) -> reason;
            case Installation.ReadRefused(_, var reason, _) -> reason;
            default -> throw new AssertionError(outcome);
        };
    }

    @Test
    void carGetsItsContract() {
        Installation.Handed handed = (Installation.Handed) decide(ready());
        assertThat(car.install(handed.message(), NOW).emaid()).isEqualTo(PKI.options().emaid());
    }

    @Test
    void bundleFitsIntoOcpp201() {
        assertThat(ContractSigning.characters(bundle(PKI))).isLessThanOrEqualTo(5600);
        assertThat(ContractSigning.characters(bundle(PKI)))
                .isEqualTo(
                        java.util.Base64.getEncoder()
                                .encodeToString(bundle(PKI).message().toArray())
                                .length());
    }

    @Test
    void otherSchemaIsNoRequest() {
        assertThat(Installation.read("urn:iso:std:iso:15118:-20:CommonMessages", car.request()))
                .isInstanceOf(Installation.NoRequest.class);
    }

    @Test
    void otherMessageIsNoRequest() {
        Bytes other =
                Iso2Codec.encode(
                        V2gMessage.of(
                                TestCar.SESSION,
                                new SessionSetupReq(Bytes.fromHex("020000000001"))));
        assertThat(Installation.read(Iso2Namespaces.MESSAGE, other))
                .isInstanceOf(Installation.NoRequest.class);
    }

    @Test
    void everyCutRequestIsNoRequest() {
        Bytes whole = car.request();
        for (int length = 0; length < whole.length() - 1; length++) {
            assertThat(Installation.read(Iso2Namespaces.MESSAGE, whole.slice(0, length)))
                    .as("%d of %d octets", length, whole.length())
                    .isInstanceOf(Installation.NoRequest.class);
        }
    }

    @Test
    void noChangedOctetMakesAnotherClaim() {
        byte[] octets = car.request().toArray();
        Installation.Claim genuine = claim(car);
        for (int at = 0; at < octets.length; at++) {
            octets[at] ^= 0x04;
            if (Installation.read(Iso2Namespaces.MESSAGE, Bytes.of(octets))
                    instanceof Installation.Claim claim) {
                assertThat(claim.certificate()).as("octet %d", at).isEqualTo(genuine.certificate());
                assertThat(claim.acceptedRoots())
                        .as("octet %d", at)
                        .isEqualTo(genuine.acceptedRoots());
            }
            octets[at] ^= 0x04;
        }
    }

    @Test
    void unsignedRequestIsRefused() {
        Bytes unsigned = Iso2Codec.encode(V2gMessage.of(TestCar.SESSION, car.body()));
        assertThat(reason(Installation.read(Iso2Namespaces.MESSAGE, unsigned)))
                .isEqualTo(InstallationRefusal.SIGNATURE_WRONG);
    }

    @Test
    void anotherKeysSignatureIsRefused() {
        Bytes forged = TestCar.request(car.body(), OTHER.key(Iso2Profile.OEM_PROVISIONING_LEAF));
        assertThat(reason(Installation.read(Iso2Namespaces.MESSAGE, forged)))
                .isEqualTo(InstallationRefusal.SIGNATURE_WRONG);
    }

    @Test
    void unknownVehicleIsRefused() {
        assertThat(reason(Installation.vehicle(claim(car), Optional.empty(), ANCHORS, NOW)))
                .isEqualTo(InstallationRefusal.VEHICLE_UNKNOWN);
    }

    /** A self-made certificate with a registered PCID, rightly signed by its own key. */
    @Test
    void strangerWithTheSamePcidIsRefused() {
        TestCar stranger = new TestCar(OTHER);
        assertThat(claim(stranger).pcid()).isEqualTo(PCID);
        assertThat(
                        reason(
                                Installation.vehicle(
                                        claim(stranger),
                                        Optional.of(PKI.chain(Iso2Profile.OEM_PROVISIONING_LEAF)),
                                        ANCHORS,
                                        NOW)))
                .isEqualTo(InstallationRefusal.VEHICLE_UNKNOWN);
    }

    @Test
    void chainToNoTrustedRootIsRefused() {
        CertificateChain registered = PKI.chain(Iso2Profile.OEM_PROVISIONING_LEAF);
        assertThat(
                        reason(
                                Installation.vehicle(
                                        claim(car), Optional.of(registered), OTHER.anchors(), NOW)))
                .isEqualTo(InstallationRefusal.CHAIN_UNTRUSTED);
    }

    @Test
    void expiredCertificateIsRefused() {
        CertificateChain registered = PKI.chain(Iso2Profile.OEM_PROVISIONING_LEAF);
        Instant late = NOW.plus(Duration.ofDays(366L * 16));
        assertThat(reason(Installation.vehicle(claim(car), Optional.of(registered), ANCHORS, late)))
                .isEqualTo(InstallationRefusal.CERTIFICATE_EXPIRED);
    }

    @Test
    void revokedCertificateIsRefused() {
        OcspStatus revoked =
                new OcspStatus.Revoked(NOW.minusSeconds(60), RevocationReason.KEY_COMPROMISE);
        KeyedCertificate signer = PKI.ocspSigner(Iso2Profile.OEM_SUB_CA_2);
        OcspQuestion question =
                OcspQuestion.about(
                        PKI.certificate(Iso2Profile.OEM_PROVISIONING_LEAF),
                        PKI.certificate(Iso2Profile.OEM_SUB_CA_2));
        Bytes response =
                OcspResponses.sign(
                        List.of(
                                new OcspResponses.Answer(
                                        question, revoked, NOW, NOW.plusSeconds(3600))),
                        NOW,
                        Optional.empty(),
                        signer.certificate(),
                        signer.key());
        RevocationSnapshot snapshot =
                RevocationSnapshot.ofOctets(
                        RevocationSnapshot.Policy.IF_ANSWERED, List.of(response));
        assertThat(
                        reason(
                                Installation.decide(
                                        genuine(car), List.of(ready()), ANCHORS, snapshot, NOW)))
                .isEqualTo(InstallationRefusal.CERTIFICATE_REVOKED);
    }

    @ParameterizedTest
    @EnumSource(value = PooledContract.State.class, mode = EnumSource.Mode.EXCLUDE, names = "READY")
    void contractsThatAreNotReadyAreNotHandedOut(PooledContract.State state) {
        assertThat(reason(decide(contract(state, TERM, bundle(PKI)))))
                .isEqualTo(InstallationRefusal.NO_CONTRACT);
    }

    @Test
    void contractsOutsideTheirTermAreNotHandedOut() {
        Term later = new Term(NOW.plusSeconds(1), NOW.plusSeconds(10));
        Term before = new Term(NOW.minusSeconds(10), NOW);
        assertThat(reason(decide(contract(PooledContract.State.READY, later, bundle(PKI)))))
                .isEqualTo(InstallationRefusal.NO_CONTRACT);
        assertThat(reason(decide(contract(PooledContract.State.READY, before, bundle(PKI)))))
                .isEqualTo(InstallationRefusal.NO_CONTRACT);
        assertThat(reason(decide())).isEqualTo(InstallationRefusal.NO_CONTRACT);
    }

    @Test
    void oldestOfSeveralContractsIsHandedOut() {
        PooledContract second =
                new PooledContract(
                        new Emaid("DEPNCC00000002"),
                        PCID,
                        TERM,
                        PooledContract.State.READY,
                        NOW,
                        TERM.ends(),
                        Optional.empty(),
                        List.of(bundle(PKI)));
        Installation.Handed handed = (Installation.Handed) decide(ready(), second);
        assertThat(handed.contract().emaid()).isEqualTo(PKI.options().emaid());
    }

    @Test
    void rootTheCarTrustsIsChosen() {
        PooledContract both =
                contract(PooledContract.State.READY, TERM, bundle(PKI), bundle(OTHER));
        Installation.Handed handed = (Installation.Handed) decide(both);
        assertThat(car.install(handed.message(), NOW).service().root())
                .isEqualTo(PKI.certificate(Iso2Profile.V2G_ROOT));
    }

    @Test
    void carsOrderOfRootsDecides() {
        PooledContract both =
                contract(PooledContract.State.READY, TERM, bundle(OTHER), bundle(PKI));
        List<RootId> order = new ArrayList<>();
        for (TestPki pki : List.of(OTHER, PKI)) {
            order.add(
                    new RootId(
                            "whatever", pki.certificate(Iso2Profile.V2G_ROOT).fields().serial()));
        }
        Installation.Genuine asked = genuine(car);
        Installation.Genuine otherFirst =
                new Installation.Genuine(
                        new Installation.Claim(
                                asked.claim().sessionId(),
                                asked.claim().pcid(),
                                asked.claim().certificate(),
                                order),
                        asked.path());
        Installation.Handed handed =
                (Installation.Handed)
                        Installation.decide(otherFirst, List.of(both), ANCHORS, UNCHECKED, NOW);
        assertThat(handed.message())
                .isEqualTo(ContractSigning.forSession(bundle(OTHER), TestCar.SESSION));
    }

    @Test
    void noCommonRootIsRefusedWhenThereAreSeveral() {
        car.trustNobody();
        PooledContract both =
                contract(PooledContract.State.READY, TERM, bundle(OTHER), bundle(PKI));
        assertThat(reason(decide(both))).isEqualTo(InstallationRefusal.NO_COMMON_ROOT);
    }

    @Test
    void onlyRootIsTakenWhateverTheCarNamed() {
        car.trustNobody();
        assertThat(decide(ready())).isInstanceOf(Installation.Handed.class);
    }

    @ParameterizedTest
    @EnumSource(InstallationRefusal.class)
    void everyRefusalIsAMessageForTheCar(InstallationRefusal refusal) {
        ResponseCode code = TestCar.refused(Installation.refusal(TestCar.SESSION, refusal));
        assertThat(code).isEqualTo(refusal.responseCode());
        assertThat(code.failed()).isTrue();
    }

    @Test
    void pcidOfAnotherVehicleIsNotMistaken() {
        KeyedCertificate second =
                PKI.issue(
                        Iso2Profile.OEM_PROVISIONING_LEAF,
                        Subject.named("WPCTESTVEHICLE002").in("DE"),
                        "second");
        assertThat(claim(new TestCar(second, PKI)).pcid()).isEqualTo(new Pcid("WPCTESTVEHICLE002"));
    }
}

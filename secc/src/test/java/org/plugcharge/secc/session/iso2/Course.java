package org.plugcharge.secc.session.iso2;

import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.AcLimits;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.simulated.SimulatedAcEvse;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.ListOfRootCertificateIds;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PaymentDetailsRes;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.Service;
import org.plugcharge.v2g.iso2.ServiceCategory;
import org.plugcharge.v2g.iso2.ServiceDetailReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.WeldingDetectionReq;
import org.plugcharge.v2g.signature.SignedElement;

import java.util.List;
import java.util.Optional;

/** A well-behaved session up to any request, with either current, payment and story. */
final class Course {

    static final Bytes PAUSED = Bytes.fromHex("1122334455667788");
    static final int INTERNET = 3;

    final Walk walk;
    final boolean contract;
    private final boolean alternating;
    private final String story;
    private final Receipts keys = new Receipts();

    /** The story and the station that the row is about. */
    Course(boolean alternating, boolean contract, Case row) {
        this.alternating = alternating;
        this.contract = contract;
        this.story = row.story();
        this.walk = new Walk(station(row));
        if (story.equals("resumed")) {
            walk.state = Iso2Session.begin(walk.state.session().station(), Optional.of(paused()));
        }
    }

    private Iso2Station station(Case row) {
        boolean both = !row.given().equals("payment-not-offered");
        StationPolicy policy =
                StationPolicy.USUAL
                        .withReceiptEvery(Receipts.EVERY)
                        .offering(
                                List.of(
                                        new ValueAddedService(
                                                new Service(
                                                        INTERNET,
                                                        "InternetAccess",
                                                        ServiceCategory.INTERNET,
                                                        null,
                                                        true),
                                                List.of())));
        Iso2Station usual =
                Walk.station(
                        true,
                        alternating ? SimulatedAcEvse.THREE_PHASES_32_A : SimulatedEvse.HIGH_POWER,
                        policy);
        return new Iso2Station(
                usual.evseId(),
                true,
                both || !contract,
                both || contract,
                true,
                Contracts.check(row),
                usual.limits(),
                usual.offeredWatts(),
                usual.meterInterval(),
                policy);
    }

    private PausedSession paused() {
        return new PausedSession(
                PAUSED,
                contract ? PaymentOption.CONTRACT : PaymentOption.EXTERNAL_PAYMENT,
                alternating
                        ? EnergyTransferMode.AC_THREE_PHASE_CORE
                        : EnergyTransferMode.DC_EXTENDED);
    }

    /** To the moment at which {@code due} may be sent. */
    Course upTo(String due) {
        switch (due) {
            case "SessionSetup" -> {}
            case "ServiceDiscovery" -> setup();
            case "ServiceDetail", "PaymentServiceSelection" -> discovered();
            case "CertificateInstallation", "CertificateUpdate" -> selected(1, 2);
            case "PaymentDetails" -> selected(1);
            case "Authorization" -> identified();
            case "ChargeParameterDiscovery" -> discovering();
            case "CableCheck" -> parametersKnown();
            case "PreCharge" -> cableChecked();
            case "PowerDeliveryStart" -> startable();
            case "ChargingStatus", "CurrentDemand", "Loop", "PowerDeliveryRenegotiate" ->
                    charging();
            case "PowerDeliveryStop" -> charging().looped();
            case "MeteringReceipt" -> {
                charging();
                walk.at = walk.at.plus(Receipts.EVERY);
                looped();
            }
            case "WeldingDetection", "SessionStop" -> stopped();
            default -> throw new AssertionError("no way to " + due);
        }
        return this;
    }

    /** The request itself, as it should be. */
    Iso2Request request(String due) {
        return switch (due) {
            case "SessionSetup" -> new SessionSetupReq(Bytes.fromHex("02aabbccddee"));
            case "ServiceDiscovery" -> new ServiceDiscoveryReq(null, null);
            case "ServiceDetail" -> new ServiceDetailReq(1);
            case "PaymentServiceSelection" -> Walk.select(payment(), 1);
            case "CertificateInstallation" ->
                    new CertificateInstallationReq("id1", Bytes.of((byte) 1), roots());
            case "CertificateUpdate" -> new CertificateUpdateReq("id1", chain(), emaid(), roots());
            case "PaymentDetails" -> new PaymentDetailsReq(emaid(), chain());
            case "Authorization" -> authorization();
            case "ChargeParameterDiscovery" -> walk.parameters();
            case "CableCheck" -> new CableCheckReq(Walk.EV);
            case "PreCharge" -> new PreChargeReq(Walk.EV, Walk.volts(400), Walk.amps(2));
            case "PowerDeliveryStart" -> Walk.power(ChargeProgress.START);
            case "PowerDeliveryRenegotiate" -> Walk.power(ChargeProgress.RENEGOTIATE);
            case "PowerDeliveryStop" -> Walk.power(ChargeProgress.STOP);
            case "ChargingStatus", "CurrentDemand" -> walk.loopRequest();
            case "MeteringReceipt" -> Receipts.receipt(walk);
            case "WeldingDetection" -> new WeldingDetectionReq(Walk.EV);
            case "SessionStop" -> new SessionStopReq(ChargingSession.TERMINATE);
            default -> throw new AssertionError("no request " + due);
        };
    }

    /** Signed where it has to be, and sent under the session's id; what the station did. */
    List<Output> send(Iso2Request request) {
        return walk.input(
                Walk.received(
                        request,
                        walk.state.session().id(),
                        switch (request) {
                            case AuthorizationReq asked when asked.id() != null ->
                                    keys.sign(SignedElement.of(asked));
                            case org.plugcharge.v2g.iso2.MeteringReceiptReq receipt ->
                                    keys.sign(SignedElement.of(receipt));
                            case Iso2Request other -> null;
                        }));
    }

    PaymentOption payment() {
        return contract ? PaymentOption.CONTRACT : PaymentOption.EXTERNAL_PAYMENT;
    }

    private static ListOfRootCertificateIds roots() {
        return new ListOfRootCertificateIds(List.of());
    }

    private static CertificateChain chain() {
        var chain = Receipts.PKI.chain(Iso2Profile.CONTRACT_LEAF);
        return CertificateChain.of(chain.leaf(), chain.subCertificates());
    }

    private static String emaid() {
        return Receipts.PKI.certificate(Iso2Profile.CONTRACT_LEAF).commonName().orElseThrow();
    }

    private AuthorizationReq authorization() {
        return walk.state instanceof AwaitAuthorization waiting && waiting.proof().isPresent()
                ? new AuthorizationReq("id1", waiting.proof().get().value())
                : new AuthorizationReq(null, null);
    }

    private Course setup() {
        walk.send(request("SessionSetup"), story.equals("resumed") ? PAUSED : Session.NONE);
        return this;
    }

    private Course discovered() {
        setup().send(new ServiceDiscoveryReq(null, null));
        return this;
    }

    private Course selected(int... services) {
        discovered().send(Walk.select(payment(), services));
        return this;
    }

    private Course identified() {
        selected(1);
        if (contract
                && !(Walk.answer(send(request("PaymentDetails"))) instanceof PaymentDetailsRes)) {
            throw new AssertionError("no PaymentDetailsRes");
        }
        return this;
    }

    private Course authorized() {
        identified().send(authorization());
        walk.input(new Input.Authorized(new org.plugcharge.secc.evse.Authorization.Accepted()));
        send(new AuthorizationReq(null, null));
        return this;
    }

    private Course discovering() {
        return story.equals("renegotiated") ? renegotiating() : authorized();
    }

    private Course renegotiating() {
        charging().send(Walk.power(ChargeProgress.RENEGOTIATE));
        return this;
    }

    private Course parametersKnown() {
        authorized().send(walk.parameters());
        walk.input(new Input.Scheduled(Optional.empty()));
        return this;
    }

    private Course cableChecked() {
        parametersKnown();
        send(new CableCheckReq(Walk.EV));
        walk.isolation = Isolation.VALID;
        send(new CableCheckReq(Walk.EV));
        return this;
    }

    private Course ready() {
        if (alternating()) {
            return parametersKnown();
        }
        cableChecked().send(new PreChargeReq(Walk.EV, Walk.volts(400), Walk.amps(2)));
        return this;
    }

    private Course startable() {
        if (!story.equals("renegotiated")) {
            return ready();
        }
        renegotiating().send(walk.parameters());
        walk.input(new Input.Scheduled(Optional.empty()));
        send(walk.parameters());
        return this;
    }

    private boolean alternating() {
        return walk.state.session().station().limits() instanceof AcLimits;
    }

    private Course charging() {
        ready().send(Walk.power(ChargeProgress.START));
        walk.contactorCloses();
        return this;
    }

    private Course looped() {
        send(walk.loopRequest());
        return this;
    }

    private Course stopped() {
        charging().looped().send(Walk.power(ChargeProgress.STOP));
        walk.contactor = Contactor.OPEN;
        walk.pilot = ControlPilot.B;
        walk.input(new Input.HardwareChanged());
        return this;
    }
}

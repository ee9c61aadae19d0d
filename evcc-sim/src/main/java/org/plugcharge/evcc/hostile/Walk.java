package org.plugcharge.evcc.hostile;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.AuthorizationRes;
import org.plugcharge.v2g.iso2.CableCheckRes;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Namespaces;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.PaymentDetailsRes;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionRes;
import org.plugcharge.v2g.iso2.PowerDeliveryRes;
import org.plugcharge.v2g.iso2.PreChargeRes;
import org.plugcharge.v2g.iso2.SaScheduleList;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.SessionSetupRes;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignedElement;
import org.plugcharge.v2g.xmldsig.Signature;

import java.time.Duration;
import java.util.List;

/** A session that goes right, up to a point: what is done wrong there is done by hand. */
final class Walk implements Stroll {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int MOST_POLLS = 1_200;

    private final Talk talk;
    private final Target target;
    private Point at = Point.CONNECTED;
    private Bytes sessionId = Bytes.of((byte) 0);
    private EnergyTransferMode mode = EnergyTransferMode.DC_EXTENDED;
    private int schedule = 1;
    private @Nullable Bytes challenge;

    Walk(Talk talk, Target target) {
        this.talk = talk;
        this.target = target;
    }

    @Override
    public Point at() {
        return at;
    }

    Talk talk() {
        return talk;
    }

    Bytes sessionId() {
        return sessionId;
    }

    int schedule() {
        return schedule;
    }

    boolean dc() {
        return switch (mode) {
            case AC_SINGLE_PHASE_CORE, AC_THREE_PHASE_CORE -> false;
            case DC_CORE, DC_EXTENDED, DC_COMBO_CORE, DC_UNIQUE -> true;
        };
    }

    @Override
    public void to(Point point) throws NotReached, InterruptedException {
        while (at.compareTo(point) < 0) {
            at = step();
        }
    }

    private Point step() throws NotReached, InterruptedException {
        return switch (at) {
            case CONNECTED -> negotiate();
            case NEGOTIATED -> setUp();
            case SET_UP -> discover();
            case DISCOVERED -> select();
            case SELECTED -> authorize(new AuthorizationReq(null, null));
            case AUTHORIZED -> parameters();
            case PARAMETERS -> cableCheck();
            case CABLE_CHECKED -> preCharge();
            case PRE_CHARGED -> powerOn();
            case CHARGING -> throw new IllegalStateException("nothing comes after charging");
        };
    }

    private Point select() throws NotReached, InterruptedException {
        must(PaymentServiceSelectionRes.class, Requests.selection(PaymentOption.EXTERNAL_PAYMENT));
        return Point.SELECTED;
    }

    private Point powerOn() throws NotReached, InterruptedException {
        must(PowerDeliveryRes.class, Requests.powerOn(schedule));
        return Point.CHARGING;
    }

    static SupportedAppProtocolReq offer(String namespace) {
        return new SupportedAppProtocolReq(List.of(new AppProtocol(namespace, 2, 0, 1, 1)));
    }

    private Point negotiate() throws NotReached, InterruptedException {
        Reaction reaction =
                talk.sayExi(
                        "supportedAppProtocolReq",
                        AppProtocolCodec.encode(offer(Iso2Namespaces.MESSAGE)));
        boolean agreed =
                reaction instanceof Reaction.Answered answered
                        && answered.message() instanceof SupportedAppProtocolRes response
                        && response.responseCode() != AppProtocolResponseCode.FAILED_NO_NEGOTIATION;
        if (!agreed) {
            throw new NotReached("no agreement on ISO 15118-2: " + reaction.text());
        }
        talk.negotiated();
        return Point.NEGOTIATED;
    }

    private Point setUp() throws NotReached, InterruptedException {
        Reaction reaction = ask(Requests.setup());
        if (!(reaction instanceof Reaction.Answered answered)
                || !(answered.message() instanceof V2gMessage message)
                || !(message.body().element() instanceof SessionSetupRes response)
                || response.responseCode().failed()) {
            throw new NotReached("no session: " + reaction.text());
        }
        sessionId = message.header().sessionId();
        return Point.SET_UP;
    }

    private Point discover() throws NotReached, InterruptedException {
        ServiceDiscoveryRes response =
                must(ServiceDiscoveryRes.class, new ServiceDiscoveryReq(null, null));
        mode = response.chargeService().supportedEnergyTransferModes().modes().getFirst();
        return Point.DISCOVERED;
    }

    /** Polls until the station has decided. */
    private Point authorize(AuthorizationReq request) throws NotReached, InterruptedException {
        for (int i = 0; i < MOST_POLLS; i++) {
            if (must(AuthorizationRes.class, request).processing() == EvseProcessing.FINISHED) {
                return Point.AUTHORIZED;
            }
            Thread.sleep(POLL);
        }
        throw new NotReached("authorization never finished");
    }

    private Point parameters() throws NotReached, InterruptedException {
        for (int i = 0; i < MOST_POLLS; i++) {
            ChargeParameterDiscoveryRes response =
                    must(ChargeParameterDiscoveryRes.class, Requests.parameters(mode));
            if (response.processing() == EvseProcessing.FINISHED) {
                if (response.schedules() instanceof SaScheduleList list) {
                    schedule = list.tuples().getFirst().id();
                }
                return Point.PARAMETERS;
            }
            Thread.sleep(POLL);
        }
        throw new NotReached("charge parameter discovery never finished");
    }

    private Point cableCheck() throws NotReached, InterruptedException {
        if (!dc()) {
            throw new NotReached("the station has no DC");
        }
        for (int i = 0; i < MOST_POLLS; i++) {
            if (must(CableCheckRes.class, Requests.cableCheck()).processing()
                    == EvseProcessing.FINISHED) {
                return Point.CABLE_CHECKED;
            }
            Thread.sleep(POLL);
        }
        throw new NotReached("the cable check never finished");
    }

    private Point preCharge() throws NotReached, InterruptedException {
        for (int i = 0; i < MOST_POLLS / 10; i++) {
            PreChargeRes response = must(PreChargeRes.class, Requests.preCharge());
            if (Requests.reached(response.presentVoltage())) {
                return Point.PRE_CHARGED;
            }
            Thread.sleep(POLL);
        }
        throw new NotReached("pre-charge never reached its voltage");
    }

    /** Selects the contract and shows this one; what came of it. */
    Reaction present(String emaid, CertificateChain chain) throws NotReached, InterruptedException {
        to(Point.DISCOVERED);
        must(PaymentServiceSelectionRes.class, Requests.selection(PaymentOption.CONTRACT));
        Reaction reaction = ask(Requests.paymentDetails(emaid, chain));
        if (reaction instanceof Reaction.Answered answered
                && answered.response().orElse(null) instanceof PaymentDetailsRes details
                && !details.responseCode().failed()) {
            challenge = details.genChallenge();
        }
        return reaction;
    }

    /** The challenge of the contract shown last. */
    Bytes challenge() throws NotReached {
        Bytes given = challenge;
        if (given == null) {
            throw new NotReached("the station took not even the right contract");
        }
        return given;
    }

    /** Shows the right contract and takes the challenge. */
    void presentOwn() throws NotReached, InterruptedException {
        Papers papers = target.requiredPapers();
        Reaction reaction = present(papers.emaid(), papers.contract());
        if (challenge == null) {
            throw new NotReached("the right contract is not taken: " + reaction.text());
        }
    }

    /** Shows a contract, signs for it, and asks until the station has decided. */
    Reaction payWith(String emaid, CertificateChain chain, SoftwareKey key)
            throws NotReached, InterruptedException {
        Reaction reaction = present(emaid, chain);
        if (challenge == null) {
            return reaction;
        }
        AuthorizationReq request = new AuthorizationReq("id1", challenge);
        Reaction decided = askSigned(signature(key, request), request);
        for (int i = 0; i < MOST_POLLS && undecided(decided); i++) {
            Thread.sleep(POLL);
            decided = ask(request);
        }
        return decided;
    }

    private static boolean undecided(Reaction reaction) {
        return reaction instanceof Reaction.Answered answered
                && answered.response().orElse(null) instanceof AuthorizationRes response
                && !response.responseCode().failed()
                && response.processing() != EvseProcessing.FINISHED;
    }

    static Signature signature(SoftwareKey key, AuthorizationReq request) {
        return MessageSignature.sign(
                SignatureSuite.ECDSA_SHA256, key::sign, SignedElement.of(request));
    }

    Reaction ask(Iso2Request request) throws InterruptedException {
        return talk.say(V2gMessage.of(sessionId, request));
    }

    Reaction askSigned(Signature signature, Iso2Request request) throws InterruptedException {
        return talk.say(V2gMessage.signed(sessionId, signature, request));
    }

    /** The right answer, or not reached. */
    private <R extends Iso2Response> R must(Class<R> type, Iso2Request request)
            throws NotReached, InterruptedException {
        Reaction reaction = ask(request);
        Iso2Response response =
                reaction instanceof Reaction.Answered answered
                        ? answered.response().orElse(null)
                        : null;
        if (!type.isInstance(response) || response.responseCode().failed()) {
            throw new NotReached(
                    request.getClass().getSimpleName() + " brought " + reaction.text());
        }
        return type.cast(response);
    }

    @Override
    public void close() {
        talk.close();
    }
}

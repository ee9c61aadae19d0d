package org.plugcharge.evcc.hostile;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.din70121.CableCheckRes;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.din70121.ContractAuthenticationRes;
import org.plugcharge.v2g.din70121.Din70121Namespaces;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.din70121.EvRequestedEnergyTransfer;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.PowerDeliveryRes;
import org.plugcharge.v2g.din70121.PreChargeRes;
import org.plugcharge.v2g.din70121.ServiceDiscoveryRes;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionRes;
import org.plugcharge.v2g.din70121.SessionSetupRes;
import org.plugcharge.v2g.din70121.V2gMessage;

import java.time.Duration;
import java.util.function.Predicate;

/** {@link Walk} by DIN SPEC 70121: without TLS, DC, paid at the station. */
final class DinWalk implements Stroll {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int MOST_POLLS = 1_200;

    private final Talk talk;
    private Point at = Point.CONNECTED;
    private Bytes sessionId = Bytes.of((byte) 0);

    DinWalk(Talk talk) {
        this.talk = talk;
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
            case SET_UP -> {
                must(ServiceDiscoveryRes.class, DinRequests.services());
                yield Point.DISCOVERED;
            }
            case DISCOVERED -> {
                must(ServicePaymentSelectionRes.class, DinRequests.selection());
                yield Point.SELECTED;
            }
            case SELECTED -> authorize();
            case AUTHORIZED -> parameters();
            case PARAMETERS -> cableCheck();
            case CABLE_CHECKED -> preCharge();
            case PRE_CHARGED -> {
                must(PowerDeliveryRes.class, DinRequests.powerOn());
                yield Point.CHARGING;
            }
            case CHARGING -> throw new IllegalStateException("nothing comes after charging");
        };
    }

    private Point authorize() throws NotReached, InterruptedException {
        until(
                ContractAuthenticationRes.class,
                DinRequests.authentication(),
                response -> response.processing() == EvseProcessing.FINISHED);
        return Point.AUTHORIZED;
    }

    private Point parameters() throws NotReached, InterruptedException {
        until(
                ChargeParameterDiscoveryRes.class,
                DinRequests.parameters(EvRequestedEnergyTransfer.DC_EXTENDED),
                response -> response.processing() == EvseProcessing.FINISHED);
        return Point.PARAMETERS;
    }

    private Point cableCheck() throws NotReached, InterruptedException {
        until(
                CableCheckRes.class,
                DinRequests.cableCheck(),
                response -> response.processing() == EvseProcessing.FINISHED);
        return Point.CABLE_CHECKED;
    }

    private Point preCharge() throws NotReached, InterruptedException {
        until(
                PreChargeRes.class,
                DinRequests.preCharge(),
                response -> DinRequests.reached(response.presentVoltage()));
        return Point.PRE_CHARGED;
    }

    private Point negotiate() throws NotReached, InterruptedException {
        Reaction reaction =
                talk.sayExi(
                        "supportedAppProtocolReq",
                        AppProtocolCodec.encode(Walk.offer(Din70121Namespaces.MESSAGE)));
        if (!(reaction instanceof Reaction.Answered answered)
                || !(answered.message() instanceof SupportedAppProtocolRes response)) {
            throw new NotReached("no agreement on DIN SPEC 70121: " + reaction.text());
        }
        if (response.responseCode() == AppProtocolResponseCode.FAILED_NO_NEGOTIATION) {
            throw NotReached.ever("the station does not speak DIN SPEC 70121");
        }
        talk.negotiatedDin();
        return Point.NEGOTIATED;
    }

    private Point setUp() throws NotReached, InterruptedException {
        Reaction reaction = ask(DinRequests.setup());
        if (!(reaction instanceof Reaction.Answered answered)
                || !(answered.message() instanceof V2gMessage message)
                || !(message.body().element() instanceof SessionSetupRes response)
                || response.responseCode().failed()) {
            throw new NotReached("no session: " + reaction.text());
        }
        sessionId = message.header().sessionId();
        return Point.SET_UP;
    }

    Reaction ask(Din70121Request request) throws InterruptedException {
        return talk.say(V2gMessage.of(sessionId, request));
    }

    /** Asks until the answer is this one. */
    private <R extends Din70121Response> void until(
            Class<R> type, Din70121Request request, Predicate<R> done)
            throws NotReached, InterruptedException {
        for (int i = 0; i < MOST_POLLS; i++) {
            if (done.test(must(type, request))) {
                return;
            }
            Thread.sleep(POLL);
        }
        throw new NotReached(request.getClass().getSimpleName() + " never came to an end");
    }

    /** The right answer, or not reached. */
    private <R extends Din70121Response> R must(Class<R> type, Din70121Request request)
            throws NotReached, InterruptedException {
        Reaction reaction = ask(request);
        if (reaction instanceof Reaction.Answered answered
                && answered.message() instanceof V2gMessage message
                && type.isInstance(message.body().element())) {
            R response = type.cast(message.body().element());
            if (!response.responseCode().failed()) {
                return response;
            }
        }
        throw new NotReached(request.getClass().getSimpleName() + " brought " + reaction.text());
    }

    @Override
    public void close() {
        talk.close();
    }
}

package org.plugcharge.evcc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.iso2.Stage.Awaiting;
import org.plugcharge.evcc.session.iso2.State.Active;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.AuthorizationRes;
import org.plugcharge.v2g.iso2.CableCheckRes;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.CertificateUpdateRes;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.ChargingStatusRes;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.Iso2Body;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.MeteringReceiptRes;
import org.plugcharge.v2g.iso2.PaymentDetailsRes;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionRes;
import org.plugcharge.v2g.iso2.PowerDeliveryRes;
import org.plugcharge.v2g.iso2.PreChargeRes;
import org.plugcharge.v2g.iso2.ServiceDetailRes;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.SessionSetupRes;
import org.plugcharge.v2g.iso2.SessionStopRes;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.iso2.WeldingDetectionRes;

import java.util.Optional;

/**
 * What every response must pass: it is due, a response, of the kind due, of this session, and no
 * refusal.
 */
final class Answers {

    private Answers() {}

    static Step handshake(Active active, SupportedAppProtocolRes response, Now now) {
        if (!(active.stage() instanceof Stage.AwaitAppProtocol)) {
            return Moves.breakOff(
                    active,
                    new Failure.Unexpected(expected(active.stage()), "supportedAppProtocolRes"));
        }
        return Setup.negotiated(active, response, now);
    }

    static Step take(Active active, V2gMessage message, Now now) {
        Iso2Body body = message.body().element();
        if (!(active.stage() instanceof Awaiting awaiting)
                || !(body instanceof Iso2Response response)) {
            return unexpected(active, body);
        }
        if (response.responseCode().failed()) {
            return Moves.breakOff(active, new Failure.Refused(response.responseCode(), name(body)));
        }
        if (!awaiting.expected().equals(name(body))) {
            return unexpected(active, body);
        }
        boolean setup = awaiting instanceof Stage.AwaitSessionSetup;
        if (!setup && !message.header().sessionId().equals(active.session().id())) {
            return Moves.breakOff(
                    active,
                    new Failure.WrongSession(
                            active.session().id().toHex(), message.header().sessionId().toHex()));
        }
        return answered(active, awaiting, message, response, now)
                .map(step -> step.after(new Output.Disarm(Timer.MESSAGE)))
                .orElseGet(() -> unexpected(active, body));
    }

    /** The step, or nothing if the response is not the one due. */
    private static Optional<Step> answered(
            Active active, Awaiting awaiting, V2gMessage message, Iso2Response response, Now now) {
        Session session = active.session();
        if (session.stopWish().isPresent() && stoppable(awaiting)) {
            return Optional.of(Moves.stopWhileIdle(session, awaiting, now));
        }
        return Optional.ofNullable(
                switch (awaiting) {
                    case Stage.AwaitAppProtocol _ -> null;
                    case Stage.AwaitSessionSetup _ ->
                            response instanceof SessionSetupRes res
                                    ? Setup.sessionSetUp(
                                            active, message.header().sessionId(), res, now)
                                    : null;
                    case Stage.AwaitServiceDiscovery _ ->
                            response instanceof ServiceDiscoveryRes res
                                    ? Setup.servicesDiscovered(session, res, now)
                                    : null;
                    case Stage.AwaitServiceDetail stage ->
                            response instanceof ServiceDetailRes res
                                    ? Setup.serviceDetailed(session, stage, res, now)
                                    : null;
                    case Stage.AwaitPaymentSelection stage ->
                            response instanceof PaymentServiceSelectionRes
                                    ? Payment.selected(session, stage, now)
                                    : null;
                    case Stage.AwaitCertificateInstallation stage ->
                            response instanceof CertificateInstallationRes res
                                    ? Payment.installed(
                                            session,
                                            stage.mode(),
                                            message.header(),
                                            res,
                                            SigningKey.PROVISIONING,
                                            now)
                                    : null;
                    case Stage.AwaitCertificateUpdate stage ->
                            response instanceof CertificateUpdateRes res
                                    ? Payment.updated(session, stage, message.header(), res, now)
                                    : null;
                    case Stage.AwaitPaymentDetails stage ->
                            response instanceof PaymentDetailsRes res
                                    ? Payment.challenged(session, stage, res, now)
                                    : null;
                    case Stage.AwaitAuthorization stage ->
                            response instanceof AuthorizationRes res
                                    ? Payment.authorized(session, stage, res, now)
                                    : null;
                    case Stage.AwaitChargeParameters stage ->
                            response instanceof ChargeParameterDiscoveryRes res
                                    ? Preparation.parameters(
                                            session, stage, message.header(), res, now)
                                    : null;
                    case Stage.AwaitCableCheck stage ->
                            response instanceof CableCheckRes res
                                    ? Preparation.cableChecked(session, stage, res, now)
                                    : null;
                    case Stage.AwaitPreCharge stage ->
                            response instanceof PreChargeRes res
                                    ? Preparation.preCharged(session, stage, res, now)
                                    : null;
                    case Stage.AwaitPowerOn stage ->
                            response instanceof PowerDeliveryRes res
                                    ? Charging.poweredOn(session, stage, res, now)
                                    : null;
                    case Stage.AwaitCurrentDemand stage ->
                            response instanceof CurrentDemandRes res
                                    ? Charging.delivered(session, stage, res, now)
                                    : null;
                    case Stage.AwaitChargingStatus stage ->
                            response instanceof ChargingStatusRes res
                                    ? Charging.allowed(session, stage, res, now)
                                    : null;
                    case Stage.AwaitRenegotiation stage ->
                            response instanceof PowerDeliveryRes
                                    ? Charging.renegotiating(session, stage, now)
                                    : null;
                    case Stage.AwaitMeteringReceipt stage ->
                            response instanceof MeteringReceiptRes res
                                    ? Charging.receipted(session, stage, res, now)
                                    : null;
                    case Stage.AwaitPowerOff stage ->
                            response instanceof PowerDeliveryRes
                                    ? Charging.poweredOff(session, stage, now)
                                    : null;
                    case Stage.AwaitWeldingDetection stage ->
                            response instanceof WeldingDetectionRes res
                                    ? Charging.weldingDetected(session, stage, res, now)
                                    : null;
                    case Stage.AwaitSessionStop stage ->
                            response instanceof SessionStopRes
                                    ? stopped(session, stage.ending())
                                    : null;
                });
    }

    private static Step stopped(Session session, Ending ending) {
        Step step = Moves.done(ending);
        return ending.equals(new Ending.Completed(StopCause.PAUSED))
                ? step.after(new Output.KeepSession(session.id()))
                : step;
    }

    /**
     * Before energy flows a wish to stop is followed at the next response; in the loop by the loop
     * itself.
     */
    private static boolean stoppable(Awaiting awaiting) {
        return switch (awaiting) {
            case Stage.AwaitAppProtocol _,
                    Stage.AwaitSessionSetup _,
                    Stage.AwaitPowerOn _,
                    Stage.AwaitCurrentDemand _,
                    Stage.AwaitChargingStatus _,
                    Stage.AwaitRenegotiation _,
                    Stage.AwaitMeteringReceipt _,
                    Stage.AwaitPowerOff _,
                    Stage.AwaitWeldingDetection _,
                    Stage.AwaitSessionStop _ ->
                    false;
            case Awaiting _ -> true;
        };
    }

    private static Step unexpected(Active active, @Nullable Iso2Body body) {
        return Moves.breakOff(active, new Failure.Unexpected(expected(active.stage()), name(body)));
    }

    private static String expected(Stage stage) {
        return stage instanceof Awaiting awaiting ? awaiting.expected() : "nothing";
    }

    private static String name(@Nullable Iso2Body body) {
        return body == null ? "a message without body" : body.getClass().getSimpleName();
    }
}

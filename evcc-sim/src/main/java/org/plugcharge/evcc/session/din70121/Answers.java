package org.plugcharge.evcc.session.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.din70121.Stage.Awaiting;
import org.plugcharge.evcc.session.din70121.State.Active;
import org.plugcharge.v2g.din70121.CableCheckRes;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.din70121.ContractAuthenticationRes;
import org.plugcharge.v2g.din70121.CurrentDemandRes;
import org.plugcharge.v2g.din70121.Din70121Body;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.din70121.PowerDeliveryRes;
import org.plugcharge.v2g.din70121.PreChargeRes;
import org.plugcharge.v2g.din70121.ServiceDiscoveryRes;
import org.plugcharge.v2g.din70121.SessionSetupRes;
import org.plugcharge.v2g.din70121.V2gMessage;
import org.plugcharge.v2g.din70121.WeldingDetectionRes;

/** What a response means where it comes. */
final class Answers {

    private Answers() {}

    static Step take(Active active, V2gMessage message, Now now) {
        Din70121Body body = message.body().element();
        if (!(active.stage() instanceof Awaiting awaiting)
                || !(body instanceof Din70121Response response)
                || !name(body).equals(awaiting.expected())) {
            return Moves.breakOff(
                    active, new Failure.Unexpected(expected(active.stage()), name(body)));
        }
        if (response.responseCode().failed()) {
            return refused(active, awaiting, response);
        }
        boolean setup = awaiting instanceof Stage.AwaitSessionSetup;
        if (!setup && !message.header().sessionId().equals(active.session().id())) {
            return Moves.breakOff(
                    active,
                    new Failure.WrongSession(
                            active.session().id().toHex(), message.header().sessionId().toHex()));
        }
        return answered(active, awaiting, message, response, now)
                .after(new Output.Disarm(Timer.MESSAGE));
    }

    /** Nothing else in a refusal counts; the station closes after it [V2G-DC-665]. */
    private static Step refused(Active active, Awaiting awaiting, Din70121Response response) {
        return Moves.breakOff(
                active, new Failure.Refused(response.responseCode(), awaiting.expected()));
    }

    private static Step answered(
            Active active,
            Awaiting awaiting,
            V2gMessage message,
            Din70121Response response,
            Now now) {
        Session session = active.session();
        if (session.stopWish().isPresent() && stoppable(awaiting)) {
            return Moves.stopWhileIdle(session, awaiting, now);
        }
        return switch (awaiting) {
            case Stage.AwaitSessionSetup _ ->
                    Preparation.sessionSetUp(
                            active, message.header().sessionId(), (SessionSetupRes) response, now);
            case Stage.AwaitServiceDiscovery _ ->
                    Preparation.servicesDiscovered(session, (ServiceDiscoveryRes) response, now);
            case Stage.AwaitServicePaymentSelection stage ->
                    Preparation.selected(session, stage, now);
            case Stage.AwaitContractAuthentication stage ->
                    Preparation.authenticated(
                            session, stage, (ContractAuthenticationRes) response, now);
            case Stage.AwaitChargeParameterDiscovery stage ->
                    Preparation.parametersKnown(
                            session, stage, (ChargeParameterDiscoveryRes) response, now);
            case Stage.AwaitCableCheck stage ->
                    Preparation.cableChecked(session, stage, (CableCheckRes) response, now);
            case Stage.AwaitPreCharge stage ->
                    Preparation.preCharged(session, stage, (PreChargeRes) response, now);
            case Stage.AwaitPowerOn stage ->
                    Charging.poweredOn(session, stage, (PowerDeliveryRes) response, now);
            case Stage.AwaitCurrentDemand stage ->
                    Charging.delivered(session, stage, (CurrentDemandRes) response, now);
            case Stage.AwaitPowerOff stage -> Charging.poweredOff(session, stage, now);
            case Stage.AwaitWeldingDetection stage ->
                    Charging.weldingDetected(session, stage, (WeldingDetectionRes) response, now);
            case Stage.AwaitSessionStop stage -> Moves.done(stage.ending());
        };
    }

    /**
     * Before energy flows a wish to stop is followed at the next response; in the loop by the loop
     * itself.
     */
    private static boolean stoppable(Awaiting awaiting) {
        return switch (awaiting) {
            case Stage.AwaitSessionSetup _,
                    Stage.AwaitPowerOn _,
                    Stage.AwaitCurrentDemand _,
                    Stage.AwaitPowerOff _,
                    Stage.AwaitWeldingDetection _,
                    Stage.AwaitSessionStop _ ->
                    false;
            case Stage.AwaitServiceDiscovery _,
                    Stage.AwaitServicePaymentSelection _,
                    Stage.AwaitContractAuthentication _,
                    Stage.AwaitChargeParameterDiscovery _,
                    Stage.AwaitCableCheck _,
                    Stage.AwaitPreCharge _ ->
                    true;
        };
    }

    private static String expected(Stage stage) {
        return stage instanceof Awaiting awaiting ? awaiting.expected() : "nothing";
    }

    private static String name(@Nullable Din70121Body body) {
        return body == null ? "a message without body" : body.getClass().getSimpleName();
    }
}

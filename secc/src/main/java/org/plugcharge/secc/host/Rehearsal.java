package org.plugcharge.secc.host;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.evse.MeterReading;
import org.plugcharge.secc.session.Now;
import org.plugcharge.secc.session.iso2.Input;
import org.plugcharge.secc.session.iso2.Iso2Session;
import org.plugcharge.secc.session.iso2.Iso2Station;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.secc.session.iso2.Output;
import org.plugcharge.secc.session.iso2.State;
import org.plugcharge.secc.session.iso2.StationPolicy;
import org.plugcharge.secc.session.iso2.Step;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvChargeParameter;
import org.plugcharge.v2g.iso2.DcEvErrorCode;
import org.plugcharge.v2g.iso2.DcEvStatus;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.SelectedService;
import org.plugcharge.v2g.iso2.SelectedServiceList;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Plays a session with nobody before the first vehicle comes: no socket, no hardware, no back end.
 * A vehicle waits 250 ms for the first CurrentDemandRes; on a small machine that is less than it
 * takes to load what makes it.
 */
final class Rehearsal {

    private static final int LOOPS = 200;
    private static boolean done;
    private static final DcEvStatus EV = new DcEvStatus(true, DcEvErrorCode.NO_ERROR, 50);
    private static final PhysicalValue VOLTS = PhysicalValue.of(400, UnitSymbol.VOLT);
    private static final PhysicalValue AMPS = PhysicalValue.of(100, UnitSymbol.AMPERE);

    private final Now now =
            new Now(
                    Instant.EPOCH,
                    new EvseReading(
                            ControlPilot.C,
                            Contactor.CLOSED,
                            Isolation.VALID,
                            400_000,
                            100_000,
                            Fault.NONE),
                    new MeterReading("M", Instant.EPOCH, 0),
                    length -> Bytes.owning(ones(length)));
    private State state =
            Iso2Session.begin(
                    new Iso2Station(
                            "ZZ*000*E0",
                            false,
                            true,
                            false,
                            false,
                            ContractCheck.CENTRAL,
                            new DcLimits(0, 1_000_000, 0, 500_000, 350_000, 0),
                            350_000,
                            Duration.ofDays(1),
                            StationPolicy.USUAL));
    private int answered;
    private Bytes sessionId = Bytes.owning(new byte[8]);

    private Rehearsal() {}

    /**
     * Takes a tenth of a second or two, at the first call in a process. {@link
     * IllegalStateException} if the session did not get to the charge loop.
     */
    static synchronized void once() {
        if (!done) {
            new Rehearsal().play();
            DinRehearsal.run();
            done = true;
        }
    }

    private static byte[] ones(int length) {
        byte[] octets = new byte[length];
        Arrays.fill(octets, (byte) 1);
        return octets;
    }

    private void play() {
        ask(new SessionSetupReq(Bytes.fromHex("020000000001")));
        ask(new ServiceDiscoveryReq(null, null));
        ask(
                new PaymentServiceSelectionReq(
                        PaymentOption.EXTERNAL_PAYMENT,
                        new SelectedServiceList(List.of(new SelectedService(1, null)))));
        ask(new AuthorizationReq(null, null));
        take(new Input.Authorized(new Authorization.Accepted()));
        ask(new AuthorizationReq(null, null));
        ask(
                new ChargeParameterDiscoveryReq(
                        null,
                        EnergyTransferMode.DC_EXTENDED,
                        new DcEvChargeParameter(
                                null, EV, AMPS, null, VOLTS, null, null, null, null)));
        take(new Input.Scheduled(Optional.empty()));
        ask(new CableCheckReq(EV));
        ask(new CableCheckReq(EV));
        ask(new PreChargeReq(EV, VOLTS, AMPS));
        ask(new PowerDeliveryReq(ChargeProgress.START, 1, null, null));
        take(new Input.HardwareChanged());
        for (int i = 0; i < LOOPS; i++) {
            ask(new CurrentDemandReq(EV, AMPS, null, null, null, null, false, null, null, VOLTS));
        }
        if (answered < LOOPS) {
            throw new IllegalStateException("the rehearsal ended in " + state);
        }
    }

    private void ask(Iso2Request request) {
        Bytes exi = Iso2Codec.encode(V2gMessage.of(sessionId, request));
        take(new Input.Received(Iso2Codec.decode(exi), exi));
    }

    private void take(Input input) {
        Step step = Iso2Session.step(state, input, now);
        state = step.next();
        for (Output output : step.outputs()) {
            if (output instanceof Output.Send(V2gMessage answer)) {
                sessionId = answer.header().sessionId();
                Iso2Codec.encode(answer);
                answered += answer.body().element() instanceof CurrentDemandRes ? 1 : 0;
            }
        }
    }
}

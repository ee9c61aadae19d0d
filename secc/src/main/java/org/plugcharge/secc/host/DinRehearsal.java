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
import org.plugcharge.secc.session.din70121.Din70121Session;
import org.plugcharge.secc.session.din70121.DinEvseId;
import org.plugcharge.secc.session.din70121.DinStation;
import org.plugcharge.secc.session.din70121.Input;
import org.plugcharge.secc.session.din70121.Output;
import org.plugcharge.secc.session.din70121.State;
import org.plugcharge.secc.session.din70121.Step;
import org.plugcharge.v2g.din70121.CableCheckReq;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.ContractAuthenticationReq;
import org.plugcharge.v2g.din70121.CurrentDemandReq;
import org.plugcharge.v2g.din70121.CurrentDemandRes;
import org.plugcharge.v2g.din70121.DcEvChargeParameter;
import org.plugcharge.v2g.din70121.DcEvErrorCode;
import org.plugcharge.v2g.din70121.DcEvStatus;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.EvRequestedEnergyTransfer;
import org.plugcharge.v2g.din70121.PaymentOption;
import org.plugcharge.v2g.din70121.PhysicalValue;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.PreChargeReq;
import org.plugcharge.v2g.din70121.SelectedService;
import org.plugcharge.v2g.din70121.SelectedServiceList;
import org.plugcharge.v2g.din70121.ServiceDiscoveryReq;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionReq;
import org.plugcharge.v2g.din70121.SessionSetupReq;
import org.plugcharge.v2g.din70121.UnitSymbol;
import org.plugcharge.v2g.din70121.V2gMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link Rehearsal} for DIN SPEC 70121, whose vehicles wait no longer. */
final class DinRehearsal {

    private static final int LOOPS = 200;
    private static final Bytes ID = Bytes.fromHex("0101010101010101");
    private static final DcEvStatus EV =
            new DcEvStatus(true, null, null, DcEvErrorCode.NO_ERROR, 50);
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
                    length -> ID.slice(0, length));
    private State state =
            Din70121Session.begin(
                    new DinStation(
                            DinEvseId.NONE,
                            new DcLimits(0, 1_000_000, 0, 500_000, 350_000, 0),
                            350_000,
                            Duration.ofDays(1)));
    private int answered;

    private DinRehearsal() {}

    /**
     * Takes a tenth of a second. {@link IllegalStateException} if the session did not get to the
     * charge loop.
     */
    static void run() {
        new DinRehearsal().play();
    }

    private void play() {
        ask(new SessionSetupReq(Bytes.fromHex("020000000001")));
        ask(new ServiceDiscoveryReq(null, null));
        ask(
                new ServicePaymentSelectionReq(
                        PaymentOption.EXTERNAL_PAYMENT,
                        new SelectedServiceList(List.of(new SelectedService(1, null)))));
        ask(new ContractAuthenticationReq(null, null));
        take(new Input.Authorized(new Authorization.Accepted()));
        ask(new ContractAuthenticationReq(null, null));
        ask(
                new ChargeParameterDiscoveryReq(
                        EvRequestedEnergyTransfer.DC_EXTENDED,
                        new DcEvChargeParameter(EV, AMPS, null, VOLTS, null, null, null, null)));
        take(new Input.Scheduled(Optional.empty()));
        ask(new CableCheckReq(EV));
        ask(new CableCheckReq(EV));
        ask(new PreChargeReq(EV, VOLTS, AMPS));
        ask(new PowerDeliveryReq(true, null, null));
        take(new Input.HardwareChanged());
        for (int i = 0; i < LOOPS; i++) {
            ask(new CurrentDemandReq(EV, AMPS, null, null, null, null, false, null, null, VOLTS));
        }
        if (answered < LOOPS) {
            throw new IllegalStateException("the rehearsal ended in " + state);
        }
    }

    private void ask(Din70121Request request) {
        Bytes exi = Din70121Codec.encode(V2gMessage.of(ID, request));
        take(new Input.Received(Din70121Codec.decode(exi)));
    }

    private void take(Input input) {
        Step step = Din70121Session.step(state, input, now);
        state = step.next();
        for (Output output : step.outputs()) {
            if (output instanceof Output.Send(V2gMessage answer)) {
                Din70121Codec.encode(answer);
                answered += answer.body().element() instanceof CurrentDemandRes ? 1 : 0;
            }
        }
    }
}

package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.DcEvChargeParameter;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PMaxSchedule;
import org.plugcharge.v2g.iso2.PMaxScheduleEntry;
import org.plugcharge.v2g.iso2.RelativeTimeInterval;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SaScheduleList;
import org.plugcharge.v2g.iso2.SaScheduleTuple;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.List;
import java.util.Set;

/** {@code identification} may charge; what the vehicle needs is not known yet. */
record AwaitChargeParameters(Session session, Identification identification) implements State {

    private static final long DAY_SECONDS = 86_400;

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(ChargeParameterDiscoveryReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        ChargeParameterDiscoveryReq discovery = (ChargeParameterDiscoveryReq) request;
        if (!Services.MODES.contains(discovery.energyTransferMode())) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_WRONG_ENERGY_TRANSFER_MODE,
                    discovery.energyTransferMode() + " is not offered",
                    now); // [V2G2-476]
        }
        if (!(discovery.chargeParameter() instanceof DcEvChargeParameter vehicle)
                || !fits(vehicle)) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
                    "the vehicle's limits do not fit a DC outlet",
                    now); // [V2G2-477]
        }
        return Step.to(
                new AwaitCableCheck(session, identification, false),
                session.send(
                        new ChargeParameterDiscoveryRes(
                                ResponseCode.OK,
                                EvseProcessing.FINISHED,
                                schedules(),
                                DcAnswers.parameters(session.station(), now))));
    }

    private boolean fits(DcEvChargeParameter vehicle) {
        DcLimits limits = session.station().limits();
        return DcAnswers.milli(vehicle.maximumVoltageLimit()) >= limits.minimumMilliVolts()
                && DcAnswers.milli(vehicle.maximumCurrentLimit()) >= limits.minimumMilliAmps();
    }

    private SaScheduleList schedules() {
        PMaxScheduleEntry wholeDay =
                new PMaxScheduleEntry(
                        new RelativeTimeInterval(0, DAY_SECONDS),
                        DcAnswers.watts(session.station().offeredWatts()));
        return new SaScheduleList(
                List.of(
                        new SaScheduleTuple(
                                DcAnswers.SCHEDULE, new PMaxSchedule(List.of(wholeDay)), null)));
    }
}

package org.plugcharge.evcc.host;

import org.plugcharge.evcc.session.ProtocolOffer;
import org.plugcharge.evcc.session.ProtocolOffer.Protocol;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.PaymentOption;

import java.util.List;

/** Who takes part in a session, and which conversation they can have. */
record Cast(
        Conversation.Door door,
        VehiclePlan plan,
        CarKeys keys,
        CarBody body,
        SessionListener listener) {

    /** A car that speaks ISO 15118-2 alone makes its offer in its own words. */
    Conversation conversation(ProtocolOffer offer, boolean tls) {
        List<Protocol> fitting =
                offer.protocols().stream()
                        .filter(protocol -> protocol != Protocol.DIN || din(tls))
                        .toList();
        if (fitting.isEmpty()) {
            throw new CarException(
                    "DIN SPEC 70121 knows direct current paid at the station only, without TLS");
        }
        return fitting.equals(List.of(Protocol.ISO2))
                ? new Iso2Conversation(door, plan, keys, body, listener, false)
                : new Negotiating(
                        door, new ProtocolOffer(fitting), plan.pace(), listener, this::agreed);
    }

    private boolean din(boolean tls) {
        EnergyTransferMode mode = plan.modes().getFirst();
        boolean alternating =
                mode == EnergyTransferMode.AC_SINGLE_PHASE_CORE
                        || mode == EnergyTransferMode.AC_THREE_PHASE_CORE;
        return !tls && !alternating && plan.payment() == PaymentOption.EXTERNAL_PAYMENT;
    }

    private Conversation agreed(Protocol protocol) {
        return switch (protocol) {
            case ISO2 -> new Iso2Conversation(door, plan, keys, body, listener, true);
            case DIN ->
                    new DinConversation(
                            door,
                            new org.plugcharge.evcc.session.din70121.VehiclePlan(
                                    plan.evccId(),
                                    plan.battery(),
                                    plan.maxPowerWatts(),
                                    plan.maxLoops(),
                                    plan.targetPercent(),
                                    plan.pace(),
                                    plan.stationHasPower()),
                            body,
                            listener);
        };
    }
}

package org.plugcharge.secc.host;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
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
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.util.List;

/** What a DC vehicle asks, from supportedAppProtocol to SessionStop. */
final class Road {

    static final String ISO2 = "urn:iso:15118:2:2013:MsgDef";
    static final Bytes NO_SESSION = Bytes.of(new byte[8]);
    static final DcEvStatus EV = new DcEvStatus(true, DcEvErrorCode.NO_ERROR, 42);
    static final PhysicalValue VOLTS = PhysicalValue.of(400, UnitSymbol.VOLT);
    static final PhysicalValue AMPS = PhysicalValue.of(120, UnitSymbol.AMPERE);

    static final SessionSetupReq SETUP = new SessionSetupReq(Bytes.fromHex("02aabbccddee"));
    static final ServiceDiscoveryReq SERVICES = new ServiceDiscoveryReq(null, null);
    static final AuthorizationReq AUTHORIZATION = new AuthorizationReq(null, null);
    static final CurrentDemandReq DEMAND =
            new CurrentDemandReq(EV, AMPS, null, null, null, null, false, null, null, VOLTS);
    static final SessionStopReq STOP = new SessionStopReq(ChargingSession.TERMINATE);

    /** Before energy flows, each asked once; a few are repeated until their answer is Finished. */
    static final List<Iso2Request> TO_POWER =
            List.of(
                    SETUP,
                    SERVICES,
                    select(PaymentOption.EXTERNAL_PAYMENT),
                    AUTHORIZATION,
                    new ChargeParameterDiscoveryReq(
                            null,
                            EnergyTransferMode.DC_EXTENDED,
                            new DcEvChargeParameter(
                                    null, EV, AMPS, null, VOLTS, null, null, null, null)),
                    new CableCheckReq(EV),
                    new PreChargeReq(EV, VOLTS, PhysicalValue.of(2, UnitSymbol.AMPERE)),
                    power(ChargeProgress.START),
                    DEMAND);

    private Road() {}

    static PaymentServiceSelectionReq select(PaymentOption option) {
        return new PaymentServiceSelectionReq(
                option, new SelectedServiceList(List.of(new SelectedService(1, null))));
    }

    static PowerDeliveryReq power(ChargeProgress progress) {
        return new PowerDeliveryReq(progress, 1, null, null);
    }

    static Bytes frame(Bytes exi) {
        return new V2gtpFrame(PayloadType.EXI_MESSAGE, exi).encode();
    }

    static Bytes negotiation() {
        return frame(
                AppProtocolCodec.encode(
                        new SupportedAppProtocolReq(List.of(new AppProtocol(ISO2, 2, 0, 7, 1)))));
    }

    static Bytes request(Bytes sessionId, Iso2Request request) {
        return frame(Iso2Codec.encode(V2gMessage.of(sessionId, request)));
    }
}

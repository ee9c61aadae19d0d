package org.plugcharge.secc.host;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.din70121.CableCheckReq;
import org.plugcharge.v2g.din70121.CableCheckRes;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.din70121.ContractAuthenticationReq;
import org.plugcharge.v2g.din70121.ContractAuthenticationRes;
import org.plugcharge.v2g.din70121.CurrentDemandReq;
import org.plugcharge.v2g.din70121.DcEvChargeParameter;
import org.plugcharge.v2g.din70121.DcEvErrorCode;
import org.plugcharge.v2g.din70121.DcEvPowerDeliveryParameter;
import org.plugcharge.v2g.din70121.DcEvStatus;
import org.plugcharge.v2g.din70121.Din70121Body;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.din70121.Din70121Namespaces;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.EvRequestedEnergyTransfer;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.PaymentOption;
import org.plugcharge.v2g.din70121.PhysicalValue;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.PreChargeReq;
import org.plugcharge.v2g.din70121.PreChargeRes;
import org.plugcharge.v2g.din70121.SelectedService;
import org.plugcharge.v2g.din70121.SelectedServiceList;
import org.plugcharge.v2g.din70121.ServiceDiscoveryReq;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionReq;
import org.plugcharge.v2g.din70121.SessionSetupReq;
import org.plugcharge.v2g.din70121.UnitSymbol;
import org.plugcharge.v2g.din70121.V2gMessage;

import java.util.List;

/** {@link ConnectionFuzzTest} for sessions of DIN SPEC 70121. */
class DinConnectionFuzzTest {

    private static final int ASKED_MOST = 20;
    private static final DcEvStatus STATUS =
            new DcEvStatus(true, null, null, DcEvErrorCode.NO_ERROR, 50);
    private static final PhysicalValue VOLTS = PhysicalValue.of(400, UnitSymbol.VOLT);
    private static final PhysicalValue AMPS = PhysicalValue.of(10, UnitSymbol.AMPERE);

    private static final List<Din70121Request> TO_POWER =
            List.of(
                    new SessionSetupReq(Bytes.fromHex("020000000001")),
                    new ServiceDiscoveryReq(null, null),
                    new ServicePaymentSelectionReq(
                            PaymentOption.EXTERNAL_PAYMENT,
                            new SelectedServiceList(List.of(new SelectedService(1, null)))),
                    new ContractAuthenticationReq(null, null),
                    new ChargeParameterDiscoveryReq(
                            EvRequestedEnergyTransfer.DC_EXTENDED,
                            new DcEvChargeParameter(
                                    STATUS, AMPS, null, VOLTS, null, null, null, null)),
                    new CableCheckReq(STATUS),
                    new PreChargeReq(STATUS, VOLTS, AMPS),
                    new PowerDeliveryReq(
                            true, null, new DcEvPowerDeliveryParameter(STATUS, null, false)),
                    new CurrentDemandReq(
                            STATUS, AMPS, VOLTS, AMPS, null, null, false, null, null, VOLTS));

    private final Outlet outlet = PluggedCar.outlet(new TestStation());
    private Bytes sessionId = Road.NO_SESSION;

    /** Any EXI payload in a good frame, in a phase of a session that went well so far. */
    @FuzzTest(maxDuration = "15s")
    void payloadInADinSession(FuzzedDataProvider data) {
        int phase = data.consumeInt(0, TO_POWER.size());
        try (PluggedCar car = begin()) {
            for (Din70121Request request : TO_POWER.subList(0, phase)) {
                for (int i = 0; i < ASKED_MOST && say(car, Bytes.owning(exi(request))); i++) {}
            }
            while (data.remainingBytes() > 0 && car.open()) {
                say(car, Bytes.of(data.consumeBytes(data.consumeInt(1, 2_000))));
            }
        }
        assertSafeAndFree();
    }

    /** Good requests with a few bent bits, in any order. */
    @FuzzTest(maxDuration = "15s")
    void bentDinRequests(FuzzedDataProvider data) {
        try (PluggedCar car = begin()) {
            while (data.remainingBytes() > 0 && car.open()) {
                byte[] octets = exi(TO_POWER.get(data.consumeInt(0, TO_POWER.size() - 1)));
                for (int bends = data.consumeInt(0, 3); bends > 0; bends--) {
                    octets[data.consumeInt(0, octets.length - 1)] ^= data.consumeByte();
                }
                say(car, Bytes.owning(octets));
            }
        }
        assertSafeAndFree();
    }

    private PluggedCar begin() {
        sessionId = Road.NO_SESSION;
        PluggedCar car = new PluggedCar(outlet, false);
        car.octets(
                Road.frame(
                        AppProtocolCodec.encode(
                                new SupportedAppProtocolReq(
                                        List.of(
                                                new AppProtocol(
                                                        Din70121Namespaces.MESSAGE,
                                                        2,
                                                        0,
                                                        1,
                                                        1))))));
        if (car.heard().size() != 1) {
            throw new AssertionError("expected supportedAppProtocolRes");
        }
        return car;
    }

    private byte[] exi(Din70121Request request) {
        return Din70121Codec.encode(V2gMessage.of(sessionId, request)).toArray();
    }

    /** Whether the station wants to be asked again. */
    private boolean say(PluggedCar car, Bytes exi) {
        car.octets(Road.frame(exi));
        boolean again = false;
        for (Bytes octets : car.heard()) {
            V2gMessage answer = Din70121Codec.decode(octets);
            sessionId = answer.header().sessionId();
            again = ongoing(answer.body().element());
        }
        return again;
    }

    private static boolean ongoing(@Nullable Din70121Body answer) {
        return switch (answer) {
            case ContractAuthenticationRes res -> res.processing() == EvseProcessing.ONGOING;
            case ChargeParameterDiscoveryRes res -> res.processing() == EvseProcessing.ONGOING;
            case CableCheckRes res -> res.processing() == EvseProcessing.ONGOING;
            case PreChargeRes res ->
                    res.presentVoltage().toDecimal().compareTo(VOLTS.toDecimal()) < 0;
            case null, default -> false;
        };
    }

    private void assertSafeAndFree() {
        if (outlet.inSession()) {
            throw new AssertionError("the connector is still taken");
        }
        if (outlet.driver().reading().contactor() != Contactor.OPEN) {
            throw new AssertionError("the contactor is still closed");
        }
    }
}

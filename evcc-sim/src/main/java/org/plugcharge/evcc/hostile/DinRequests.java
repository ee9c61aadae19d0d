package org.plugcharge.evcc.hostile;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.din70121.CableCheckReq;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.ChargingProfile;
import org.plugcharge.v2g.din70121.ContractAuthenticationReq;
import org.plugcharge.v2g.din70121.CurrentDemandReq;
import org.plugcharge.v2g.din70121.DcEvChargeParameter;
import org.plugcharge.v2g.din70121.DcEvErrorCode;
import org.plugcharge.v2g.din70121.DcEvPowerDeliveryParameter;
import org.plugcharge.v2g.din70121.DcEvStatus;
import org.plugcharge.v2g.din70121.EvRequestedEnergyTransfer;
import org.plugcharge.v2g.din70121.PaymentOption;
import org.plugcharge.v2g.din70121.PhysicalValue;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.PreChargeReq;
import org.plugcharge.v2g.din70121.ProfileEntry;
import org.plugcharge.v2g.din70121.SelectedService;
import org.plugcharge.v2g.din70121.SelectedServiceList;
import org.plugcharge.v2g.din70121.ServiceDiscoveryReq;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionReq;
import org.plugcharge.v2g.din70121.SessionSetupReq;
import org.plugcharge.v2g.din70121.UnitSymbol;

import java.math.BigDecimal;
import java.util.List;

/** {@link Requests} of DIN SPEC 70121. */
final class DinRequests {

    private static final Bytes EVCC_ID = Bytes.fromHex("020000000666");
    private static final int CHARGE_SERVICE = 1;
    private static final int VOLTS = 400;
    private static final BigDecimal TOLERANCE = BigDecimal.valueOf(20);
    private static final DcEvStatus STATUS =
            new DcEvStatus(true, null, null, DcEvErrorCode.NO_ERROR, 50);

    private DinRequests() {}

    static SessionSetupReq setup() {
        return new SessionSetupReq(EVCC_ID);
    }

    static ServiceDiscoveryReq services() {
        return new ServiceDiscoveryReq(null, null);
    }

    static ServicePaymentSelectionReq selection() {
        return selection(PaymentOption.EXTERNAL_PAYMENT, CHARGE_SERVICE);
    }

    static ServicePaymentSelectionReq selection(PaymentOption option, int service) {
        return new ServicePaymentSelectionReq(
                option, new SelectedServiceList(List.of(new SelectedService(service, null))));
    }

    static ContractAuthenticationReq authentication() {
        return new ContractAuthenticationReq(null, null);
    }

    static ChargeParameterDiscoveryReq parameters(EvRequestedEnergyTransfer transfer) {
        return new ChargeParameterDiscoveryReq(
                transfer,
                new DcEvChargeParameter(
                        STATUS, amperes(200), null, volts(500), null, null, null, null));
    }

    static CableCheckReq cableCheck() {
        return new CableCheckReq(STATUS);
    }

    static PreChargeReq preCharge(int volts) {
        return new PreChargeReq(STATUS, volts(volts), amperes(1));
    }

    static PreChargeReq preCharge() {
        return preCharge(VOLTS);
    }

    static boolean reached(PhysicalValue present) {
        return present.toDecimal().subtract(BigDecimal.valueOf(VOLTS)).abs().compareTo(TOLERANCE)
                <= 0;
    }

    static PowerDeliveryReq powerOn() {
        return new PowerDeliveryReq(
                true, null, new DcEvPowerDeliveryParameter(STATUS, null, false));
    }

    /** By a schedule with this number. */
    static PowerDeliveryReq powerOn(int schedule) {
        return new PowerDeliveryReq(
                true,
                new ChargingProfile(schedule, List.of(new ProfileEntry(0, 10_000))),
                new DcEvPowerDeliveryParameter(STATUS, null, false));
    }

    static CurrentDemandReq demand() {
        return new CurrentDemandReq(
                STATUS,
                amperes(10),
                volts(500),
                amperes(200),
                null,
                null,
                false,
                null,
                null,
                volts(VOLTS));
    }

    private static PhysicalValue volts(int volts) {
        return PhysicalValue.of(volts, UnitSymbol.VOLT);
    }

    private static PhysicalValue amperes(int amperes) {
        return PhysicalValue.of(amperes, UnitSymbol.AMPERE);
    }
}

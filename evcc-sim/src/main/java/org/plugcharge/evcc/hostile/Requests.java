package org.plugcharge.evcc.hostile;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.AcEvChargeParameter;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingProfile;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.DcEvChargeParameter;
import org.plugcharge.v2g.iso2.DcEvErrorCode;
import org.plugcharge.v2g.iso2.DcEvPowerDeliveryParameter;
import org.plugcharge.v2g.iso2.DcEvStatus;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvChargeParameter;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.ProfileEntry;
import org.plugcharge.v2g.iso2.SelectedService;
import org.plugcharge.v2g.iso2.SelectedServiceList;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.UnitSymbol;

import java.math.BigDecimal;
import java.util.List;

/** Requests of a car with a battery at 400 V, as they should be. */
final class Requests {

    private static final Bytes EVCC_ID = Bytes.fromHex("020000000666");
    private static final int CHARGE_SERVICE = 1;
    private static final int VOLTS = 400;
    private static final BigDecimal TOLERANCE = BigDecimal.valueOf(20);
    private static final DcEvStatus STATUS = new DcEvStatus(true, DcEvErrorCode.NO_ERROR, 50);

    private Requests() {}

    static SessionSetupReq setup() {
        return new SessionSetupReq(EVCC_ID);
    }

    static PaymentServiceSelectionReq selection(PaymentOption option) {
        return selection(option, CHARGE_SERVICE);
    }

    static PaymentServiceSelectionReq selection(PaymentOption option, int service) {
        return new PaymentServiceSelectionReq(
                option, new SelectedServiceList(List.of(new SelectedService(service, null))));
    }

    static PaymentDetailsReq paymentDetails(String emaid, CertificateChain chain) {
        return new PaymentDetailsReq(
                emaid,
                org.plugcharge.v2g.iso2.CertificateChain.of(chain.leaf(), chain.subCertificates()));
    }

    static ChargeParameterDiscoveryReq parameters(EnergyTransferMode mode) {
        return new ChargeParameterDiscoveryReq(null, mode, chargeParameter(mode));
    }

    private static EvChargeParameter chargeParameter(EnergyTransferMode mode) {
        return switch (mode) {
            case AC_SINGLE_PHASE_CORE, AC_THREE_PHASE_CORE ->
                    new AcEvChargeParameter(
                            null,
                            PhysicalValue.of(10_000, UnitSymbol.WATT_HOUR),
                            volts(VOLTS),
                            amperes(16),
                            amperes(6));
            case DC_CORE, DC_EXTENDED, DC_COMBO_CORE, DC_UNIQUE ->
                    new DcEvChargeParameter(
                            null, STATUS, amperes(200), null, volts(500), null, null, null, null);
        };
    }

    static CableCheckReq cableCheck() {
        return new CableCheckReq(STATUS);
    }

    static PreChargeReq preCharge() {
        return new PreChargeReq(STATUS, volts(VOLTS), amperes(1));
    }

    static boolean reached(PhysicalValue present) {
        return present.toDecimal().subtract(BigDecimal.valueOf(VOLTS)).abs().compareTo(TOLERANCE)
                <= 0;
    }

    static PowerDeliveryReq powerOn(int schedule) {
        return new PowerDeliveryReq(ChargeProgress.START, schedule, null, powerParameter());
    }

    /** A profile that wants more than any station has. */
    static PowerDeliveryReq overpowered(int schedule) {
        return new PowerDeliveryReq(
                ChargeProgress.START,
                schedule,
                new ChargingProfile(
                        List.of(
                                new ProfileEntry(
                                        0, PhysicalValue.of(30_000_000, UnitSymbol.WATT), null))),
                powerParameter());
    }

    private static DcEvPowerDeliveryParameter powerParameter() {
        return new DcEvPowerDeliveryParameter(STATUS, null, false);
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

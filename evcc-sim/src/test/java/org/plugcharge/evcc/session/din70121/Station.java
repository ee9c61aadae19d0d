package org.plugcharge.evcc.session.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.din70121.AcEvseStatus;
import org.plugcharge.v2g.din70121.CableCheckRes;
import org.plugcharge.v2g.din70121.CertificateChain;
import org.plugcharge.v2g.din70121.CertificateInstallationRes;
import org.plugcharge.v2g.din70121.CertificateUpdateRes;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.din70121.ChargingStatusRes;
import org.plugcharge.v2g.din70121.ContractAuthenticationRes;
import org.plugcharge.v2g.din70121.CurrentDemandRes;
import org.plugcharge.v2g.din70121.DcEvseChargeParameter;
import org.plugcharge.v2g.din70121.DcEvseStatus;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.din70121.EvseNotification;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.EvseSupportedEnergyTransfer;
import org.plugcharge.v2g.din70121.IsolationLevel;
import org.plugcharge.v2g.din70121.MeteringReceiptRes;
import org.plugcharge.v2g.din70121.PMaxSchedule;
import org.plugcharge.v2g.din70121.PMaxScheduleEntry;
import org.plugcharge.v2g.din70121.PaymentDetailsRes;
import org.plugcharge.v2g.din70121.PaymentOption;
import org.plugcharge.v2g.din70121.PaymentOptions;
import org.plugcharge.v2g.din70121.PhysicalValue;
import org.plugcharge.v2g.din70121.PowerDeliveryRes;
import org.plugcharge.v2g.din70121.PreChargeRes;
import org.plugcharge.v2g.din70121.RelativeTimeInterval;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SaScheduleList;
import org.plugcharge.v2g.din70121.SaScheduleTuple;
import org.plugcharge.v2g.din70121.ServiceCategory;
import org.plugcharge.v2g.din70121.ServiceCharge;
import org.plugcharge.v2g.din70121.ServiceDetailRes;
import org.plugcharge.v2g.din70121.ServiceDiscoveryRes;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionRes;
import org.plugcharge.v2g.din70121.ServiceTag;
import org.plugcharge.v2g.din70121.SessionSetupRes;
import org.plugcharge.v2g.din70121.SessionStopRes;
import org.plugcharge.v2g.din70121.UnitSymbol;
import org.plugcharge.v2g.din70121.WeldingDetectionRes;

import java.util.List;

/** What a station may answer; a good one if nothing else is said. */
final class Station {

    static final Bytes SESSION = Bytes.fromHex("0102030405060708");
    private static final ResponseCode OK = ResponseCode.OK;
    private static final AcEvseStatus AC = new AcEvseStatus(false, false, 0, EvseNotification.NONE);

    private Station() {}

    static DcEvseStatus status(DcEvseStatusCode code, EvseNotification notification) {
        return new DcEvseStatus(IsolationLevel.VALID, code, 0, notification);
    }

    static DcEvseStatus ready() {
        return status(DcEvseStatusCode.READY, EvseNotification.NONE);
    }

    static ServiceDiscoveryRes services(
            EvseSupportedEnergyTransfer transfer, PaymentOption payment) {
        return new ServiceDiscoveryRes(
                OK,
                new PaymentOptions(List.of(payment)),
                new ServiceCharge(
                        new ServiceTag(7, null, ServiceCategory.EV_CHARGING, null), true, transfer),
                null);
    }

    static ChargeParameterDiscoveryRes parameters(
            EvseProcessing processing, DcEvseStatus status, int maxVolts, int pMax) {
        return new ChargeParameterDiscoveryRes(
                OK,
                processing,
                new SaScheduleList(
                        List.of(
                                new SaScheduleTuple(
                                        9,
                                        new PMaxSchedule(
                                                9,
                                                List.of(
                                                        new PMaxScheduleEntry(
                                                                new RelativeTimeInterval(
                                                                        0, 86_400L),
                                                                pMax))),
                                        null))),
                new DcEvseChargeParameter(
                        status,
                        amps(300),
                        watts(100_000),
                        volts(maxVolts),
                        amps(0),
                        volts(150),
                        null,
                        amps(1),
                        null));
    }

    static CableCheckRes cable(EvseProcessing processing, IsolationLevel isolation) {
        return new CableCheckRes(
                OK,
                new DcEvseStatus(isolation, DcEvseStatusCode.READY, 0, EvseNotification.NONE),
                processing);
    }

    static PreChargeRes preCharge(int volts) {
        return new PreChargeRes(OK, ready(), volts(volts));
    }

    static CurrentDemandRes current(DcEvseStatus status, @Nullable PhysicalValue power) {
        return new CurrentDemandRes(
                OK, status, volts(350), amps(100), false, false, false, null, null, power);
    }

    static WeldingDetectionRes welding(int volts) {
        return new WeldingDetectionRes(OK, ready(), volts(volts));
    }

    static PowerDeliveryRes power(DcEvseStatus status) {
        return new PowerDeliveryRes(OK, status);
    }

    /** A good one of each response there is, in the order of a session. */
    static List<Din70121Response> all() {
        Bytes octet = Bytes.of((byte) 0);
        CertificateChain chain = new CertificateChain(octet, null);
        return List.of(
                new SessionSetupRes(ResponseCode.OK_NEW_SESSION_ESTABLISHED, octet, 0L),
                services(EvseSupportedEnergyTransfer.DC_EXTENDED, PaymentOption.EXTERNAL_PAYMENT),
                new ServicePaymentSelectionRes(OK),
                new ContractAuthenticationRes(OK, EvseProcessing.FINISHED),
                parameters(EvseProcessing.FINISHED, ready(), 500, Short.MAX_VALUE),
                cable(EvseProcessing.FINISHED, IsolationLevel.VALID),
                preCharge(350),
                power(ready()),
                current(ready(), null),
                welding(10),
                new SessionStopRes(OK),
                new ServiceDetailRes(OK, 1, null),
                new PaymentDetailsRes(OK, "x", 0),
                new CertificateInstallationRes("id1", OK, chain, octet, octet, "C"),
                new CertificateUpdateRes("id1", OK, chain, octet, octet, "C", 0),
                new ChargingStatusRes(OK, octet, 1, null, null, false, AC),
                new MeteringReceiptRes(OK, AC));
    }

    static PhysicalValue volts(int volts) {
        return PhysicalValue.of(volts, UnitSymbol.VOLT);
    }

    static PhysicalValue amps(int amps) {
        return PhysicalValue.of(amps, UnitSymbol.AMPERE);
    }

    static PhysicalValue watts(int watts) {
        return PhysicalValue.of(watts, UnitSymbol.WATT);
    }
}

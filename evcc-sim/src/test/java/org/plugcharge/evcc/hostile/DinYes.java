package org.plugcharge.evcc.hostile;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.din70121.ContractAuthenticationReq;
import org.plugcharge.v2g.din70121.ContractAuthenticationRes;
import org.plugcharge.v2g.din70121.DcEvseChargeParameter;
import org.plugcharge.v2g.din70121.DcEvseStatus;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.Din70121Body;
import org.plugcharge.v2g.din70121.EvseNotification;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.EvseSupportedEnergyTransfer;
import org.plugcharge.v2g.din70121.IsolationLevel;
import org.plugcharge.v2g.din70121.PMaxSchedule;
import org.plugcharge.v2g.din70121.PMaxScheduleEntry;
import org.plugcharge.v2g.din70121.PaymentOption;
import org.plugcharge.v2g.din70121.PaymentOptions;
import org.plugcharge.v2g.din70121.PhysicalValue;
import org.plugcharge.v2g.din70121.RelativeTimeInterval;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SaScheduleList;
import org.plugcharge.v2g.din70121.SaScheduleTuple;
import org.plugcharge.v2g.din70121.ServiceCategory;
import org.plugcharge.v2g.din70121.ServiceCharge;
import org.plugcharge.v2g.din70121.ServiceDiscoveryRes;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionReq;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionRes;
import org.plugcharge.v2g.din70121.ServiceTag;
import org.plugcharge.v2g.din70121.SessionSetupReq;
import org.plugcharge.v2g.din70121.SessionSetupRes;
import org.plugcharge.v2g.din70121.UnitSymbol;

import java.util.List;

/** OK to every request of DIN SPEC 70121. */
final class DinYes {

    private DinYes() {}

    static Din70121Body to(@Nullable Din70121Body request) {
        return switch (request) {
            case SessionSetupReq _ ->
                    new SessionSetupRes(
                            ResponseCode.OK_NEW_SESSION_ESTABLISHED, Bytes.of((byte) 1), null);
            case ServicePaymentSelectionReq _ -> new ServicePaymentSelectionRes(ResponseCode.OK);
            case ContractAuthenticationReq _ ->
                    new ContractAuthenticationRes(ResponseCode.OK, EvseProcessing.FINISHED);
            case ChargeParameterDiscoveryReq _ -> parameters();
            case null, default ->
                    new ServiceDiscoveryRes(
                            ResponseCode.OK,
                            new PaymentOptions(List.of(PaymentOption.EXTERNAL_PAYMENT)),
                            new ServiceCharge(
                                    new ServiceTag(1, null, ServiceCategory.EV_CHARGING, null),
                                    true,
                                    EvseSupportedEnergyTransfer.DC_EXTENDED),
                            null);
        };
    }

    private static ChargeParameterDiscoveryRes parameters() {
        PhysicalValue some = PhysicalValue.of(100, UnitSymbol.AMPERE);
        return new ChargeParameterDiscoveryRes(
                ResponseCode.OK,
                EvseProcessing.FINISHED,
                new SaScheduleList(
                        List.of(
                                new SaScheduleTuple(
                                        1,
                                        new PMaxSchedule(
                                                1,
                                                List.of(
                                                        new PMaxScheduleEntry(
                                                                new RelativeTimeInterval(0, null),
                                                                10_000))),
                                        null))),
                new DcEvseChargeParameter(
                        new DcEvseStatus(
                                IsolationLevel.VALID,
                                DcEvseStatusCode.READY,
                                0,
                                EvseNotification.NONE),
                        some,
                        some,
                        some,
                        some,
                        some,
                        null,
                        some,
                        null));
    }
}

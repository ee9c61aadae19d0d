package org.plugcharge.secc.session.iso2;

import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargingStatusReq;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.ServiceDetailReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.WeldingDetectionReq;

import java.time.Duration;

/** V2G_SECC_Msg_Performance_Time: how long a station may take for an answer. */
public final class PerformanceTime {

    private static final Duration USUAL = Duration.ofMillis(1_500);
    private static final Duration LONG = Duration.ofMillis(4_500);
    private static final Duration CHARGE_LOOP = Duration.ofMillis(25);

    private PerformanceTime() {}

    /** The time for the answer to this request. */
    public static Duration of(Iso2Request request) {
        return switch (request) {
            case SessionSetupReq _,
                    ServiceDiscoveryReq _,
                    PaymentServiceSelectionReq _,
                    AuthorizationReq _,
                    ChargeParameterDiscoveryReq _,
                    ChargingStatusReq _,
                    MeteringReceiptReq _,
                    CableCheckReq _,
                    PreChargeReq _,
                    WeldingDetectionReq _,
                    SessionStopReq _ ->
                    USUAL;
            case ServiceDetailReq _,
                    PaymentDetailsReq _,
                    CertificateInstallationReq _,
                    CertificateUpdateReq _,
                    PowerDeliveryReq _ ->
                    LONG;
            case CurrentDemandReq _ -> CHARGE_LOOP;
        };
    }
}

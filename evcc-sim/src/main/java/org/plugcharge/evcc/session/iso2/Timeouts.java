package org.plugcharge.evcc.session.iso2;

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

/** How long a car waits: for a message (V2G_EVCC_Msg_Timeout) and for a phase. */
public final class Timeouts {

    /** For supportedAppProtocolRes. */
    public static final Duration APP_PROTOCOL = Duration.ofSeconds(2);

    /** V2G_EVCC_CommunicationSetup_Timeout. */
    public static final Duration COMMUNICATION_SETUP = Duration.ofSeconds(20);

    /** V2G_EVCC_Ongoing_Timeout. */
    public static final Duration ONGOING = Duration.ofSeconds(60);

    /** V2G_EVCC_CableCheck_Timeout. */
    public static final Duration CABLE_CHECK = Duration.ofSeconds(40);

    /** V2G_EVCC_PreCharge_Timeout. */
    public static final Duration PRE_CHARGE = Duration.ofSeconds(7);

    /** V2G_EVCC_Sequence_Performance_Time [V2G2-485]. */
    public static final Duration SEQUENCE_PERFORMANCE = Duration.ofSeconds(40);

    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration CHARGE_LOOP = Duration.ofMillis(250);

    private Timeouts() {}

    /** How long the car waits for the answer to this request. */
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
                    QUICK;
            case ServiceDetailReq _,
                    PaymentDetailsReq _,
                    CertificateInstallationReq _,
                    CertificateUpdateReq _,
                    PowerDeliveryReq _ ->
                    SLOW;
            case CurrentDemandReq _ -> CHARGE_LOOP;
        };
    }
}

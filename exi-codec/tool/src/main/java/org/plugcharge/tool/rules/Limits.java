package org.plugcharge.tool.rules;

import org.jspecify.annotations.Nullable;
import org.plugcharge.tool.session.Protocol;

import java.time.Duration;

/** The timers of the standards, as numbers. */
public final class Limits {

    /** From discovery to SessionSetupRes, and by when a station should have answered [V2G2-716]. */
    static final Limit COMMUNICATION_SETUP = new Limit(20_000, 18_000);

    /** How long a vehicle waits, and how fast a station should be; 0 where no number is known. */
    record Limit(long timeoutMs, long performanceMs) {}

    private static final Limit USUAL = new Limit(2_000, 1_500);

    /** The table of DIN SPEC 70121 that is known has the vehicle's side only. */
    private static final Limit DIN = new Limit(2_000, 0);

    private static final Limit LONG = new Limit(5_000, 4_500);

    private Limits() {}

    /** How long the vehicle waits for the answer (V2G_EVCC_Msg_Timeout). */
    public static Duration answer(@Nullable Protocol protocol, String exchange) {
        return Duration.ofMillis(message(protocol, exchange).timeoutMs());
    }

    /** V2G_EVCC_Msg_Timeout and V2G_SECC_Msg_Performance_Time. */
    static Limit message(@Nullable Protocol protocol, String exchange) {
        if (protocol == Protocol.DIN70121) {
            return exchange.equals("CurrentDemand") ? new Limit(250, 0) : DIN;
        }
        return switch (exchange) {
            case "CurrentDemand" -> new Limit(250, 25);
            case "AC_ChargeLoop", "DC_ChargeLoop", "WPT_ChargeLoop" -> new Limit(500, 250);
            case "ServiceDetail",
                    "PaymentDetails",
                    "CertificateInstallation",
                    "CertificateUpdate" ->
                    LONG;
            case "PowerDelivery" -> protocol == Protocol.ISO2 ? LONG : USUAL;
            default -> USUAL;
        };
    }

    /** How long a station waits for the next request, and how soon a vehicle should send it. */
    static Limit nextRequest(@Nullable Protocol protocol, String answered) {
        boolean inLoop = protocol != null && protocol.isIso20() && answered.endsWith("_ChargeLoop");
        return inLoop ? new Limit(500, 250) : new Limit(60_000, 40_000);
    }

    /** How long the same request may be repeated, and when the station should be done. */
    static @Nullable Limit repeated(@Nullable Protocol protocol, String exchange) {
        boolean iso20 = protocol != null && protocol.isIso20();
        return switch (exchange) {
            case "CableCheck" -> new Limit(40_000, 38_000);
            case "DC_CableCheck" -> new Limit(40_000, 0);
            case "PreCharge" -> new Limit(7_000, 5_000);
            case "DC_PreCharge" -> new Limit(10_000, 0);
            case "Authorization", "ChargeParameterDiscovery", "ScheduleExchange" ->
                    protocol == Protocol.DIN70121 ? null : new Limit(60_000, iso20 ? 0 : 55_000);
            default -> null;
        };
    }
}

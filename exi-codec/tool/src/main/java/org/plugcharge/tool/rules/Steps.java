package org.plugcharge.tool.rules;

import static org.plugcharge.tool.rules.Step.step;

import org.plugcharge.tool.rules.Step.Condition;
import org.plugcharge.tool.session.Protocol;

import java.util.List;

/**
 * The message sequences. SessionStop may end any session that SessionSetup has established; the
 * rows leave it out.
 */
final class Steps {

    private static final Condition ONGOING =
            (_, _, response) ->
                    response.text("EVSEProcessing").filter(p -> !p.equals("Finished")).isPresent();
    private static final Condition FINISHED =
            (course, request, response) -> !ONGOING.holds(course, request, response);
    private static final Condition BY_CONTRACT = (course, _, _) -> course.contract();
    private static final Condition EXTERNAL = (course, _, _) -> !course.contract();
    private static final Condition WARNED =
            (_, _, response) ->
                    response.responseCode().filter(code -> code.startsWith("WARNING")).isPresent();

    private static final Condition WITH_CABLE =
            (course, _, _) ->
                    course.protocol()
                            .filter(protocol ->
                                    protocol == Protocol.ISO20_WPT
                                            || protocol == Protocol.ISO20_ACDP)
                            .isEmpty();

    static final List<Step> DIN70121 =
            List.of(
                    step("SessionSetup", "ServiceDiscovery"),
                    step("ServiceDiscovery", "ServiceDetail", "ServicePaymentSelection"),
                    step("ServiceDetail", "ServiceDetail", "ServicePaymentSelection"),
                    step("ServicePaymentSelection", EXTERNAL, "ContractAuthentication"),
                    step("ServicePaymentSelection", BY_CONTRACT, "PaymentDetails"),
                    step("PaymentDetails", "ContractAuthentication"),
                    step("ContractAuthentication", ONGOING, "ContractAuthentication"),
                    step("ContractAuthentication", FINISHED, "ChargeParameterDiscovery"),
                    step("ChargeParameterDiscovery", ONGOING, "ChargeParameterDiscovery"),
                    step("ChargeParameterDiscovery", FINISHED, "CableCheck"),
                    step("CableCheck", ONGOING, "CableCheck"),
                    step("CableCheck", FINISHED, "PreCharge"),
                    step("PreCharge", "PreCharge", "PowerDelivery"),
                    step(
                            "PowerDelivery",
                            asked("ReadyToChargeState", "true"),
                            "CurrentDemand",
                            "PowerDelivery"),
                    step("PowerDelivery", asked("ReadyToChargeState", "false"), "WeldingDetection"),
                    step("CurrentDemand", "CurrentDemand", "PowerDelivery"),
                    step("WeldingDetection", "WeldingDetection"));

    static final List<Step> ISO2 =
            List.of(
                    step("SessionSetup", "ServiceDiscovery"),
                    step("ServiceDiscovery", "ServiceDetail", "PaymentServiceSelection"),
                    step("ServiceDetail", "ServiceDetail", "PaymentServiceSelection"),
                    step("PaymentServiceSelection", EXTERNAL, "Authorization"),
                    step(
                            "PaymentServiceSelection",
                            BY_CONTRACT,
                            "CertificateInstallation",
                            "CertificateUpdate",
                            "PaymentDetails"),
                    step("CertificateInstallation", "PaymentDetails"),
                    step("CertificateUpdate", "PaymentDetails"),
                    step("PaymentDetails", "Authorization"),
                    step("Authorization", ONGOING, "Authorization"),
                    step("Authorization", FINISHED, "ChargeParameterDiscovery"),
                    step("ChargeParameterDiscovery", ONGOING, "ChargeParameterDiscovery"),
                    step("ChargeParameterDiscovery", both(FINISHED, energy("AC")), "PowerDelivery"),
                    // After a renegotiation some vehicles go straight to PowerDelivery, so it is
                    // let pass.
                    step(
                            "ChargeParameterDiscovery",
                            both(FINISHED, energy("DC")),
                            "CableCheck",
                            "PowerDelivery"),
                    step("CableCheck", ONGOING, "CableCheck"),
                    step("CableCheck", FINISHED, "PreCharge"),
                    step("PreCharge", "PreCharge", "PowerDelivery"),
                    step(
                            "PowerDelivery",
                            both(asked("ChargeProgress", "Start"), energy("AC")),
                            "ChargingStatus",
                            "PowerDelivery"),
                    step(
                            "PowerDelivery",
                            both(asked("ChargeProgress", "Start"), energy("DC")),
                            "CurrentDemand",
                            "PowerDelivery"),
                    step(
                            "PowerDelivery",
                            both(asked("ChargeProgress", "Stop"), energy("DC")),
                            "WeldingDetection",
                            "SessionStop"),
                    step(
                            "PowerDelivery",
                            both(asked("ChargeProgress", "Stop"), energy("AC")),
                            "SessionStop"),
                    step(
                            "PowerDelivery",
                            asked("ChargeProgress", "Renegotiate"),
                            "ChargeParameterDiscovery"),
                    step("ChargingStatus", receipt(true), "MeteringReceipt", "PowerDelivery"),
                    step("ChargingStatus", receipt(false), "ChargingStatus", "PowerDelivery"),
                    step("CurrentDemand", receipt(true), "MeteringReceipt", "PowerDelivery"),
                    step("CurrentDemand", receipt(false), "CurrentDemand", "PowerDelivery"),
                    step("MeteringReceipt", energy("AC"), "ChargingStatus", "PowerDelivery"),
                    step("MeteringReceipt", energy("DC"), "CurrentDemand", "PowerDelivery"),
                    step("WeldingDetection", "WeldingDetection"));

    /** Wireless and ACDP sessions are followed as far as ServiceSelection. */
    static final List<Step> ISO20 =
            List.of(
                    step(
                            "SessionSetup",
                            answered("OK_OldSessionJoined"),
                            "AC_ChargeParameterDiscovery",
                            "DC_ChargeParameterDiscovery",
                            "WPT_ChargeParameterDiscovery"),
                    step("SessionSetup", "AuthorizationSetup", "VehicleCheckIn"),
                    step("AuthorizationSetup", "CertificateInstallation", "Authorization"),
                    step("CertificateInstallation", "CertificateInstallation", "Authorization"),
                    step("Authorization", ONGOING, "Authorization"),
                    step("Authorization", WARNED, "Authorization", "CertificateInstallation"),
                    step("Authorization", FINISHED, "ServiceDiscovery"),
                    step("ServiceDiscovery", "ServiceDetail"),
                    step("ServiceDetail", "ServiceDetail", "ServiceSelection"),
                    step(
                            "ServiceSelection",
                            WITH_CABLE,
                            "AC_ChargeParameterDiscovery",
                            "DC_ChargeParameterDiscovery"),
                    step("AC_ChargeParameterDiscovery", "ScheduleExchange"),
                    step("DC_ChargeParameterDiscovery", "ScheduleExchange"),
                    step("ScheduleExchange", both(WITH_CABLE, ONGOING), "ScheduleExchange"),
                    // PowerDelivery where the schedule was only exchanged anew.
                    step(
                            "ScheduleExchange",
                            both(WITH_CABLE, both(FINISHED, energy("DC"))),
                            "DC_CableCheck",
                            "PowerDelivery"),
                    step(
                            "ScheduleExchange",
                            both(WITH_CABLE, both(FINISHED, energy("AC"))),
                            "PowerDelivery"),
                    step("DC_CableCheck", ONGOING, "DC_CableCheck"),
                    step("DC_CableCheck", FINISHED, "DC_PreCharge"),
                    step("DC_PreCharge", "DC_PreCharge", "PowerDelivery"),
                    step(
                            "PowerDelivery",
                            charging("Start", "DC"),
                            "PowerDelivery",
                            "DC_ChargeLoop"),
                    step(
                            "PowerDelivery",
                            charging("Start", "AC"),
                            "PowerDelivery",
                            "AC_ChargeLoop"),
                    step(
                            "PowerDelivery",
                            charging("Stop", "DC"),
                            "DC_WeldingDetection",
                            "SessionStop"),
                    step("PowerDelivery", charging("Stop", "AC"), "SessionStop"),
                    step("PowerDelivery", charging("Standby", ""), "PowerDelivery"),
                    step(
                            "PowerDelivery",
                            charging("ScheduleRenegotiation", ""),
                            "ScheduleExchange"),
                    step("AC_ChargeLoop", "AC_ChargeLoop", "PowerDelivery", "MeteringConfirmation"),
                    step("DC_ChargeLoop", "DC_ChargeLoop", "PowerDelivery", "MeteringConfirmation"),
                    step("MeteringConfirmation", energy("AC"), "AC_ChargeLoop", "PowerDelivery"),
                    step("MeteringConfirmation", energy("DC"), "DC_ChargeLoop", "PowerDelivery"),
                    step("DC_WeldingDetection", "DC_WeldingDetection"),
                    step(
                            "SessionStop",
                            asked("ChargingSession", "ServiceRenegotiation"),
                            "ServiceDiscovery"));

    private Steps() {}

    /** With this progress, in a session with this current; any current if empty. */
    private static Condition charging(String progress, String current) {
        Condition wired = both(WITH_CABLE, asked("ChargeProgress", progress));
        return current.isEmpty() ? wired : both(wired, energy(current));
    }

    private static Condition asked(String field, String value) {
        return (_, request, _) -> request.says(value, field);
    }

    private static Condition answered(String code) {
        return (_, _, response) -> response.says(code, "ResponseCode");
    }

    private static Condition receipt(boolean required) {
        return (_, _, response) -> response.says("true", "ReceiptRequired") == required;
    }

    /** Also where no message has said which. */
    private static Condition energy(String kind) {
        return (course, _, _) -> course.energy().map(kind::equals).orElse(true);
    }

    private static Condition both(Condition one, Condition other) {
        return (course, request, response) ->
                one.holds(course, request, response) && other.holds(course, request, response);
    }
}

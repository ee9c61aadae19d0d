package org.plugcharge.ocpp.v201;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The messages of OCPP 2.0.1 this product speaks, who may call them, and the records they are read
 * into.
 */
public enum Action {
    BOOT_NOTIFICATION(
            "BootNotification",
            Role.STATION,
            BootNotificationRequest.class,
            BootNotificationResponse.class),
    HEARTBEAT("Heartbeat", Role.STATION, HeartbeatRequest.class, HeartbeatResponse.class),
    STATUS_NOTIFICATION(
            "StatusNotification",
            Role.STATION,
            StatusNotificationRequest.class,
            StatusNotificationResponse.class),
    AUTHORIZE("Authorize", Role.STATION, AuthorizeRequest.class, AuthorizeResponse.class),
    GET_15118_EV_CERTIFICATE(
            "Get15118EVCertificate",
            Role.STATION,
            Get15118EVCertificateRequest.class,
            Get15118EVCertificateResponse.class),
    GET_CERTIFICATE_STATUS(
            "GetCertificateStatus",
            Role.STATION,
            GetCertificateStatusRequest.class,
            GetCertificateStatusResponse.class),
    SIGN_CERTIFICATE(
            "SignCertificate",
            Role.STATION,
            SignCertificateRequest.class,
            SignCertificateResponse.class),
    TRANSACTION_EVENT(
            "TransactionEvent",
            Role.STATION,
            TransactionEventRequest.class,
            TransactionEventResponse.class),
    METER_VALUES("MeterValues", Role.STATION, MeterValuesRequest.class, MeterValuesResponse.class),
    NOTIFY_EV_CHARGING_NEEDS(
            "NotifyEVChargingNeeds",
            Role.STATION,
            NotifyEVChargingNeedsRequest.class,
            NotifyEVChargingNeedsResponse.class),
    NOTIFY_EV_CHARGING_SCHEDULE(
            "NotifyEVChargingSchedule",
            Role.STATION,
            NotifyEVChargingScheduleRequest.class,
            NotifyEVChargingScheduleResponse.class),
    SECURITY_EVENT_NOTIFICATION(
            "SecurityEventNotification",
            Role.STATION,
            SecurityEventNotificationRequest.class,
            SecurityEventNotificationResponse.class),
    CERTIFICATE_SIGNED(
            "CertificateSigned",
            Role.CSMS,
            CertificateSignedRequest.class,
            CertificateSignedResponse.class),
    TRIGGER_MESSAGE(
            "TriggerMessage", Role.CSMS, TriggerMessageRequest.class, TriggerMessageResponse.class),
    INSTALL_CERTIFICATE(
            "InstallCertificate",
            Role.CSMS,
            InstallCertificateRequest.class,
            InstallCertificateResponse.class),
    DELETE_CERTIFICATE(
            "DeleteCertificate",
            Role.CSMS,
            DeleteCertificateRequest.class,
            DeleteCertificateResponse.class),
    GET_INSTALLED_CERTIFICATE_IDS(
            "GetInstalledCertificateIds",
            Role.CSMS,
            GetInstalledCertificateIdsRequest.class,
            GetInstalledCertificateIdsResponse.class),
    SET_CHARGING_PROFILE(
            "SetChargingProfile",
            Role.CSMS,
            SetChargingProfileRequest.class,
            SetChargingProfileResponse.class),
    REQUEST_STOP_TRANSACTION(
            "RequestStopTransaction",
            Role.CSMS,
            RequestStopTransactionRequest.class,
            RequestStopTransactionResponse.class),
    GET_TRANSACTION_STATUS(
            "GetTransactionStatus",
            Role.CSMS,
            GetTransactionStatusRequest.class,
            GetTransactionStatusResponse.class),
    GET_VARIABLES("GetVariables", Role.CSMS, GetVariablesRequest.class, GetVariablesResponse.class),
    SET_VARIABLES("SetVariables", Role.CSMS, SetVariablesRequest.class, SetVariablesResponse.class);

    private static final Map<String, Action> BY_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Action::wire, Function.identity()));
    private static final Map<Class<?>, Action> BY_REQUEST =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Action::request, Function.identity()));

    private final String wire;
    private final Role caller;
    private final Class<? extends Record> request;
    private final Class<? extends Record> response;

    <R extends Record & Response, Q extends Record & Request<R>> Action(
            String wire, Role caller, Class<Q> request, Class<R> response) {
        this.wire = wire;
        this.caller = caller;
        this.request = request;
        this.response = response;
    }

    /** The action of that name on the wire. */
    public static Optional<Action> named(String wire) {
        return Optional.ofNullable(BY_NAME.get(wire));
    }

    /** The action a request belongs to. */
    public static Action of(Request<?> request) {
        Action action = BY_REQUEST.get(request.getClass());
        if (action == null) {
            throw new IllegalStateException("no action for " + request.getClass());
        }
        return action;
    }

    /** The name on the wire. */
    public String wire() {
        return wire;
    }

    /** Who sends the CALL. */
    public Role caller() {
        return caller;
    }

    /** The record of the CALL's payload. */
    public Class<? extends Record> request() {
        return request;
    }

    /** The record of the CALLRESULT's payload. */
    public Class<? extends Record> response() {
        return response;
    }
}

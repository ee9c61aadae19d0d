package org.plugcharge.ocpp.station;

import org.plugcharge.ocpp.link.Refusal;
import org.plugcharge.ocpp.rpc.RpcErrorCode;
import org.plugcharge.ocpp.v201.CertificateSignedRequest;
import org.plugcharge.ocpp.v201.ChargingProfileStatus;
import org.plugcharge.ocpp.v201.Evse;
import org.plugcharge.ocpp.v201.GetInstalledCertificateIdsRequest;
import org.plugcharge.ocpp.v201.GetTransactionStatusRequest;
import org.plugcharge.ocpp.v201.GetTransactionStatusResponse;
import org.plugcharge.ocpp.v201.GetVariablesRequest;
import org.plugcharge.ocpp.v201.GetVariablesResponse;
import org.plugcharge.ocpp.v201.InstallCertificateRequest;
import org.plugcharge.ocpp.v201.InstallCertificateResponse;
import org.plugcharge.ocpp.v201.InstallCertificateStatus;
import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.RequestStartStopStatus;
import org.plugcharge.ocpp.v201.RequestStopTransactionRequest;
import org.plugcharge.ocpp.v201.RequestStopTransactionResponse;
import org.plugcharge.ocpp.v201.Response;
import org.plugcharge.ocpp.v201.SetChargingProfileRequest;
import org.plugcharge.ocpp.v201.SetChargingProfileResponse;
import org.plugcharge.ocpp.v201.SetVariablesRequest;
import org.plugcharge.ocpp.v201.SetVariablesResponse;
import org.plugcharge.ocpp.v201.StatusInfo;
import org.plugcharge.ocpp.v201.TriggerMessageRequest;
import org.plugcharge.ocpp.v201.TriggerMessageResponse;
import org.plugcharge.ocpp.v201.TriggerMessageStatus;

import java.util.List;
import java.util.Optional;

/** What the station does when the CSMS calls; runs on the station's loop. */
final class CallsFromCsms {

    private static final StatusInfo NOT_HERE =
            new StatusInfo("NotSupported", "not supported by this station yet");

    private CallsFromCsms() {}

    static Response answer(Station station, Request<?> request) {
        return switch (request) {
            case CertificateSignedRequest signed -> station.enrolment().signed(signed);
            case TriggerMessageRequest trigger -> trigger(station, trigger);
            case GetTransactionStatusRequest status -> transactionStatus(station, status);
            case GetVariablesRequest get ->
                    new GetVariablesResponse(station.deviceModel().get(get.getVariableData()));
            case SetVariablesRequest set ->
                    new SetVariablesResponse(station.deviceModel().set(set.setVariableData()));
            case RequestStopTransactionRequest stop -> stop(station, stop);
            case SetChargingProfileRequest _ ->
                    new SetChargingProfileResponse(ChargingProfileStatus.REJECTED, NOT_HERE);
            case InstallCertificateRequest _ ->
                    new InstallCertificateResponse(InstallCertificateStatus.REJECTED, NOT_HERE);
            case GetInstalledCertificateIdsRequest ids -> station.enrolment().installed(ids);
            case Request<?> _ ->
                    throw new Refusal(
                            RpcErrorCode.NOT_SUPPORTED, "not supported by this station yet");
        };
    }

    private static RequestStopTransactionResponse stop(
            Station station, RequestStopTransactionRequest stop) {
        Optional<StatusInfo> objection = station.stop(stop.transactionId());
        return new RequestStopTransactionResponse(
                objection.isEmpty()
                        ? RequestStartStopStatus.ACCEPTED
                        : RequestStartStopStatus.REJECTED,
                objection.orElse(null));
    }

    private static TriggerMessageResponse trigger(Station station, TriggerMessageRequest trigger) {
        TriggerMessageStatus status = TriggerMessageStatus.ACCEPTED;
        switch (trigger.requestedMessage()) {
            case BOOT_NOTIFICATION -> station.trigger(station::triggerBoot);
            case HEARTBEAT -> station.trigger(station::triggerHeartbeat);
            case SIGN_V2G_CERTIFICATE -> station.trigger(station.enrolment()::request);
            case STATUS_NOTIFICATION ->
                    evses(station, trigger.evse())
                            .forEach(e -> station.trigger(() -> station.notifyStatus(e)));
            case LOG_STATUS_NOTIFICATION,
                    FIRMWARE_STATUS_NOTIFICATION,
                    METER_VALUES,
                    SIGN_CHARGING_STATION_CERTIFICATE,
                    TRANSACTION_EVENT,
                    SIGN_COMBINED_CERTIFICATE,
                    PUBLISH_FIRMWARE_STATUS_NOTIFICATION ->
                    status = TriggerMessageStatus.NOT_IMPLEMENTED;
        }
        return new TriggerMessageResponse(status, null);
    }

    private static List<Integer> evses(
            Station station, @org.jspecify.annotations.Nullable Evse evse) {
        return evse == null
                ? station.evseNumbers()
                : station.evseNumbers().stream().filter(n -> n == evse.id()).toList();
    }

    private static GetTransactionStatusResponse transactionStatus(
            Station station, GetTransactionStatusRequest status) {
        String transaction = status.transactionId();
        return new GetTransactionStatusResponse(
                transaction == null ? null : station.isRunning(transaction),
                station.queueHolds(transaction));
    }
}

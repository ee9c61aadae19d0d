package org.plugcharge.ocpp.v201;

/** The payload of a CALL; {@code R} is the answer that belongs to it. */
public sealed interface Request<R extends Response>
        permits BootNotificationRequest,
                HeartbeatRequest,
                StatusNotificationRequest,
                AuthorizeRequest,
                Get15118EVCertificateRequest,
                GetCertificateStatusRequest,
                SignCertificateRequest,
                TransactionEventRequest,
                MeterValuesRequest,
                NotifyEVChargingNeedsRequest,
                NotifyEVChargingScheduleRequest,
                SecurityEventNotificationRequest,
                CertificateSignedRequest,
                TriggerMessageRequest,
                InstallCertificateRequest,
                DeleteCertificateRequest,
                GetInstalledCertificateIdsRequest,
                SetChargingProfileRequest,
                RequestStopTransactionRequest,
                GetTransactionStatusRequest,
                GetVariablesRequest,
                SetVariablesRequest {}

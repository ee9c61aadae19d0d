package org.plugcharge.ocpp.v201;

/** The payload of a CALLRESULT. */
public sealed interface Response
        permits BootNotificationResponse,
                HeartbeatResponse,
                StatusNotificationResponse,
                AuthorizeResponse,
                Get15118EVCertificateResponse,
                GetCertificateStatusResponse,
                SignCertificateResponse,
                TransactionEventResponse,
                MeterValuesResponse,
                NotifyEVChargingNeedsResponse,
                NotifyEVChargingScheduleResponse,
                SecurityEventNotificationResponse,
                CertificateSignedResponse,
                TriggerMessageResponse,
                InstallCertificateResponse,
                DeleteCertificateResponse,
                GetInstalledCertificateIdsResponse,
                SetChargingProfileResponse,
                RequestStopTransactionResponse,
                GetTransactionStatusResponse,
                GetVariablesResponse,
                SetVariablesResponse {}

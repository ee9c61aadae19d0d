package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.v2g.iso20.Iso20Request;

/** A request of the set CommonMessages. */
public sealed interface CommonRequest extends CommonMessage, Iso20Request
        permits AuthorizationReq,
                AuthorizationSetupReq,
                CertificateInstallationReq,
                MeteringConfirmationReq,
                PowerDeliveryReq,
                ScheduleExchangeReq,
                ServiceDetailReq,
                ServiceDiscoveryReq,
                ServiceSelectionReq,
                SessionSetupReq,
                SessionStopReq,
                VehicleCheckInReq,
                VehicleCheckOutReq {}

package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.v2g.iso20.Iso20Response;

/** A response of the set CommonMessages. */
public sealed interface CommonResponse extends CommonMessage, Iso20Response
        permits AuthorizationRes,
                AuthorizationSetupRes,
                CertificateInstallationRes,
                MeteringConfirmationRes,
                PowerDeliveryRes,
                ScheduleExchangeRes,
                ServiceDetailRes,
                ServiceDiscoveryRes,
                ServiceSelectionRes,
                SessionSetupRes,
                SessionStopRes,
                VehicleCheckInRes,
                VehicleCheckOutRes {}

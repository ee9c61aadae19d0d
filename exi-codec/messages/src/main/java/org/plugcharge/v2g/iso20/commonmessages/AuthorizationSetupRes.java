package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

import java.util.List;

/**
 * Answers AuthorizationSetupReq: the services offered, whether the station can install contract
 * certificates, and what the first service needs (the challenge to sign for Plug &amp; Charge).
 */
@GlobalElement("AuthorizationSetupRes")
public record AuthorizationSetupRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("AuthorizationServices") @Occurs(max = 2) List<Authorization> authorizationServices,
        @Wire("CertificateInstallationService") boolean certificateInstallationService,
        AsResAuthorizationMode authorizationMode)
        implements CommonResponse {

    public AuthorizationSetupRes {
        authorizationServices = List.copyOf(authorizationServices);
    }
}

package org.plugcharge.ocpp.v201;

/** Asks for the OCSP answer on one certificate. */
public record GetCertificateStatusRequest(OcspRequestData ocspRequestData)
        implements Request<GetCertificateStatusResponse> {}

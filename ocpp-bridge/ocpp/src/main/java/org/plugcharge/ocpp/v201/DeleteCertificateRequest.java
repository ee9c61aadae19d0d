package org.plugcharge.ocpp.v201;

/** A certificate to delete. */
public record DeleteCertificateRequest(CertificateHashData certificateHashData)
        implements Request<DeleteCertificateResponse> {}

package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Length;

/**
 * Relays a vehicle's certificate request: {@code exiRequest} is the base64 of the complete EXI V2G
 * message.
 */
public record Get15118EVCertificateRequest(
        @Length(50) String iso15118SchemaVersion,
        CertificateAction action,
        @Length(5600) String exiRequest)
        implements Request<Get15118EVCertificateResponse> {}

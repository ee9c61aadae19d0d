package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** What went wrong, in a {@link Notification}. */
@SimpleType("faultCodeType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum FaultCode {
    @WireName("ParsingError")
    PARSING_ERROR,
    @WireName("NoTLSRootCertificatAvailable")
    NO_TLS_ROOT_CERTIFICATE_AVAILABLE,
    @WireName("UnknownError")
    UNKNOWN_ERROR
}

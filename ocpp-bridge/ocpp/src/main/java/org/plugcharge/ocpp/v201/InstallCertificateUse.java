package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** What a root certificate is trusted for. */
public enum InstallCertificateUse implements WireEnum {
    V2G_ROOT_CERTIFICATE("V2GRootCertificate"),
    MO_ROOT_CERTIFICATE("MORootCertificate"),
    CSMS_ROOT_CERTIFICATE("CSMSRootCertificate"),
    MANUFACTURER_ROOT_CERTIFICATE("ManufacturerRootCertificate");

    private final String wire;

    InstallCertificateUse(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}

package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** What a certificate signing request is for. */
public enum CertificateSigningUse implements WireEnum {
    CHARGING_STATION_CERTIFICATE("ChargingStationCertificate"),
    V2G_CERTIFICATE("V2GCertificate");

    private final String wire;

    CertificateSigningUse(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}

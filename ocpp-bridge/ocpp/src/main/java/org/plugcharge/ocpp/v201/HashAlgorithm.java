package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** Hash of the names, keys and certificates in OCSP-style identifiers. */
public enum HashAlgorithm implements WireEnum {
    SHA256("SHA256"),
    SHA384("SHA384"),
    SHA512("SHA512");

    private final String wire;

    HashAlgorithm(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}

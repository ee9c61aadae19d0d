package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/** Kind of an identification token; a contract is named by {@link #EMAID}. */
public enum IdTokenType implements WireEnum {
    CENTRAL("Central"),
    EMAID("eMAID"),
    ISO14443("ISO14443"),
    ISO15693("ISO15693"),
    KEY_CODE("KeyCode"),
    LOCAL("Local"),
    MAC_ADDRESS("MacAddress"),
    NO_AUTHORIZATION("NoAuthorization");

    private final String wire;

    IdTokenType(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}

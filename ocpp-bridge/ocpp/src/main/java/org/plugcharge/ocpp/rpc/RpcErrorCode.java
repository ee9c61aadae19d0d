package org.plugcharge.ocpp.rpc;

import org.plugcharge.ocpp.json.Problem;
import org.plugcharge.ocpp.json.WireEnum;

/** The error codes of a CALLERROR, spelled as 2.0.1 spells them on the wire. */
public enum RpcErrorCode implements WireEnum {
    FORMAT_VIOLATION("FormatViolation"),
    GENERIC_ERROR("GenericError"),
    INTERNAL_ERROR("InternalError"),
    MESSAGE_TYPE_NOT_SUPPORTED("MessageTypeNotSupported"),
    NOT_IMPLEMENTED("NotImplemented"),
    NOT_SUPPORTED("NotSupported"),
    OCCURRENCE_CONSTRAINT_VIOLATION("OccurenceConstraintViolation"),
    PROPERTY_CONSTRAINT_VIOLATION("PropertyConstraintViolation"),
    PROTOCOL_ERROR("ProtocolError"),
    RPC_FRAMEWORK_ERROR("RpcFrameworkError"),
    SECURITY_ERROR("SecurityError"),
    TYPE_CONSTRAINT_VIOLATION("TypeConstraintViolation");

    private final String wire;

    RpcErrorCode(String wire) {
        this.wire = wire;
    }

    /** The code that tells a peer of {@code problem} in its CALL. */
    static RpcErrorCode of(Problem.Kind problem) {
        return switch (problem) {
            case SYNTAX, TOO_LONG, VALUE -> FORMAT_VIOLATION;
            case TYPE -> TYPE_CONSTRAINT_VIOLATION;
            case MISSING, LIST_SIZE -> OCCURRENCE_CONSTRAINT_VIOLATION;
            case EXTRA -> PROPERTY_CONSTRAINT_VIOLATION;
        };
    }

    @Override
    public String wire() {
        return wire;
    }
}

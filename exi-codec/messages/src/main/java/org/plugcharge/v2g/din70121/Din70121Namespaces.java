package org.plugcharge.v2g.din70121;

/**
 * The four namespaces of DIN SPEC 70121; {@link #MESSAGE} is also the name by which
 * supportedAppProtocol offers it (version 2.0).
 */
public final class Din70121Namespaces {

    /** The message itself. */
    public static final String MESSAGE = "urn:din:70121:2012:MsgDef";

    /** The header. */
    public static final String HEADER = "urn:din:70121:2012:MsgHeader";

    /** The 34 body messages. */
    public static final String BODY = "urn:din:70121:2012:MsgBody";

    /** What they are made of. */
    public static final String DATA_TYPES = "urn:din:70121:2012:MsgDataTypes";

    private Din70121Namespaces() {}
}

package org.plugcharge.v2g.iso2;

/**
 * The four namespaces of ISO 15118-2; {@link #MESSAGE} is also the name by which
 * supportedAppProtocol offers it (version 2.0).
 */
public final class Iso2Namespaces {

    /** The message itself. */
    public static final String MESSAGE = "urn:iso:15118:2:2013:MsgDef";

    /** The header. */
    public static final String HEADER = "urn:iso:15118:2:2013:MsgHeader";

    /** The 34 body messages. */
    public static final String BODY = "urn:iso:15118:2:2013:MsgBody";

    /** What they are made of. */
    public static final String DATA_TYPES = "urn:iso:15118:2:2013:MsgDataTypes";

    private Iso2Namespaces() {}
}

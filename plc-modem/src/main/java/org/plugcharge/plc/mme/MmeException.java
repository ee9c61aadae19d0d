package org.plugcharge.plc.mme;

/**
 * The octets are no management message we understand: says at which octet of the frame, and why.
 */
public final class MmeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    /** {@code offset} counts octets from the start of the Ethernet frame. */
    public MmeException(int offset, String reason) {
        super("octet " + offset + ": " + reason, null, false, false);
        this.offset = offset;
    }

    /** Where in the frame, in octets from its start. */
    public int offset() {
        return offset;
    }
}

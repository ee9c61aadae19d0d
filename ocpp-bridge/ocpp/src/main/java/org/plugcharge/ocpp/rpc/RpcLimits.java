package org.plugcharge.ocpp.rpc;

/**
 * What one connection may cost.
 *
 * @param frameChars the longest frame, in UTF-16 units; the host's WebSocket refuses longer ones in
 *     octets before that
 * @param waiting how many calls of ours may wait for their turn
 * @param incoming how many calls of the peer may be worked on at one time (a proper peer has one)
 * @param remembered how many answers are kept to be sent again for a message id that comes twice
 */
public record RpcLimits(int frameChars, int waiting, int incoming, int remembered) {

    /** 256 Ki characters, 64 calls waiting, 4 incoming, 8 answers remembered. */
    public static final RpcLimits DEFAULT = new RpcLimits(256 * 1024, 64, 4, 8);
}

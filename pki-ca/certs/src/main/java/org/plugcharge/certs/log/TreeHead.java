package org.plugcharge.certs.log;

import org.plugcharge.exi.Bytes;

import java.nio.ByteBuffer;

/**
 * How far the log had got at some time, and the root over all entries until then.
 *
 * @param at milliseconds since 1970-01-01, UTC
 */
public record TreeHead(long at, long size, Bytes root) {

    /** {@link IllegalArgumentException} for a negative size or a root that is not of 32 octets. */
    public TreeHead {
        if (size < 0 || size > MerkleTree.MAX_SIZE || root.length() != MerkleTree.HASH_OCTETS) {
            throw new IllegalArgumentException(
                    "expected a size of 0 to 2^40 and a root of 32 octets");
        }
    }

    /** What is signed: TreeHeadDataV2 of RFC 9162 section 4.10, without extensions. */
    public Bytes octets() {
        byte[] octets =
                ByteBuffer.allocate(2 * Long.BYTES + 1 + MerkleTree.HASH_OCTETS + 2)
                        .putLong(at)
                        .putLong(size)
                        .put((byte) MerkleTree.HASH_OCTETS)
                        .put(root.toArray())
                        .putShort((short) 0)
                        .array();
        return Bytes.owning(octets);
    }
}

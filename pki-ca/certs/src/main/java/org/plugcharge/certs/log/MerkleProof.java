package org.plugcharge.certs.log;

import org.plugcharge.exi.Bytes;

import java.util.List;

/** Checks proofs, as RFC 9162 sections 2.1.3.2 and 2.1.4.2 say. */
public final class MerkleProof {

    private MerkleProof() {}

    /** Whether {@code path} proves that the leaf is entry {@code index} of the tree. */
    public static boolean includes(
            Bytes leafHash, long index, long size, List<Bytes> path, Bytes root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long own = index;
        long last = size - 1;
        Bytes hash = leafHash;
        for (Bytes sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((own & 1) == 1 || own == last) {
                hash = MerkleTree.nodeHash(sibling, hash);
                while ((own & 1) == 0 && own != 0) {
                    own >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleTree.nodeHash(hash, sibling);
            }
            own >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /**
     * Whether {@code path} proves that the tree of {@code second} leaves begins with the tree of
     * {@code first}. Every tree begins with the empty one.
     */
    public static boolean consistent(
            long first, long second, Bytes firstRoot, Bytes secondRoot, List<Bytes> path) {
        if (first < 0 || first > second) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && firstRoot.equals(secondRoot);
        }
        if (first == 0) {
            return path.isEmpty() && firstRoot.equals(MerkleTree.emptyRoot());
        }
        boolean perfect = Long.bitCount(first) == 1;
        if (path.isEmpty()) {
            return false;
        }
        Bytes start = perfect ? firstRoot : path.getFirst();
        return walk(
                first - 1,
                second - 1,
                start,
                path.subList(perfect ? 0 : 1, path.size()),
                firstRoot,
                secondRoot);
    }

    private static boolean walk(
            long firstLast,
            long secondLast,
            Bytes start,
            List<Bytes> path,
            Bytes firstRoot,
            Bytes secondRoot) {
        int shared = Long.numberOfTrailingZeros(~firstLast);
        long own = firstLast >> shared;
        long last = secondLast >> shared;
        Bytes before = start;
        Bytes after = start;
        for (Bytes sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((own & 1) == 1 || own == last) {
                before = MerkleTree.nodeHash(sibling, before);
                after = MerkleTree.nodeHash(sibling, after);
                while ((own & 1) == 0 && own != 0) {
                    own >>= 1;
                    last >>= 1;
                }
            } else {
                after = MerkleTree.nodeHash(after, sibling);
            }
            own >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(firstRoot) && after.equals(secondRoot);
    }
}

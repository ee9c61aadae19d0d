package org.plugcharge.certs.log;

import org.plugcharge.exi.Bytes;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree: all that is needed to append to it and to know its root.
 *
 * @param size how many leaves there are
 * @param subtrees the hashes of the perfect subtrees that make up the tree, the largest first: one
 *     for each bit of {@code size} that is set
 */
public record Frontier(long size, List<Bytes> subtrees) {

    /** A tree without leaves. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    /** {@link IllegalArgumentException} for a number of subtrees that does not fit the size. */
    public Frontier {
        subtrees = List.copyOf(subtrees);
        if (size < 0 || size > MerkleTree.MAX_SIZE || Long.bitCount(size) != subtrees.size()) {
            throw new IllegalArgumentException(
                    "expected one subtree for each bit of the size " + size);
        }
    }

    /** Takes note of a perfect subtree that an append completed. */
    @FunctionalInterface
    public interface Completed {
        /** As in {@link MerkleTree.Nodes}. */
        void subtree(int level, long index, Bytes hash);
    }

    /** The tree with one leaf more; {@code completed} is told of every new perfect subtree. */
    public Frontier append(Bytes leafHash, Completed completed) {
        List<Bytes> next = new ArrayList<>(subtrees);
        Bytes hash = leafHash;
        int level = 0;
        completed.subtree(level, size, hash);
        while ((size >> level & 1) == 1) {
            hash = MerkleTree.nodeHash(next.removeLast(), hash);
            level++;
            completed.subtree(level, size >> level, hash);
        }
        next.add(hash);
        return new Frontier(size + 1, next);
    }

    /** The root of the tree. */
    public Bytes root() {
        if (subtrees.isEmpty()) {
            return MerkleTree.emptyRoot();
        }
        Bytes hash = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            hash = MerkleTree.nodeHash(subtrees.get(i), hash);
        }
        return hash;
    }
}

package org.plugcharge.certs.log;

import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of RFC 9162 section 2.1 on SHA-256: its root, and the proofs taken from it. */
public final class MerkleTree {

    /** Octets of a hash. */
    public static final int HASH_OCTETS = 32;

    /** A tree of more entries is not made. */
    public static final long MAX_SIZE = 1L << 40;

    private static final Bytes LEAF = Bytes.of((byte) 0);
    private static final Bytes NODE = Bytes.of((byte) 1);

    private MerkleTree() {}

    /**
     * The hashes of perfect subtrees: level 0 holds the leaf hashes, {@code index} counts from the
     * left within a level.
     */
    @FunctionalInterface
    public interface Nodes {
        /** The hash over the {@code 2^level} leaves from {@code index * 2^level} on. */
        Bytes hash(int level, long index);
    }

    /** The root of a tree without entries. */
    public static Bytes emptyRoot() {
        return sha256(Bytes.of("".getBytes(StandardCharsets.US_ASCII)));
    }

    /** The hash of an entry. */
    public static Bytes leafHash(Bytes entry) {
        return sha256(LEAF.plus(entry));
    }

    /** The hash of two subtrees side by side. */
    public static Bytes nodeHash(Bytes left, Bytes right) {
        return sha256(NODE.plus(left).plus(right));
    }

    /** The root over the first {@code size} leaves. */
    public static Bytes root(long size, Nodes nodes) {
        return size == 0 ? emptyRoot() : hash(0, size, nodes);
    }

    /**
     * PATH(m, D[n]): proves that leaf {@code index} is in the tree of {@code size} leaves; {@link
     * IllegalArgumentException} if it is not.
     */
    public static List<Bytes> inclusion(long index, long size, Nodes nodes) {
        if (index < 0 || index >= size || size > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "expected an index below the size, got " + index + " of " + size);
        }
        List<Bytes> proof = new ArrayList<>();
        path(index, 0, size, nodes, proof);
        return List.copyOf(proof);
    }

    /**
     * PROOF(m, D[n]): proves that the tree of {@code second} leaves begins with the tree of {@code
     * first}; {@link IllegalArgumentException} unless 0 &lt; first &lt;= second.
     */
    public static List<Bytes> consistency(long first, long second, Nodes nodes) {
        if (first <= 0 || first > second || second > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "expected 0 < first <= second, got " + first + " and " + second);
        }
        List<Bytes> proof = new ArrayList<>();
        subproof(first, 0, second, true, nodes, proof);
        return List.copyOf(proof);
    }

    private static void path(long index, long from, long size, Nodes nodes, List<Bytes> proof) {
        if (size == 1) {
            return;
        }
        long left = leftSize(size);
        if (index < left) {
            path(index, from, left, nodes, proof);
            proof.add(hash(from + left, size - left, nodes));
        } else {
            path(index - left, from + left, size - left, nodes, proof);
            proof.add(hash(from, left, nodes));
        }
    }

    private static void subproof(
            long first, long from, long size, boolean known, Nodes nodes, List<Bytes> proof) {
        if (first == size) {
            if (!known) {
                proof.add(hash(from, size, nodes));
            }
            return;
        }
        long left = leftSize(size);
        if (first <= left) {
            subproof(first, from, left, known, nodes, proof);
            proof.add(hash(from + left, size - left, nodes));
        } else {
            subproof(first - left, from + left, size - left, false, nodes, proof);
            proof.add(hash(from, left, nodes));
        }
    }

    /** MTH over leaves {@code from} to {@code from + size}. */
    private static Bytes hash(long from, long size, Nodes nodes) {
        if (Long.bitCount(size) == 1) {
            return nodes.hash(Long.numberOfTrailingZeros(size), from / size);
        }
        long left = leftSize(size);
        return nodeHash(hash(from, left, nodes), hash(from + left, size - left, nodes));
    }

    /** The largest power of two below {@code size}. */
    private static long leftSize(long size) {
        return Long.highestOneBit(size - 1);
    }

    static Bytes sha256(Bytes octets) {
        try {
            return Bytes.owning(MessageDigest.getInstance("SHA-256").digest(octets.toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

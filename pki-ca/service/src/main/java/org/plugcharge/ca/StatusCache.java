package org.plugcharge.ca;

import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Statuses that were read and answers that were signed, for as long as nothing changed. Bounded:
 * what has not been asked for lately is forgotten.
 *
 * <p>Whoever reads a status from the table takes {@link #mark} before and hands it to {@link
 * #keep}: what was read before a change that came meanwhile is not kept.
 */
final class StatusCache {

    /** An entry with both answers takes about two kilobytes. */
    private static final int MAX_ENTRIES = 50_000;

    private static final int TAG_OCTETS = 16;

    private Map<Key, Entry> young = new HashMap<>();
    private Map<Key, Entry> old = new HashMap<>();
    private long changes;

    /** Which certificate: its issuer, in the words of the table, and its serial number. */
    record Key(String issuer, BigInteger serial) {}

    /**
     * An answer without nonce.
     *
     * @param tag as HTTP wants it, quoted
     */
    record Signed(Bytes response, Instant thisUpdate, Instant nextUpdate, String tag) {

        static Signed of(Bytes response, Instant thisUpdate, Instant nextUpdate) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(response.toArray());
                String tag = "\"" + Bytes.of(hash, 0, TAG_OCTETS).toHex() + "\"";
                return new Signed(response, thisUpdate, nextUpdate, tag);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What is known of one certificate. */
    record Entry(OcspStatus status, Optional<Signed> sha1, Optional<Signed> sha256) {

        static Entry of(OcspStatus status) {
            return new Entry(status, Optional.empty(), Optional.empty());
        }

        Optional<Signed> answer(OcspQuestion.Hash hash) {
            return switch (hash) {
                case SHA1 -> sha1;
                case SHA256 -> sha256;
            };
        }

        Entry with(OcspQuestion.Hash hash, Signed answer) {
            return switch (hash) {
                case SHA1 -> new Entry(status, Optional.of(answer), sha256);
                case SHA256 -> new Entry(status, sha1, Optional.of(answer));
            };
        }
    }

    synchronized Optional<Entry> find(Key key) {
        Entry entry = young.get(key);
        if (entry == null) {
            entry = old.get(key);
            if (entry != null) {
                put(key, entry);
            }
        }
        return Optional.ofNullable(entry);
    }

    /** How many changes there were so far. */
    synchronized long mark() {
        return changes;
    }

    /** Keeps {@code entry} unless something changed since {@code mark}. */
    synchronized void keep(Key key, Entry entry, long mark) {
        if (mark == changes) {
            put(key, entry);
        }
    }

    /** This certificate's status is another now. */
    synchronized void forget(Key key) {
        changes++;
        young.remove(key);
        old.remove(key);
    }

    /** Any status may be another now. */
    synchronized void forgetAll() {
        changes++;
        young = new HashMap<>();
        old = new HashMap<>();
    }

    private void put(Key key, Entry entry) {
        if (young.size() >= MAX_ENTRIES / 2) {
            old = young;
            young = new HashMap<>();
        }
        young.put(key, entry);
    }
}

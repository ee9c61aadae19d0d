package org.plugcharge.ca;

import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Statuses that were read and answers that were signed, for as long as nothing changed. Bounded:
 * what has not been asked for lately is forgotten, what was never asked for first.
 *
 * <p>Whoever reads a status from the table takes {@link #mark} before and hands it to {@link
 * #keep}: what was read before a change that came meanwhile is not kept.
 */
final class StatusCache {

    /** An entry with both answers takes about two kilobytes. */
    private static final int MAX_ENTRIES = 50_000;

    private static final int TAG_OCTETS = 16;

    private Map<Key, Entry> young = new LinkedHashMap<>();
    private Map<Key, Entry> old = new LinkedHashMap<>();
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

        boolean isSignedOutside(Instant from, Instant until) {
            return Stream.of(sha1, sha256)
                    .flatMap(Optional::stream)
                    .map(Signed::thisUpdate)
                    .anyMatch(at -> at.isBefore(from) || at.isAfter(until));
        }

        Entry orNewer(Entry other) {
            return new Entry(status, newer(sha1, other.sha1), newer(sha256, other.sha256));
        }

        private static Optional<Signed> newer(Optional<Signed> one, Optional<Signed> other) {
            return one.filter(signed ->
                            other.filter(late -> late.thisUpdate().isAfter(signed.thisUpdate()))
                                    .isEmpty())
                    .or(() -> other);
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

    /**
     * The same for what nobody has asked for: it takes no room from what was. What is there already
     * stays where it is, and an answer that is as new stays what it is.
     */
    synchronized void keepAhead(Key key, Entry entry, long mark) {
        if (mark != changes) {
            return;
        }
        Entry asked = young.get(key);
        if (asked != null) {
            young.put(key, asked.orNewer(entry));
            return;
        }
        Entry before = old.get(key);
        old.put(key, before == null ? entry : before.orNewer(entry));
        if (old.size() > MAX_ENTRIES / 2) {
            old.remove(old.keySet().iterator().next());
        }
    }

    /** Those with an answer that was signed before {@code from} or after {@code until}. */
    synchronized List<Key> signedOutside(Instant from, Instant until) {
        return Stream.of(young, old)
                .flatMap(half -> half.entrySet().stream())
                .filter(one -> one.getValue().isSignedOutside(from, until))
                .map(Map.Entry::getKey)
                .toList();
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
        young = new LinkedHashMap<>();
        old = new LinkedHashMap<>();
    }

    private void put(Key key, Entry entry) {
        if (young.size() >= MAX_ENTRIES / 2) {
            old = young;
            young = new LinkedHashMap<>();
        }
        young.put(key, entry);
    }
}

package org.plugcharge.ca;

import org.plugcharge.certs.log.LogEntry;
import org.plugcharge.certs.log.TreeHead;
import org.plugcharge.exi.Bytes;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/**
 * The log, open to everybody: heads, entries, proofs. Hashes, salts and signatures are hex. Where a
 * certificate is tells only who knows its SHA-256.
 */
@RestController
class LogController {

    /** Entries in one answer. */
    private final CertificateLog log;

    LogController(CertificateLog log) {
        this.log = log;
    }

    /**
     * A signed head.
     *
     * @param timestamp milliseconds since 1970-01-01, UTC
     * @param signature DER, over TreeHeadDataV2 of RFC 9162
     * @param key SubjectPublicKeyInfo of the log's key
     */
    record HeadDocument(long size, long timestamp, String root, String signature, String key) {}

    /** An entry; its octets are 01, the time as 8 octets, the commitment. */
    record EntryDocument(long timestamp, String commitment) {}

    /** Entries from {@code from} on. */
    record EntriesDocument(long from, List<EntryDocument> entries) {}

    /** A proof between two sizes. */
    record ConsistencyDocument(long first, long second, List<String> proof) {}

    /** That a certificate is entry {@code index} of the log of {@code size} entries. */
    record InclusionDocument(
            long index,
            long size,
            long timestamp,
            String salt,
            String commitment,
            List<String> proof) {}

    @GetMapping("/api/v1/log/head")
    HeadDocument head() {
        CertificateLog.SignedHead head = newest();
        return new HeadDocument(
                head.head().size(),
                head.head().at(),
                head.head().root().toHex(),
                head.signature().toHex(),
                log.publicKey().spki().toHex());
    }

    @GetMapping("/api/v1/log/entries")
    EntriesDocument entries(
            @RequestParam long from, @RequestParam(defaultValue = "100") int count) {
        if (from < 0) {
            throw Problem.malformed("log.index", "from is 0 or more");
        }
        List<LogEntry> found = log.entries(from, Math.clamp(count, 1, LogEntry.MAX_SERVED));
        return new EntriesDocument(
                from,
                found.stream()
                        .map(entry ->
                                new EntryDocument(entry.loggedAt(), entry.commitment().toHex()))
                        .toList());
    }

    @GetMapping("/api/v1/log/consistency")
    ConsistencyDocument consistency(@RequestParam long first, @RequestParam long second) {
        if (first < 1 || first > second || second > newest().head().size()) {
            throw Problem.malformed("log.size", "0 < first <= second <= the size of the log");
        }
        return new ConsistencyDocument(first, second, hex(log.consistency(first, second)));
    }

    /** Erased certificates and those that never were look alike. */
    @GetMapping("/api/v1/log/certificates/{sha256}")
    InclusionDocument inclusion(
            @PathVariable String sha256, @RequestParam(defaultValue = "0") long size) {
        if (!sha256.matches("[0-9a-fA-F]{64}")) {
            throw Problem.malformed("log.fingerprint", "64 hex digits: SHA-256 of the certificate");
        }
        CertificateLog.Place place =
                log.place(Bytes.fromHex(sha256))
                        .orElseThrow(() ->
                                new Problem(HttpStatus.NOT_FOUND, "log.entry", "not in the log"));
        TreeHead head = newest().head();
        long of = size == 0 ? head.size() : size;
        if (of > head.size() || of <= place.index()) {
            throw Problem.malformed("log.size", "a size of the log that has the entry");
        }
        return new InclusionDocument(
                place.index(),
                of,
                place.entry().loggedAt(),
                place.salt().toHex(),
                place.entry().commitment().toHex(),
                hex(log.inclusion(place.index(), of)));
    }

    private CertificateLog.SignedHead newest() {
        return log.newest()
                .orElseThrow(() ->
                        new Problem(HttpStatus.NOT_FOUND, "log.empty", "the log is empty yet"));
    }

    private static List<String> hex(List<Bytes> hashes) {
        return hashes.stream().map(Bytes::toHex).toList();
    }
}

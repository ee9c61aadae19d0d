package org.plugcharge.ca;

import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.exi.Bytes;
import org.springframework.http.HttpStatus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Sees to it that those who ask for the same certificate get the same certificate, at whatever
 * moment and from whichever instance. The claim is a unique key of the table: one row holds it,
 * from its intent on, and only a row that still holds it becomes a certificate.
 */
final class Claims {

    /** Whoever holds a claim for so long without a certificate is believed to be gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration STEP = Duration.ofMillis(10);
    private static final int ROUNDS = 5;

    private final CertificateTable table;

    Claims(CertificateTable table) {
        this.table = table;
    }

    /** A certificate, and whether it was made for the one who asks. */
    record Issued(CertificateTable.Row row, boolean isNew) {}

    /** What makes a request the same: who asks for which name and key. */
    static Bytes of(
            CertificateProfile profile, String client, String commonName, VerificationKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String names = "%s\n%s\n%s\n".formatted(profile.id(), client, commonName);
            digest.update(names.getBytes(StandardCharsets.UTF_8));
            return Bytes.owning(digest.digest(CertificateTable.keyHash(key)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What {@code issue} issues, or what another was issued under this claim; 503 if others take
     * the claim again and again and never end.
     *
     * @param usable whether a certificate that is there already will do
     * @param issue gives nothing if another holds the claim, or took it meanwhile
     */
    Issued once(
            Bytes claim,
            Predicate<CertificateTable.Row> usable,
            Supplier<Optional<CertificateTable.Row>> issue) {
        for (int round = 0; round < ROUNDS; round++) {
            Optional<CertificateTable.Row> fresh = issue.get();
            if (fresh.isPresent()) {
                return new Issued(fresh.get(), true);
            }
            Optional<CertificateTable.Row> before = settled(claim, usable);
            if (before.isPresent()) {
                return new Issued(before.get(), false);
            }
        }
        throw new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "ca.busy",
                "the same is being asked for elsewhere: ask again");
    }

    /** What is held under the claim once it is there; what is of no use loses the claim. */
    private Optional<CertificateTable.Row> settled(
            Bytes claim, Predicate<CertificateTable.Row> usable) {
        long asked = System.nanoTime();
        Optional<CertificateTable.Holder> holder = table.holder(claim);
        while (holder.filter(CertificateTable.Holder::pending).isPresent()
                && System.nanoTime() - asked < PATIENCE.toNanos()) {
            LockSupport.parkNanos(STEP.toNanos());
            holder = table.holder(claim);
        }
        Optional<CertificateTable.Row> row =
                holder.flatMap(CertificateTable.Holder::row).filter(usable);
        if (row.isEmpty()) {
            holder.ifPresent(useless -> table.release(claim, useless.id()));
        }
        return row;
    }
}

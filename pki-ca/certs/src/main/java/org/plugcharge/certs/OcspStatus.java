package org.plugcharge.certs;

import java.time.Instant;

/** What a CA says about one of its serial numbers. */
public sealed interface OcspStatus {

    /** Issued and not revoked. */
    record Good() implements OcspStatus {}

    /** Revoked since {@code since}. */
    record Revoked(Instant since, RevocationReason reason) implements OcspStatus {}

    /** Never issued by this CA, as far as it knows. */
    record Unknown() implements OcspStatus {}
}

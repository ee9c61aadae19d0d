package org.plugcharge.certs.tls;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.exi.Bytes;

import java.util.List;
import java.util.Optional;

/**
 * What a vehicle brings to TLS.
 *
 * @param trustedRoots DER of the V2G roots, named in trusted_ca_keys
 * @param check decides about the station's chain
 * @param keyLog where secrets are logged, normally nowhere
 */
public record ClientProfile(List<Bytes> trustedRoots, SeccCheck check, KeyLog keyLog) {

    /** Without a key log. */
    public ClientProfile(List<Bytes> trustedRoots, SeccCheck check) {
        this(trustedRoots, check, KeyLog.NONE);
    }

    /** The same with its secrets logged. */
    public ClientProfile logging(KeyLog other) {
        return new ClientProfile(trustedRoots, check, other);
    }

    /** Copies the list. */
    public ClientProfile {
        trustedRoots = List.copyOf(trustedRoots);
    }

    /** Decides whether the vehicle believes a station. */
    @FunctionalInterface
    public interface SeccCheck {

        /**
         * What speaks against the chain; empty when nothing does. {@code ocspResponses} are DER, as
         * stapled: as many as the station sent, possibly none.
         */
        Optional<String> objection(CertificateChain chain, List<Bytes> ocspResponses);
    }
}

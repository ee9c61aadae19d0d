package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chains that must be refused, each with one fault and the verdict it must get: for our tests and
 * for those of everybody who judges ISO 15118 certificates.
 *
 * <p>The same seed and instant give the same octets, but for the RSA key of one of them.
 */
public final class EvilCorpus {

    private EvilCorpus() {}

    /** All of them; the PKI they are made from is {@link #pki}. */
    public static List<EvilChain> all(Bytes seed, Instant now) {
        EvilScene scene = new EvilScene(pki(seed, now));
        List<EvilChain> all = new ArrayList<>();
        Stream.of(
                        EvilSignatures.of(scene),
                        EvilKeys.of(scene),
                        EvilAuthorities.of(scene),
                        EvilNames.of(scene),
                        EvilEncodings.of(scene),
                        EvilDates.of(scene),
                        EvilStatus.of(scene))
                .forEach(all::addAll);
        return List.copyOf(all);
    }

    /** The PKI whose certificates are bent: its own chains are right. */
    public static TestPki pki(Bytes seed, Instant now) {
        return TestPki.create(TestPki.Options.of(seed, now));
    }
}

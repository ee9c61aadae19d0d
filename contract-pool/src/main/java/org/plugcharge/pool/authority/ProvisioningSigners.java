package org.plugcharge.pool.authority;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerifiedCps;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Our own CPS certificates, one from each authority: enrolled when first needed, renewed a week
 * before they end.
 *
 * <p>The keys live in this process only; another instance has its own. Thread-safe.
 */
public final class ProvisioningSigners {

    private static final Duration RENEWAL = Duration.ofDays(7);

    private final List<CertificateAuthority> authorities;
    private final Supplier<TrustAnchors> anchors;
    private final Clock clock;
    private final Entropy entropy;
    private final List<@Nullable ProvisioningSigner> signers;

    /** One signer from each of these. */
    public ProvisioningSigners(
            List<CertificateAuthority> authorities,
            Supplier<TrustAnchors> anchors,
            Clock clock,
            Entropy entropy) {
        this.authorities = List.copyOf(authorities);
        this.anchors = anchors;
        this.clock = clock;
        this.entropy = entropy;
        this.signers = new ArrayList<>();
        authorities.forEach(_ -> signers.add(null));
    }

    /**
     * All signers, the first authority's first; {@link AuthorityException} if one has to be
     * enrolled and can't be.
     */
    public synchronized List<ProvisioningSigner> current() {
        List<ProvisioningSigner> current = new ArrayList<>();
        for (int i = 0; i < authorities.size(); i++) {
            ProvisioningSigner signer = signers.get(i);
            if (signer == null || endsSoon(signer)) {
                signer = enrolled(authorities.get(i));
                signers.set(i, signer);
            }
            current.add(signer);
        }
        return List.copyOf(current);
    }

    private boolean endsSoon(ProvisioningSigner signer) {
        return clock.instant().plus(RENEWAL).isAfter(signer.certificate().notAfter());
    }

    private ProvisioningSigner enrolled(CertificateAuthority authority) {
        SoftwareKey key = SoftwareKey.generate(entropy);
        CertificateRequest request =
                CertificateRequest.create(
                        Subject.named("CPS Leaf").of("plugcharge contract-pool"), key);
        CertificateChain chain = authority.enrol(Iso2Profile.CPS_LEAF, request, Optional.empty());
        Instant now = clock.instant();
        return switch (ChainValidator.validate(
                chain, Purpose.CPS, anchors.get(), RevocationSnapshot.notChecked(), now)) {
            case Verdict.Valid<VerifiedCps>(var proof) -> new ProvisioningSigner(proof, key);
            case Verdict.Rejected<VerifiedCps>(_, _, _, String text) ->
                    throw AuthorityException.unavailable(
                            "its CPS certificate does not hold: " + text);
        };
    }
}

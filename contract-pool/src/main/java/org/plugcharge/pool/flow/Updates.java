package org.plugcharge.pool.flow;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.ContractKeyDelivery;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.exi.Bytes;
import org.plugcharge.pool.authority.AuthorityException;
import org.plugcharge.pool.authority.CertificateAuthority;
import org.plugcharge.pool.authority.ProvisioningSigner;
import org.plugcharge.pool.authority.ProvisioningSigners;
import org.plugcharge.pool.authority.StatusSource;
import org.plugcharge.pool.provisioning.ContractSigning;
import org.plugcharge.pool.provisioning.IssuedContract;
import org.plugcharge.pool.provisioning.PooledBundle;
import org.plugcharge.pool.provisioning.PooledContract;
import org.plugcharge.pool.provisioning.Update;
import org.plugcharge.pool.provisioning.UpdateRefusal;
import org.plugcharge.pool.store.PoolStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers cars that have the certificate of their contract replaced by a newer one.
 *
 * <p>The first request makes it; every further one under the same old certificate gets the same
 * answer. The new key exists only while {@link #update} runs. The old certificate stays good until
 * its end, since nobody can know whether the answer reached the car.
 */
public final class Updates {

    private static final Logger LOG = LoggerFactory.getLogger(Updates.class);

    private final PoolStore store;
    private final StatusSource statuses;
    private final Enrolment enrolment;
    private final ProvisioningSigners signers;
    private final Clock clock;
    private final Entropy entropy;
    private final int exiCharacters;

    /** As for {@link Orders}; {@code statuses} is asked whether the old certificate is revoked. */
    public Updates(
            PoolStore store,
            StatusSource statuses,
            CertificateAuthority authority,
            ProvisioningSigners signers,
            Clock clock,
            Entropy entropy,
            int exiCharacters) {
        this.store = store;
        this.statuses = statuses;
        this.enrolment = new Enrolment(store, authority, clock, entropy);
        this.signers = signers;
        this.clock = clock;
        this.entropy = entropy;
        this.exiCharacters = exiCharacters;
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The new certificate: a whole EXI message. */
    public record Updated(Bytes response) implements Result {}

    /** No new one; {@code response} is the whole EXI message that tells the car. */
    public record Refused(UpdateRefusal reason, String text, Bytes response) implements Result {}

    /** The octets were no CertificateUpdateReq, so nobody can be answered. */
    public record NoRequest(String text) implements Result {}

    /**
     * Answers a CertificateUpdateReq, a whole EXI message of the set {@code schema}; {@link
     * AuthorityException} if the CA fails: then it can be asked again.
     */
    public Result update(String schema, Bytes request) {
        return switch (Update.read(schema, request)) {
            case Update.NoRequest(String text) -> new NoRequest(text);
            case Update.ReadRefused(var sessionId, var reason, String text) ->
                    refused(sessionId, Update.refused(reason, text));
            case Update.Claim claim -> update(claim);
        };
    }

    private Result update(Update.Claim claim) {
        TrustAnchors anchors = store.anchors();
        Instant now = clock.instant();
        Update.Decision decision =
                switch (Update.holder(claim, anchors, now)) {
                    case Update.Refused refused -> refused;
                    case Update.Genuine genuine ->
                            Update.decide(
                                    genuine,
                                    store.issued(genuine.path().leaf()),
                                    anchors,
                                    statuses.ask(genuine.path()),
                                    now);
                };
        return carriedOut(
                claim,
                switch (decision) {
                    case Update.Sign(IssuedContract replaced, Instant until) ->
                            sign(claim, replaced, until, now);
                    case Update.Handed handed -> handed;
                    case Update.Refused refused -> refused;
                });
    }

    private static Result carriedOut(Update.Claim claim, Update.Decision decision) {
        return switch (decision) {
            case Update.Handed(Bytes message) -> new Updated(message);
            case Update.Refused refused -> refused(claim.sessionId(), refused);
            case Update.Sign sign -> throw new IllegalStateException("left undone: " + sign);
        };
    }

    private Update.Decision sign(
            Update.Claim claim, IssuedContract replaced, Instant until, Instant now) {
        Optional<Integer> attempt = store.claimRenewal(replaced.certificate(), now);
        if (attempt.isEmpty()) {
            return meanwhile(claim, replaced.certificate());
        }
        try {
            Update.Decision decision = sign(claim, replaced, until, attempt.get());
            if (decision instanceof Update.Refused) {
                store.releaseRenewal(replaced.certificate(), attempt.get());
            }
            return decision;
        } catch (RuntimeException e) {
            store.releaseRenewal(replaced.certificate(), attempt.get());
            throw e;
        }
    }

    /** Another request works on it, or has just done it. */
    private Update.Decision meanwhile(Update.Claim claim, Certificate replaced) {
        return store.issued(replaced)
                .map(IssuedContract::renewed)
                .filter(renewed -> !renewed.isEmpty())
                .map(renewed -> Update.hand(claim, renewed))
                .orElseGet(() ->
                        Update.refused(
                                UpdateRefusal.BEING_MADE,
                                "the new certificate is being made; ask again"));
    }

    private Update.Decision sign(
            Update.Claim claim, IssuedContract replaced, Instant until, int attempt) {
        PooledContract contract = replaced.contract();
        store.fruitless(replaced.certificate()).forEach(enrolment::revoke);
        List<ProvisioningSigner> current = signers.current();
        Enrolment.Issued issued =
                enrolment.issue(
                        contract.emaid(),
                        contract.pcid(),
                        until,
                        Optional.of(replaced.certificate()));
        if (!issued.lasts(until)) {
            return undone(
                    issued,
                    UpdateRefusal.TERM_TOO_LONG,
                    "the certificate would end at " + issued.certificate().fields().notAfter());
        }
        List<PooledBundle> answers =
                current.stream()
                        .map(signer -> answer(contract, issued, signer, replaced.certificate()))
                        .toList();
        List<PooledBundle> installations =
                current.stream().map(signer -> installation(contract, issued, signer)).toList();
        int longest = answers.stream().mapToInt(ContractSigning::characters).max().orElseThrow();
        if (longest > exiCharacters) {
            return undone(
                    issued,
                    UpdateRefusal.BUNDLE_TOO_LONG,
                    "the signed response has %d base64 characters, %d can be carried"
                            .formatted(longest, exiCharacters));
        }
        if (!store.completeRenewal(
                replaced, attempt, issued.certificate(), answers, installations, clock.instant())) {
            enrolment.revoke(issued.certificate());
            return meanwhile(claim, replaced.certificate());
        }
        LOG.info(
                "event=contract-renewed emaid={} pcid={} until={}",
                contract.emaid().masked(),
                contract.pcid().masked(),
                until);
        return Update.hand(claim, answers);
    }

    private Update.Refused undone(Enrolment.Issued issued, UpdateRefusal reason, String text) {
        enrolment.revoke(issued.certificate());
        return Update.refused(reason, text);
    }

    /** For the car that asks: sealed for the key it has. */
    private PooledBundle answer(
            PooledContract contract,
            Enrolment.Issued issued,
            ProvisioningSigner signer,
            Certificate replaced) {
        return ContractSigning.update(
                contract.emaid(),
                issued.chain(),
                sealed(issued, replaced.key()),
                signer.certificate(),
                signer.key());
    }

    /** For the same car, should it lose its contracts and have them installed again. */
    private PooledBundle installation(
            PooledContract contract, Enrolment.Issued issued, ProvisioningSigner signer) {
        VerificationKey vehicle = store.vehicle(contract.pcid()).orElseThrow().certificate().key();
        return ContractSigning.bundle(
                contract.emaid(),
                issued.chain(),
                sealed(issued, vehicle),
                signer.certificate(),
                signer.key());
    }

    private ContractKeyDelivery.Sealed sealed(Enrolment.Issued issued, VerificationKey receiver) {
        return ContractKeyDelivery.seal(issued.key(), receiver, entropy);
    }

    /** The text may name a contract, so it goes to the asker and not into the log. */
    private static Result refused(Bytes sessionId, Update.Refused refused) {
        LOG.info("event=update-refused reason={}", refused.reason());
        return new Refused(refused.reason(), refused.text(), Update.refusal(sessionId, refused));
    }
}

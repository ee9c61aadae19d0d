package org.plugcharge.pool.flow;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.ContractKeyDelivery;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Entropy;
import org.plugcharge.pool.authority.AuthorityException;
import org.plugcharge.pool.authority.CertificateAuthority;
import org.plugcharge.pool.authority.ProvisioningSigner;
import org.plugcharge.pool.authority.ProvisioningSigners;
import org.plugcharge.pool.provisioning.ContractOrder;
import org.plugcharge.pool.provisioning.ContractSigning;
import org.plugcharge.pool.provisioning.EmaidMint;
import org.plugcharge.pool.provisioning.PooledBundle;
import org.plugcharge.pool.provisioning.PooledContract;
import org.plugcharge.pool.provisioning.Prolongation;
import org.plugcharge.pool.store.PoolStore;
import org.plugcharge.pool.store.Vehicle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes contracts: writes the order down, has a certificate issued, wraps its key for the car,
 * signs, and puts it into the pool.
 *
 * <p>The contract's private key exists only while {@link #place} runs; it is never stored and no
 * reference to it stays. An interrupted order can be repeated: certificates that came to nothing
 * are revoked first.
 */
public final class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final PoolStore store;
    private final Enrolment enrolment;
    private final ProvisioningSigners signers;
    private final Clock clock;
    private final Entropy entropy;
    private final int exiCharacters;

    /**
     * {@code exiCharacters}: how many base64 characters a response may have; OCPP 2.0.1 carries
     * 5600.
     */
    public Orders(
            PoolStore store,
            CertificateAuthority authority,
            ProvisioningSigners signers,
            Clock clock,
            Entropy entropy,
            int exiCharacters) {
        this.store = store;
        this.enrolment = new Enrolment(store, authority, clock, entropy);
        this.signers = signers;
        this.clock = clock;
        this.entropy = entropy;
        this.exiCharacters = exiCharacters;
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The contract is in the pool; {@code created} unless it was before. */
    public record Ready(PooledContract contract, Certificate certificate, boolean created)
            implements Result {}

    /** It can't be made. */
    public record Refused(String reason, String text) implements Result {}

    /** Another request is making it at this moment. */
    public record Busy() implements Result {}

    /** An eMAID of that provider that nobody has ordered yet. */
    public Emaid mint(String country, String provider) {
        Emaid emaid;
        do {
            emaid = EmaidMint.mint(country, provider, entropy.next(EmaidMint.OCTETS));
        } while (store.isTaken(emaid));
        return emaid;
    }

    /**
     * Carries an order out; repeating it gives the same contract. {@link AuthorityException} if the
     * CA fails.
     */
    public Result place(ContractOrder order) {
        Instant now = clock.instant();
        Optional<Vehicle> vehicle = store.vehicle(order.pcid());
        Optional<PooledContract> before = store.contract(order.emaid(), order.pcid());
        return switch (order.judge(vehicle.isPresent(), before, now)) {
            case ContractOrder.Refused(var reason, String text) -> new Refused(reason.name(), text);
            case ContractOrder.Repeat() -> ready(order, false);
            case ContractOrder.Sign() -> sign(order, vehicle.orElseThrow(), now);
        };
    }

    private Result ready(ContractOrder order, boolean created) {
        return new Ready(
                store.contract(order.emaid(), order.pcid()).orElseThrow(),
                store.certificates(order.emaid(), order.pcid()).getLast(),
                created);
    }

    private Result sign(ContractOrder order, Vehicle vehicle, Instant now) {
        store.writeIntent(order, now);
        Optional<Integer> attempt = store.claim(order, now);
        if (attempt.isEmpty()) {
            return new Busy();
        }
        try {
            revokeAll(order);
            return sign(order, vehicle, attempt.get());
        } catch (RuntimeException e) {
            store.release(order, attempt.get());
            throw e;
        }
    }

    private Result sign(ContractOrder order, Vehicle vehicle, int attempt) {
        List<ProvisioningSigner> current = signers.current();
        Enrolment.Issued issued =
                enrolment.issue(order.emaid(), order.pcid(), order.term().ends(), Optional.empty());
        if (!issued.lasts(order.term().ends())) {
            return undone(
                    order,
                    attempt,
                    "TERM_TOO_LONG",
                    "the certificate would end at "
                            + issued.certificate().fields().notAfter()
                            + ", before the term");
        }
        ContractKeyDelivery.Sealed sealed =
                ContractKeyDelivery.seal(issued.key(), vehicle.certificate().key(), entropy);
        List<PooledBundle> bundles =
                current.stream()
                        .map(signer ->
                                ContractSigning.bundle(
                                        order.emaid(),
                                        issued.chain(),
                                        sealed,
                                        signer.certificate(),
                                        signer.key()))
                        .toList();
        int longest = bundles.stream().mapToInt(ContractSigning::characters).max().orElseThrow();
        if (longest > exiCharacters) {
            return undone(
                    order,
                    attempt,
                    "BUNDLE_TOO_LONG",
                    "the signed response has %d base64 characters, %d can be carried"
                            .formatted(longest, exiCharacters));
        }
        if (!store.complete(order, attempt, bundles, clock.instant())) {
            enrolment.revoke(issued.certificate());
            return new Busy();
        }
        LOG.info(
                "event=contract-ready emaid={} pcid={} roots={} characters={}",
                order.emaid().masked(),
                order.pcid().masked(),
                bundles.size(),
                longest);
        return ready(order, true);
    }

    private Refused undone(ContractOrder order, int attempt, String reason, String text) {
        revokeAll(order);
        store.release(order, attempt);
        return new Refused(reason, text);
    }

    /** Writes a provider's word down; what speaks against it, if anything does. */
    public Optional<Prolongation.Reason> prolong(Prolongation prolongation) {
        Optional<PooledContract> contract =
                store.contract(prolongation.emaid(), prolongation.pcid());
        Optional<Prolongation.Reason> objection = prolongation.objection(contract, clock.instant());
        if (objection.isPresent()) {
            return objection;
        }
        return store.writeProlongation(prolongation)
                ? Optional.empty()
                : Optional.of(Prolongation.Reason.NOT_READY);
    }

    /** Takes a contract out of the pool, then revokes its certificates; false if there is none. */
    public boolean cancel(Emaid emaid) {
        List<PooledContract> contracts = store.contracts(emaid);
        store.cancel(emaid, clock.instant());
        for (PooledContract contract : contracts) {
            store.certificates(emaid, contract.pcid()).forEach(enrolment::revoke);
        }
        if (!contracts.isEmpty()) {
            LOG.info("event=contract-cancelled emaid={}", emaid.masked());
        }
        return !contracts.isEmpty();
    }

    private void revokeAll(ContractOrder order) {
        store.certificates(order.emaid(), order.pcid()).forEach(enrolment::revoke);
    }

    /** Every contract of that eMAID, oldest first. */
    public List<PooledContract> contracts(Emaid emaid) {
        return store.contracts(emaid);
    }
}

package org.plugcharge.evcc.host;

import org.plugcharge.evcc.session.iso2.Contract;
import org.plugcharge.evcc.session.iso2.SigningKey;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.SalesTariff;
import org.plugcharge.v2g.xmldsig.Signature;

import java.util.List;
import java.util.Optional;

/** The car's keys and its judgement of certificates. */
public interface CarKeys {

    /** A car with neither keys nor certificates; it can only pay at the station. */
    CarKeys NONE =
            new CarKeys() {
                @Override
                public Signature sign(SigningKey key, Iso2Request request) {
                    throw new CarException("the car has no key to sign with");
                }

                @Override
                public Contract open(
                        CertificateInstallationRes response,
                        Signature signature,
                        SigningKey sealedFor) {
                    throw new CarException("the car has no key to open a contract with");
                }

                @Override
                public void store(Contract contract) {
                    throw new CarException("the car has nowhere to store a contract");
                }
            };

    /** Signs a request as one whole element; {@link CarException} if the key is not there. */
    Signature sign(SigningKey key, Iso2Request request);

    /**
     * Verifies the signature over the four parts and its chain, unwraps the key, and checks that it
     * belongs to the certificate. The contract's key is sealed for the key {@code sealedFor}.
     *
     * @throws CarException if anything is not as it should be; the message says what
     */
    Contract open(CertificateInstallationRes response, Signature signature, SigningKey sealedFor);

    /**
     * Whether the operator that issued the contract in use signed these tariffs, in this order:
     * what speaks against it, empty if nothing does.
     */
    default Optional<String> objection(List<SalesTariff> tariffs, Optional<Signature> signature) {
        return Optional.of("the car has no contract, so it knows nobody who may sign prices");
    }

    /** Keeps the contract opened last, with its key. */
    void store(Contract contract);
}

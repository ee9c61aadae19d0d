package org.plugcharge.evcc.host;

import org.plugcharge.evcc.session.iso2.Contract;
import org.plugcharge.evcc.session.iso2.SigningKey;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.xmldsig.Signature;

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
                public Contract open(CertificateInstallationRes response, Signature signature) {
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
     * belongs to the certificate.
     *
     * @throws CarException if anything is not as it should be; the message says what
     */
    Contract open(CertificateInstallationRes response, Signature signature);

    /** Keeps the contract opened last, with its key. */
    void store(Contract contract);
}

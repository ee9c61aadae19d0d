package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignatureVerdict;
import org.plugcharge.v2g.signature.SignedElement;
import org.plugcharge.v2g.xmldsig.Signature;

import java.security.PublicKey;
import java.util.Optional;

/** Whether a vehicle signed a request with the key of its contract. */
final class ContractSignature {

    private ContractSignature() {}

    /**
     * What is wrong with the signature; empty when it covers exactly this request and was made with
     * {@code key}.
     */
    static Optional<String> flaw(
            SignedElement request, @Nullable Signature signature, PublicKey key) {
        SignatureVerdict verdict =
                MessageSignature.verify(SignatureSuite.ECDSA_SHA256, key, signature, request);
        return switch (verdict) {
            case SignatureVerdict.Good _ -> Optional.empty();
            case SignatureVerdict.Bad(SignatureVerdict.Reason reason, String text) ->
                    Optional.of("signature " + reason + ": " + text);
        };
    }
}

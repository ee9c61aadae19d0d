package org.plugcharge.v2g.signature;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.signature.SignatureVerdict.Bad;
import org.plugcharge.v2g.signature.SignatureVerdict.Good;
import org.plugcharge.v2g.signature.SignatureVerdict.Reason;
import org.plugcharge.v2g.xmldsig.CanonicalizationMethod;
import org.plugcharge.v2g.xmldsig.DigestMethod;
import org.plugcharge.v2g.xmldsig.Reference;
import org.plugcharge.v2g.xmldsig.Signature;
import org.plugcharge.v2g.xmldsig.SignatureMethod;
import org.plugcharge.v2g.xmldsig.SignatureValue;
import org.plugcharge.v2g.xmldsig.SignedInfo;
import org.plugcharge.v2g.xmldsig.Transform;
import org.plugcharge.v2g.xmldsig.Transforms;
import org.plugcharge.v2g.xmldsig.XmldsigCodec;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes and checks the signature in a message's header.
 *
 * <p>SignedInfo is signed as a fragment in the grammar of xmldsig alone, elements are digested as
 * fragments in the grammar of their message set. A signature holds at most four references
 * [V2G2-909] and neither KeyInfo nor Object [V2G2-771]; when met, those two are ignored.
 */
public final class MessageSignature {

    private static final int REFERENCES = 4;

    private MessageSignature() {}

    /**
     * Signs these elements, in this order.
     *
     * @throws IllegalArgumentException if there are none or more than four, or one has no {@code
     *     Id} or that of another
     */
    public static Signature sign(SignatureSuite suite, Signer signer, SignedElement... elements) {
        List<SignedElement> all = List.of(elements);
        if (all.isEmpty() || all.size() > REFERENCES) {
            throw new IllegalArgumentException(
                    "expected 1 to 4 elements to sign, found " + all.size());
        }
        Map<String, SignedElement> named = new HashMap<>();
        for (SignedElement element : all) {
            String id = element.id();
            if (id == null || named.put(id, element) != null) {
                throw new IllegalArgumentException("expected an Id of its own, found " + element);
            }
        }
        SignedInfo signedInfo =
                new SignedInfo(
                        null,
                        new CanonicalizationMethod(SignatureSuite.CANONICAL_EXI),
                        new SignatureMethod(suite.signatureMethod(), null),
                        all.stream().map(element -> reference(suite, element)).toList());
        Bytes value = signer.sign(XmldsigCodec.fragment(signedInfo));
        if (value.length() != suite.valueLength()) {
            throw new IllegalArgumentException(
                    "expected a signature of "
                            + suite.valueLength()
                            + " octets from the key, found "
                            + value.length());
        }
        return new Signature(null, signedInfo, new SignatureValue(null, value), null, List.of());
    }

    private static Reference reference(SignatureSuite suite, SignedElement element) {
        return new Reference(
                null,
                null,
                "#" + element.id(),
                new Transforms(List.of(new Transform(SignatureSuite.CANONICAL_EXI, List.of()))),
                new DigestMethod(suite.digestMethod()),
                digest(suite, element.fragment()));
    }

    /** The digest of an element's fragment. */
    public static Bytes digest(SignatureSuite suite, Bytes fragment) {
        try {
            return Bytes.owning(
                    MessageDigest.getInstance(suite.digest()).digest(fragment.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + suite.digest(), e);
        }
    }

    /**
     * Checks that the signature covers exactly these elements, in this order, and was made with the
     * private half of this key.
     *
     * <p>Elements are not looked up in the message by their Id: the caller says which records it
     * will use, and their digests are made anew. So nothing else that carries the same Id can take
     * their place.
     */
    public static SignatureVerdict verify(
            SignatureSuite suite,
            PublicKey key,
            @Nullable Signature signature,
            SignedElement... elements) {
        if (signature == null) {
            return new Bad(Reason.MISSING, "expected a signature in the header, found none");
        }
        Bad bad = badAlgorithms(suite, signature.signedInfo());
        if (bad == null) {
            bad = badReferences(suite, signature.signedInfo().references(), List.of(elements));
        }
        if (bad == null) {
            bad = badValue(suite, key, signature);
        }
        return bad == null ? new Good(List.of(elements)) : bad;
    }

    private static @Nullable Bad badAlgorithms(SignatureSuite suite, SignedInfo info) {
        String canonicalization = info.canonicalizationMethod().algorithm();
        if (!canonicalization.equals(SignatureSuite.CANONICAL_EXI)) {
            return expected(
                    Reason.CANONICALIZATION, SignatureSuite.CANONICAL_EXI, canonicalization);
        }
        String method = info.signatureMethod().algorithm();
        if (!method.equals(suite.signatureMethod())) {
            return expected(Reason.SIGNATURE_METHOD, suite.signatureMethod(), method);
        }
        return info.signatureMethod().hmacOutputLength() == null
                ? null
                : expected(
                        Reason.SIGNATURE_METHOD, "no HMACOutputLength", "one: a truncated value");
    }

    private static @Nullable Bad badReferences(
            SignatureSuite suite, List<Reference> references, List<SignedElement> elements) {
        Set<String> targets = new HashSet<>();
        for (SignedElement element : elements) {
            if (element.id() == null || !targets.add("#" + element.id())) {
                return expected(Reason.ELEMENT_ID, "an Id of its own", element.toString());
            }
        }
        if (elements.isEmpty() || references.size() != elements.size()) {
            return expected(
                    Reason.REFERENCE_COUNT,
                    elements.size() + " references",
                    Integer.toString(references.size()));
        }
        for (int index = 0; index < elements.size(); index++) {
            Bad bad = badReference(suite, references.get(index), elements.get(index), targets);
            if (bad != null) {
                return bad;
            }
        }
        return null;
    }

    private static @Nullable Bad badReference(
            SignatureSuite suite, Reference reference, SignedElement element, Set<String> targets) {
        String uri = reference.uri() == null ? "" : reference.uri();
        if (!uri.equals("#" + element.id())) {
            return expected(
                    targets.contains(uri) ? Reason.REFERENCE_ORDER : Reason.REFERENCE_TARGET,
                    "a reference to #" + element.id(),
                    uri);
        }
        Bad bad = badAlgorithms(suite, reference);
        if (bad != null) {
            return bad;
        }
        Bytes digest = digest(suite, element.fragment());
        return digest.equals(reference.digestValue())
                ? null
                : expected(
                        Reason.DIGEST,
                        "digest " + digest + " of " + element,
                        reference.digestValue().toHex());
    }

    private static @Nullable Bad badAlgorithms(SignatureSuite suite, Reference reference) {
        Transforms transforms = reference.transforms();
        if (transforms != null && !isCanonicalExi(transforms.transforms())) {
            return expected(
                    Reason.TRANSFORM,
                    "only " + SignatureSuite.CANONICAL_EXI,
                    transforms.transforms().toString());
        }
        String method = reference.digestMethod().algorithm();
        return method.equals(suite.digestMethod())
                ? null
                : expected(Reason.DIGEST_METHOD, suite.digestMethod(), method);
    }

    private static boolean isCanonicalExi(List<Transform> transforms) {
        return transforms.size() == 1
                && transforms.getFirst().algorithm().equals(SignatureSuite.CANONICAL_EXI)
                && transforms.getFirst().parameters().isEmpty();
    }

    private static @Nullable Bad badValue(
            SignatureSuite suite, PublicKey key, Signature signature) {
        Bytes value = signature.signatureValue().value();
        if (value.length() != suite.valueLength()) {
            return expected(
                    Reason.VALUE_LENGTH,
                    suite.valueLength() + " octets of signature",
                    Integer.toString(value.length()));
        }
        if (!suite.fits(key)) {
            return expected(
                    Reason.KEY,
                    "a key on the curve " + suite.curve(),
                    "another key of algorithm " + key.getAlgorithm());
        }
        if (suite.isEcdsa() && !EcdsaValue.isInRange(value, suite.order())) {
            return expected(
                    Reason.VALUE_RANGE,
                    "r and s between 0 and the order of " + suite.curve(),
                    "one outside");
        }
        return verifies(suite, key, value, XmldsigCodec.fragment(signature.signedInfo()))
                ? null
                : new Bad(
                        Reason.VALUE,
                        "the signature was not made with this key over this SignedInfo");
    }

    private static boolean verifies(
            SignatureSuite suite, PublicKey key, Bytes value, Bytes message) {
        try {
            java.security.Signature verifier =
                    java.security.Signature.getInstance(suite.algorithm());
            verifier.initVerify(key);
            verifier.update(message.toArray());
            Bytes form = suite.isEcdsa() ? EcdsaValue.toDer(value) : value;
            return verifier.verify(form.toArray());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static Bad expected(Reason reason, String expected, String found) {
        return new Bad(reason, "expected " + expected + ", found " + found);
    }
}

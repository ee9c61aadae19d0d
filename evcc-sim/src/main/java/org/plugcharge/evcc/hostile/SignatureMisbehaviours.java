package org.plugcharge.evcc.hostile;

import static org.plugcharge.evcc.hostile.Stroll.Point.DISCOVERED;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.evcc.hostile.Misbehaviour.Need;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignedElement;
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

import java.util.List;

/**
 * Signatures whose value is right, by the right key, over a SignedInfo that is not: signature
 * wrapping and its kin.
 */
final class SignatureMisbehaviours {

    private static final SignatureSuite SUITE = SignatureSuite.ECDSA_SHA256;
    private static final String SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1";
    private static final String ECDSA_SHA1 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1";
    private static final String PLAIN_XML = "http://www.w3.org/2001/10/xml-exc-c14n#";

    private SignatureMisbehaviours() {}

    /** Makes the SignedInfo of a request. */
    @FunctionalInterface
    private interface Forgery {
        SignedInfo of(AuthorizationReq request);
    }

    static List<Misbehaviour> all() {
        return List.of(
                forged(
                        "signature-other-element",
                        "signs another AuthorizationReq under the same Id",
                        request -> info(List.of(reference("#id1", digest(other()), SUITE)))),
                forged(
                        "signature-other-id",
                        "refers to an element that is not in the message",
                        request -> info(List.of(reference("#id2", digest(request), SUITE)))),
                forged(
                        "signature-without-uri",
                        "refers to nothing in particular",
                        request -> info(List.of(reference(null, digest(request), SUITE)))),
                forged(
                        "signature-second-reference",
                        "signs the right element and one more",
                        request ->
                                info(
                                        List.of(
                                                reference("#id1", digest(request), SUITE),
                                                reference("#id2", digest(other()), SUITE)))),
                forged(
                        "signature-same-id-twice",
                        "signs two elements of one Id, the wrong one first",
                        request ->
                                info(
                                        List.of(
                                                reference("#id1", digest(other()), SUITE),
                                                reference("#id1", digest(request), SUITE)))),
                forged(
                        "signature-weak-digest",
                        "names SHA-1 for the digest",
                        request ->
                                info(
                                        List.of(
                                                new Reference(
                                                        null,
                                                        null,
                                                        "#id1",
                                                        transforms(SignatureSuite.CANONICAL_EXI),
                                                        new DigestMethod(SHA1),
                                                        digest(request).slice(0, 20))))),
                forged(
                        "signature-weak-method",
                        "names ECDSA with SHA-1 for the signature",
                        request ->
                                new SignedInfo(
                                        null,
                                        new CanonicalizationMethod(SignatureSuite.CANONICAL_EXI),
                                        new SignatureMethod(ECDSA_SHA1, null),
                                        List.of(reference("#id1", digest(request), SUITE)))),
                forged(
                        "signature-other-canonicalization",
                        "names the canonical form of XML text",
                        request ->
                                new SignedInfo(
                                        null,
                                        new CanonicalizationMethod(PLAIN_XML),
                                        new SignatureMethod(SUITE.signatureMethod(), null),
                                        List.of(reference("#id1", digest(request), SUITE)))),
                forged(
                        "signature-other-transform",
                        "names another transform of the element",
                        request ->
                                info(
                                        List.of(
                                                new Reference(
                                                        null,
                                                        null,
                                                        "#id1",
                                                        transforms(PLAIN_XML),
                                                        new DigestMethod(SUITE.digestMethod()),
                                                        digest(request))))));
    }

    private static Misbehaviour forged(String name, String does, Forgery forgery) {
        return Misbehaviour.of(
                        name,
                        does,
                        Demand.code(ResponseCode.FAILED_SIGNATURE_ERROR),
                        target -> authorize(target, forgery))
                .rows(13)
                .needing(Need.TLS, Need.CONTRACT);
    }

    private static List<Reaction> authorize(Target target, Forgery forgery)
            throws NotReached, InterruptedException {
        try (Walk walk = target.walk(target::secured, DISCOVERED)) {
            walk.presentOwn();
            AuthorizationReq request = new AuthorizationReq("id1", walk.challenge());
            SignedInfo info = forgery.of(request);
            return List.of(
                    walk.askSigned(signed(info, target.requiredPapers().contractKey()), request));
        }
    }

    private static Signature signed(SignedInfo info, SoftwareKey key) {
        Bytes value = key.sign(XmldsigCodec.fragment(info));
        return new Signature(null, info, new SignatureValue(null, value), null, List.of());
    }

    private static SignedInfo info(List<Reference> references) {
        return new SignedInfo(
                null,
                new CanonicalizationMethod(SignatureSuite.CANONICAL_EXI),
                new SignatureMethod(SUITE.signatureMethod(), null),
                references);
    }

    private static Reference reference(@Nullable String uri, Bytes digest, SignatureSuite suite) {
        return new Reference(
                null,
                null,
                uri,
                transforms(SignatureSuite.CANONICAL_EXI),
                new DigestMethod(suite.digestMethod()),
                digest);
    }

    private static Transforms transforms(String algorithm) {
        return new Transforms(List.of(new Transform(algorithm, List.of())));
    }

    private static Bytes digest(AuthorizationReq request) {
        return MessageSignature.digest(SUITE, SignedElement.of(request).fragment());
    }

    private static AuthorizationReq other() {
        return new AuthorizationReq("id1", Bytes.owning(new byte[16]));
    }
}

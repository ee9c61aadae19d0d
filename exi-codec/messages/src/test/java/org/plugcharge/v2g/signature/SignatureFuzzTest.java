package org.plugcharge.v2g.signature;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.signature.SignatureVerdict.Good;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Objects;

/**
 * For Jazzer ({@code .ci/fuzz}): a signed message is changed, or made of anything. A good signature
 * is over the request that was signed, whatever else was changed.
 */
class SignatureFuzzTest {

    private static final AuthorizationReq REQUEST =
            new AuthorizationReq("id1", Bytes.fromHex("000102030405060708090a0b0c0d0e0f"));
    private static final SignatureSuite SUITE = SignatureSuite.ECDSA_SHA256;
    private static final KeyPair KEY = key();
    private static final Bytes SIGNED =
            Iso2Codec.encode(
                    V2gMessage.signed(
                            Bytes.fromHex("0102030405060708"),
                            MessageSignature.sign(
                                    SUITE,
                                    Signer.of(KEY.getPrivate(), SUITE),
                                    SignedElement.of(REQUEST)),
                            REQUEST));

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @FuzzTest(maxDuration = "60s")
    void changed(FuzzedDataProvider data) {
        byte[] octets = SIGNED.toArray();
        while (data.remainingBytes() > 0) {
            octets[data.consumeInt(0, octets.length - 1)] = data.consumeByte();
        }
        verify(Bytes.owning(octets));
    }

    @FuzzTest(maxDuration = "60s")
    void anything(byte[] octets) {
        verify(Bytes.of(octets));
    }

    private static void verify(Bytes octets) {
        V2gMessage message;
        try {
            message = Iso2Codec.decode(octets);
        } catch (ExiException _) {
            return; // The only exception there may be.
        }
        if (Objects.requireNonNull(message.body()).element() instanceof AuthorizationReq request
                && MessageSignature.verify(
                                SUITE,
                                KEY.getPublic(),
                                message.header().signature(),
                                SignedElement.of(request))
                        instanceof Good
                && !request.equals(REQUEST)) {
            throw new IllegalStateException("forged: " + octets);
        }
    }
}

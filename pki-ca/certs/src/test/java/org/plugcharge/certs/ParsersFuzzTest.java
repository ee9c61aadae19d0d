package org.plugcharge.certs;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.plugcharge.exi.Bytes;

import java.util.List;
import java.util.Optional;

/** For Jazzer ({@code JAZZER_FUZZ=1}); in the normal build it runs what was found before. */
class ParsersFuzzTest {

    private static final TestPki PKI = TestPki.create(7, TestClock.NOW);
    private static final Bytes LEAF = PKI.certificate(Iso2Profile.CONTRACT_LEAF).der();
    private static final List<Bytes> SUB_CAS =
            PKI.chain(Iso2Profile.CONTRACT_LEAF).subCertificates();

    @FuzzTest(maxDuration = "15s")
    void certificate(byte[] octets) {
        try {
            Certificate.parse(Bytes.of(octets));
        } catch (MalformedCertificateException _) {
            // The only exception there may be.
        }
    }

    @FuzzTest(maxDuration = "15s")
    void certificateRequest(byte[] octets) {
        try {
            CertificateRequest.parse(Bytes.of(octets));
        } catch (MalformedCertificateException _) {
            // The only exception there may be.
        }
    }

    @FuzzTest(maxDuration = "15s")
    void ocspRequest(byte[] octets) {
        try {
            OcspRequest.parse(Bytes.of(octets));
        } catch (MalformedCertificateException _) {
            // The only exception there may be.
        }
    }

    @FuzzTest(maxDuration = "15s")
    void ocspResponse(byte[] octets) {
        try {
            OcspResponse.parse(Bytes.of(octets));
        } catch (MalformedCertificateException _) {
            // The only exception there may be.
        }
    }

    @FuzzTest(maxDuration = "15s")
    void pem(byte[] octets) {
        try {
            CertificateChain.ofPem(
                    new String(octets, java.nio.charset.StandardCharsets.ISO_8859_1));
        } catch (MalformedCertificateException _) {
            // The only exception there may be.
        }
    }

    @FuzzTest(maxDuration = "15s")
    void revocationList(byte[] octets) {
        try {
            RevocationList.parse(Bytes.of(octets));
        } catch (MalformedCertificateException _) {
            // The only exception there may be.
        }
    }

    /** A leaf from a stranger: a verdict, never an exception, and never a good one. */
    @FuzzTest(maxDuration = "15s")
    void validator(byte[] octets) {
        Verdict<VerifiedContract> verdict =
                ChainValidator.validate(
                        new CertificateChain(Bytes.of(octets), SUB_CAS),
                        Purpose.CONTRACT.in(Edition.ISO2, Edition.ISO20),
                        PKI.anchors(),
                        RevocationSnapshot.ofOctets(
                                RevocationSnapshot.Policy.IF_ANSWERED, List.of(Bytes.of(octets))),
                        TestClock.NOW);
        if (verdict instanceof Verdict.Valid && !Bytes.of(octets).equals(LEAF)) {
            throw new IllegalStateException("a forged leaf is valid");
        }
    }

    @FuzzTest(maxDuration = "15s")
    void linter(byte[] octets) {
        Linter.lint(List.of(Bytes.of(octets), SUB_CAS.getFirst()), Edition.ISO2, Optional.empty());
    }
}

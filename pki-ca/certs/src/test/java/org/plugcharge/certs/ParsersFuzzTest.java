package org.plugcharge.certs;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.plugcharge.exi.Bytes;

/** For Jazzer ({@code JAZZER_FUZZ=1}); in the normal build it runs what was found before. */
class ParsersFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void certificate(byte[] octets) {
        try {
            Certificate.parse(Bytes.of(octets));
        } catch (MalformedCertificateException _) {
            // The only exception there may be.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void certificateRequest(byte[] octets) {
        try {
            CertificateRequest.parse(Bytes.of(octets));
        } catch (MalformedCertificateException _) {
            // The only exception there may be.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void ocspRequest(byte[] octets) {
        try {
            OcspRequest.parse(Bytes.of(octets));
        } catch (MalformedCertificateException _) {
            // The only exception there may be.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void ocspResponse(byte[] octets) {
        try {
            OcspResponse.parse(Bytes.of(octets));
        } catch (MalformedCertificateException _) {
            // The only exception there may be.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void pem(byte[] octets) {
        try {
            CertificateChain.ofPem(
                    new String(octets, java.nio.charset.StandardCharsets.ISO_8859_1));
        } catch (MalformedCertificateException _) {
            // The only exception there may be.
        }
    }
}

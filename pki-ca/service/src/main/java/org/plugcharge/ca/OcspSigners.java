package org.plugcharge.ca;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.SigningKey;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/** Which CAs are answered for, and who signs for them. */
interface OcspSigners {

    /** An OCSP signer's certificate and key. */
    record Signer(Certificate certificate, SigningKey key) {}

    /** Whether there are CAs yet. */
    boolean isOpen();

    /** The CA a question names, in the words of the table. */
    Optional<String> issuer(OcspQuestion question);

    /** Who signs for a CA now: good for longer than any answer. */
    Signer signer(String issuer, Instant now);

    /** The same, if there is one already; nothing for what is no CA with a key here. */
    Optional<Signer> ready(String issuer, Instant now);

    /** What a client would ask about a certificate of this CA. */
    OcspQuestion question(String issuer, BigInteger serial, OcspQuestion.Hash hash);
}

package org.plugcharge.ca;

import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspRequest;
import org.plugcharge.certs.OcspResponses;
import org.plugcharge.certs.OcspResponses.Answer;
import org.plugcharge.certs.OcspResponses.Failure;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.exi.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Answers OCSP requests, signed live by the signer of the CA that is asked about; every answer is
 * read from the table, so a committed revocation is in the next one.
 */
final class OcspResponder {

    private static final Logger LOG = LoggerFactory.getLogger(OcspResponder.class);

    private final Authorities authorities;
    private final CertificateTable table;
    private final InstantSource clock;
    private final Duration validity;

    OcspResponder(
            Authorities authorities,
            CertificateTable table,
            InstantSource clock,
            Duration validity) {
        this.authorities = authorities;
        this.table = table;
        this.clock = clock;
        this.validity = validity;
    }

    /** The DER of a response to the DER of a request; total. */
    Bytes answer(Bytes request) {
        OcspRequest parsed;
        try {
            parsed = OcspRequest.parse(request);
        } catch (MalformedCertificateException e) {
            LOG.info("ocsp malformed detail={}", e.getMessage());
            return OcspResponses.failure(Failure.MALFORMED_REQUEST);
        }
        try {
            return answer(parsed);
        } catch (RuntimeException e) {
            LOG.error("ocsp failed", e);
            return OcspResponses.failure(Failure.INTERNAL_ERROR);
        }
    }

    private Bytes answer(OcspRequest request) {
        if (!authorities.isOpen()) {
            return OcspResponses.failure(Failure.TRY_LATER);
        }
        Optional<Iso2Profile> asked = authorities.asked(request.questions().getFirst());
        if (asked.isEmpty()) {
            return OcspResponses.failure(Failure.UNAUTHORIZED);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Authorities.Authority authority = authorities.forAnswering(asked.get(), now);
        List<Answer> answers =
                request.questions().stream()
                        .map(question ->
                                new Answer(
                                        question,
                                        status(question, asked.get()),
                                        now,
                                        now.plus(validity)))
                        .toList();
        return OcspResponses.sign(
                answers, now, request.nonce(), authority.ocspSigner(), authority.ocspKey());
    }

    /** One signer speaks for one CA: of another CA's certificates it knows nothing. */
    private OcspStatus status(OcspQuestion question, Iso2Profile authority) {
        return authorities.asked(question).filter(authority::equals).isPresent()
                ? table.status(authority, question.serial())
                : new OcspStatus.Unknown();
    }
}

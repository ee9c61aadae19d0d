package org.plugcharge.ca;

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
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Answers OCSP requests. One question without nonce gets an answer that was signed before, kept for
 * half its validity and forgotten when the status changes; everything else is signed for the one
 * who asks. Statuses come from the cache while the cache is known to be current, else from the
 * table.
 */
final class OcspResponder {

    private static final Logger LOG = LoggerFactory.getLogger(OcspResponder.class);

    private final OcspSigners signers;
    private final Statuses statuses;
    private final StatusCache cache;
    private final BooleanSupplier current;
    private final InstantSource clock;
    private final Duration validity;

    /** What is known of a serial number, read now. */
    interface Statuses {
        OcspStatus status(String issuer, BigInteger serial);
    }

    /** How a request was answered. */
    enum Kind {
        PRESIGNED,
        LIVE,
        MALFORMED,
        UNAUTHORIZED,
        TRY_LATER,
        FAILED
    }

    /**
     * The DER of a response.
     *
     * @param until for how long everybody may be told the same; nothing: this one only
     */
    record Reply(Kind kind, Bytes response, Optional<StatusCache.Signed> until) {

        static Reply failure(Kind kind, Failure failure) {
            return new Reply(kind, OcspResponses.failure(failure), Optional.empty());
        }
    }

    /**
     * A responder.
     *
     * @param current whether the cache may be believed
     * @param validity how long an answer may be used
     */
    OcspResponder(
            OcspSigners signers,
            Statuses statuses,
            StatusCache cache,
            BooleanSupplier current,
            InstantSource clock,
            Duration validity) {
        this.signers = signers;
        this.statuses = statuses;
        this.cache = cache;
        this.current = current;
        this.clock = clock;
        this.validity = validity;
    }

    /** The response to the DER of a request; total. */
    Reply reply(Bytes request) {
        OcspRequest parsed;
        try {
            parsed = OcspRequest.parse(request);
        } catch (MalformedCertificateException e) {
            LOG.debug("ocsp malformed detail={}", e.getMessage());
            return Reply.failure(Kind.MALFORMED, Failure.MALFORMED_REQUEST);
        }
        try {
            return reply(parsed);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("ocsp the database does not answer", e);
            return Reply.failure(Kind.TRY_LATER, Failure.TRY_LATER);
        } catch (RuntimeException e) {
            LOG.error("ocsp failed", e);
            return Reply.failure(Kind.FAILED, Failure.INTERNAL_ERROR);
        }
    }

    private Reply reply(OcspRequest request) {
        if (!signers.isOpen()) {
            return Reply.failure(Kind.TRY_LATER, Failure.TRY_LATER);
        }
        OcspQuestion first = request.questions().getFirst();
        Optional<String> issuer = signers.issuer(first);
        if (issuer.isEmpty()) {
            return Reply.failure(Kind.UNAUTHORIZED, Failure.UNAUTHORIZED);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return request.questions().size() == 1 && request.nonce().isEmpty()
                ? presigned(first, issuer.get(), now)
                : live(request, issuer.get(), now);
    }

    private Reply presigned(OcspQuestion question, String issuer, Instant now) {
        StatusCache.Key key = new StatusCache.Key(issuer, question.serial());
        long mark = cache.mark();
        StatusCache.Entry entry = known(key);
        Optional<StatusCache.Signed> before =
                entry.answer(question.hash()).filter(signed -> isYoung(signed, now));
        StatusCache.Signed signed =
                before.orElseGet(() -> sign(question, issuer, entry.status(), now));
        boolean keep = before.isEmpty() && !(entry.status() instanceof OcspStatus.Unknown);
        if (keep) {
            cache.keep(key, entry.with(question.hash(), signed), mark);
        }
        return new Reply(Kind.PRESIGNED, signed.response(), Optional.of(signed));
    }

    private Reply live(OcspRequest request, String issuer, Instant now) {
        List<Answer> answers =
                request.questions().stream()
                        .map(question -> answer(question, status(question, issuer), now))
                        .toList();
        OcspSigners.Signer signer = signers.signer(issuer, now);
        Bytes response =
                OcspResponses.sign(
                        answers, now, request.nonce(), signer.certificate(), signer.key());
        return new Reply(Kind.LIVE, response, Optional.empty());
    }

    /** One signer speaks for one CA: of another CA's certificates it knows nothing. */
    private OcspStatus status(OcspQuestion question, String issuer) {
        if (signers.issuer(question).filter(issuer::equals).isEmpty()) {
            return new OcspStatus.Unknown();
        }
        StatusCache.Key key = new StatusCache.Key(issuer, question.serial());
        long mark = cache.mark();
        StatusCache.Entry entry = known(key);
        if (!(entry.status() instanceof OcspStatus.Unknown)) {
            cache.keep(key, entry, mark);
        }
        return entry.status();
    }

    private StatusCache.Entry known(StatusCache.Key key) {
        Optional<StatusCache.Entry> cached =
                current.getAsBoolean() ? cache.find(key) : Optional.empty();
        return cached.orElseGet(
                () -> StatusCache.Entry.of(statuses.status(key.issuer(), key.serial())));
    }

    private boolean isYoung(StatusCache.Signed signed, Instant now) {
        return !now.isBefore(signed.thisUpdate())
                && now.isBefore(signed.thisUpdate().plus(validity.dividedBy(2)));
    }

    private StatusCache.Signed sign(
            OcspQuestion question, String issuer, OcspStatus status, Instant now) {
        OcspSigners.Signer signer = signers.signer(issuer, now);
        Answer answer = answer(question, status, now);
        Bytes response =
                OcspResponses.sign(
                        List.of(answer), now, Optional.empty(), signer.certificate(), signer.key());
        return StatusCache.Signed.of(response, now, answer.nextUpdate());
    }

    private Answer answer(OcspQuestion question, OcspStatus status, Instant now) {
        return new Answer(question, status, now, now.plus(validity));
    }
}

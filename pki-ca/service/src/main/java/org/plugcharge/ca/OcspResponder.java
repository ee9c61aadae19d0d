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
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Answers OCSP requests. One question without nonce gets an answer that was signed before, ahead of
 * all questions or at the first, kept for half its validity and forgotten when the status changes;
 * everything else is signed for the one who asks. Statuses come from the cache while the cache is
 * known to be current, else from the table.
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
        /** Signed before it was asked for, or for somebody else. */
        PRESIGNED,
        /** Signed now, kept for the next. */
        FIRST,
        /** Signed for this one only. */
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
                before.orElseGet(
                        () -> sign(question, entry.status(), signers.signer(issuer, now), now));
        boolean keep = before.isEmpty() && !(entry.status() instanceof OcspStatus.Unknown);
        if (keep) {
            cache.keep(key, entry.with(question.hash(), signed), mark);
        }
        Kind kind = before.isPresent() ? Kind.PRESIGNED : Kind.FIRST;
        return new Reply(kind, signed.response(), Optional.of(signed));
    }

    /** Whether answers can be signed ahead: there are CAs, and the cache can be believed. */
    boolean isReady() {
        return signers.isOpen() && current.getAsBoolean();
    }

    /**
     * Signs what will be asked, by both hashes, and keeps it; leaves out a CA whose signer has to
     * be renewed first. Returns how many answers were signed.
     *
     * @param read statuses that were read after {@code mark} was taken
     */
    int signAhead(Map<StatusCache.Key, OcspStatus> read, long mark) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        int signed = 0;
        for (Map.Entry<StatusCache.Key, OcspStatus> one : read.entrySet()) {
            Optional<OcspSigners.Signer> signer = signers.ready(one.getKey().issuer(), now);
            if (signer.isPresent()) {
                StatusCache.Entry entry = ahead(one.getKey(), one.getValue(), signer.get(), now);
                cache.keepAhead(one.getKey(), entry, mark);
                signed += OcspQuestion.Hash.values().length;
            }
        }
        return signed;
    }

    private StatusCache.Entry ahead(
            StatusCache.Key key, OcspStatus status, OcspSigners.Signer signer, Instant now) {
        StatusCache.Entry entry = StatusCache.Entry.of(status);
        for (OcspQuestion.Hash hash : OcspQuestion.Hash.values()) {
            OcspQuestion question = signers.question(key.issuer(), key.serial(), hash);
            entry = entry.with(hash, sign(question, status, signer, now));
        }
        return entry;
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
            OcspQuestion question, OcspStatus status, OcspSigners.Signer signer, Instant now) {
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

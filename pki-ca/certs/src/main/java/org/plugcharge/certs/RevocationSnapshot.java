package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known about revocation when a chain is judged: OCSP responses as values, and how much
 * must be known.
 *
 * @param responses at most {@value #MAX_RESPONSES}; those about other certificates do no harm
 * @param lists revocation lists, full ones and deltas; at most {@value #MAX_LISTS}
 * @param nonce what every OCSP response must echo; without it replayed answers count while they are
 *     fresh
 * @param maxAge an older answer or list counts as none
 */
public record RevocationSnapshot(
        Policy policy,
        List<OcspResponse> responses,
        List<RevocationList> lists,
        Optional<Bytes> nonce,
        Duration maxAge) {

    /** A chain has three certificates; a few answers for each are plenty. */
    public static final int MAX_RESPONSES = 16;

    /** A full list and a delta for each CA of a chain, and one more of each. */
    public static final int MAX_LISTS = 8;

    /** The longest an answer may live in ISO 15118-20. [V2G20-1021] */
    public static final Duration WEEK = Duration.ofDays(7);

    /** How much must be known. */
    public enum Policy {
        /** Revocation is not looked at, even if there are answers. */
        NOT_CHECKED,
        /** A revoked certificate is refused; silence is taken for consent. */
        IF_ANSWERED,
        /**
         * A certificate that names a responder needs a good answer; one that names none passes, as
         * real contracts do.
         */
        IF_ANNOUNCED,
        /** Every certificate below the root needs a good answer. */
        ALWAYS
    }

    /** Copies the list; {@link IllegalArgumentException} if it is too long. */
    public RevocationSnapshot {
        if (responses.size() > MAX_RESPONSES) {
            throw new IllegalArgumentException("at most " + MAX_RESPONSES + " OCSP responses");
        }
        if (lists.size() > MAX_LISTS) {
            throw new IllegalArgumentException("at most " + MAX_LISTS + " revocation lists");
        }
        responses = List.copyOf(responses);
        lists = List.copyOf(lists);
    }

    /** OCSP responses alone, without a nonce. */
    public RevocationSnapshot(Policy policy, List<OcspResponse> responses, Duration maxAge) {
        this(policy, responses, List.of(), Optional.empty(), maxAge);
    }

    /** The same and these revocation lists. */
    public RevocationSnapshot withLists(List<RevocationList> revocationLists) {
        return new RevocationSnapshot(policy, responses, revocationLists, nonce, maxAge);
    }

    /** The same, taking only OCSP responses that echo {@code asked}. */
    public RevocationSnapshot askedWith(Bytes asked) {
        return new RevocationSnapshot(policy, responses, lists, Optional.of(asked), maxAge);
    }

    /** Revocation is not looked at. */
    public static RevocationSnapshot notChecked() {
        return new RevocationSnapshot(Policy.NOT_CHECKED, List.of(), WEEK);
    }

    /** These answers, none older than a week. */
    public static RevocationSnapshot of(Policy policy, List<OcspResponse> responses) {
        return new RevocationSnapshot(policy, responses, WEEK);
    }

    /** Answers as octets, none older than a week; what cannot be read counts as no answer. */
    public static RevocationSnapshot ofOctets(Policy policy, List<Bytes> responses) {
        List<OcspResponse> readable = new ArrayList<>();
        for (Bytes response : responses.subList(0, Math.min(MAX_RESPONSES, responses.size()))) {
            readable(response).ifPresent(readable::add);
        }
        return of(policy, readable);
    }

    private static Optional<OcspResponse> readable(Bytes response) {
        try {
            return Optional.of(OcspResponse.parse(response));
        } catch (MalformedCertificateException e) {
            return Optional.empty();
        }
    }
}

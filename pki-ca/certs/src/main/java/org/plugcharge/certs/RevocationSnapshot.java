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
 * @param maxAge an older answer counts as none
 */
public record RevocationSnapshot(Policy policy, List<OcspResponse> responses, Duration maxAge) {

    /** A chain has three certificates; a few answers for each are plenty. */
    public static final int MAX_RESPONSES = 16;

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
        responses = List.copyOf(responses);
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

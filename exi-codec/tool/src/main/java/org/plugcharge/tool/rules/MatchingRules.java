package org.plugcharge.tool.rules;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a vehicle and a station find each other on the power line (ISO 15118-3). */
public final class MatchingRules {

    static final Rule ANSWER =
            new Rule(
                    "slac.answer",
                    "TT_match_response",
                    "a request of matching is answered within 200 ms");
    static final Rule RESULTS =
            new Rule(
                    "slac.results",
                    "TT_EV_atten_results",
                    "attenuation comes within 1200 ms of the first CM_START_ATTEN_CHAR.IND");
    static final Rule SOUNDS =
            new Rule(
                    "slac.sounds",
                    "C_EV_start_atten_char_inds, C_EV_match_MNBC",
                    "a vehicle sends 3 CM_START_ATTEN_CHAR.IND and 10 CM_MNBC_SOUND.IND");
    static final Rule DECISION =
            new Rule(
                    "slac.decision",
                    "TT_EVSE_match_session",
                    "a vehicle asks for a match within 10 s of the attenuation");
    static final Rule NETWORK =
            new Rule("slac.network-id", "", "the network's id is derived from its key");

    private static final long ANSWER_MS = 200;
    private static final long RESULTS_MS = 1_200;
    private static final long DECISION_MS = 10_000;
    private static final int STARTS = 3;
    private static final int SOUND_COUNT = 10;
    private static final int NID_ROUNDS = 5;

    private MatchingRules() {}

    /** An answer, with when it was asked for. */
    public static List<Finding> answer(String name, @Nullable Instant asked, @Nullable Instant at) {
        return late(ANSWER, name, asked, at, ANSWER_MS);
    }

    private static List<Finding> late(
            Rule rule, String name, @Nullable Instant from, @Nullable Instant at, long limitMs) {
        if (from == null || at == null) {
            return List.of();
        }
        Duration took = Duration.between(from, at);
        return took.toMillis() > limitMs
                ? List.of(
                        Finding.broken(
                                rule,
                                name
                                        + " came after "
                                        + Times.text(took)
                                        + ", the limit is "
                                        + Times.text(limitMs)))
                : List.of();
    }

    /** The first result of sounding, with what was heard before it. */
    public static List<Finding> attenuation(
            @Nullable Instant begun, @Nullable Instant at, int starts, int sounds, boolean first) {
        if (!first) {
            return List.of();
        }
        List<Finding> findings =
                new ArrayList<>(late(RESULTS, "CM_ATTEN_CHAR.IND", begun, at, RESULTS_MS));
        if (starts < STARTS || sounds < SOUND_COUNT) {
            findings.add(
                    Finding.note(
                            SOUNDS,
                            "captured %d CM_START_ATTEN_CHAR.IND and %d CM_MNBC_SOUND.IND"
                                    .formatted(starts, sounds)));
        }
        return findings;
    }

    /** The request for a match. */
    public static List<Finding> decision(@Nullable Instant answered, @Nullable Instant at) {
        return late(DECISION, "CM_SLAC_MATCH.REQ", answered, at, DECISION_MS);
    }

    /** The match, with the network's id and key. */
    public static List<Finding> match(
            @Nullable Instant asked, @Nullable Instant at, Bytes networkId, Bytes networkKey) {
        List<Finding> findings = new ArrayList<>(answer("CM_SLAC_MATCH.CNF", asked, at));
        if (networkKey.length() > 0 && !networkId.equals(derived(networkKey))) {
            findings.add(
                    Finding.broken(
                            NETWORK,
                            "expected "
                                    + derived(networkKey).toHex()
                                    + ", found "
                                    + networkId.toHex()));
        }
        return findings;
    }

    /** Five times SHA-256, of which 52 bits are kept behind the security level 0. */
    private static Bytes derived(Bytes networkKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = networkKey.toArray();
            for (int round = 0; round < NID_ROUNDS; round++) {
                hash = digest.digest(hash);
            }
            hash[6] = (byte) ((hash[6] & 0xFF) >>> 4);
            return Bytes.of(hash, 0, 7);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package org.plugcharge.plc.slac;

import java.time.Duration;

/**
 * The times and counts of matching. ISO 15118-3 names them; the figures are those public
 * implementations and testers agree on.
 */
final class Timing {

    /** TT_match_response: how long to wait for an answer. */
    static final Duration MATCH_RESPONSE = Duration.ofMillis(200);

    /** TT_match_sequence: how long to wait for the next request. */
    static final Duration MATCH_SEQUENCE = Duration.ofMillis(400);

    /** C_EV_match_retry: how often an unanswered message is repeated. */
    static final int MATCH_RETRIES = 2;

    /** C_EV_start_atten_char_inds. */
    static final int START_INDICATIONS = 3;

    /** C_EV_match_MNBC. */
    static final int SOUNDS = 10;

    /** TP_EV_batch_msg_interval is 20 to 50 ms. */
    static final Duration BATCH_INTERVAL = Duration.ofMillis(25);

    /** TT_EVSE_match_MNBC, in the unit of the wire too: 6 x 100 ms. */
    static final Duration SOUNDING = Duration.ofMillis(600);

    static final int SOUNDING_ON_WIRE = 6;

    /** RESP_TYPE: the result goes to another station, the car. */
    static final int RESPONSE_TO_STATION = 1;

    /** TT_EV_atten_results, from the first CM_START_ATTEN_CHAR.IND. */
    static final Duration ATTENUATION_RESULTS = Duration.ofMillis(1200);

    /** TT_EVSE_match_session. */
    static final Duration MATCH_SESSION = Duration.ofSeconds(10);

    /** TT_match_join: from the match to the link. */
    static final Duration MATCH_JOIN = Duration.ofSeconds(12);

    /** TT_matching_rate: the pause before the whole is tried again. */
    static final Duration MATCHING_RATE = Duration.ofMillis(400);

    /** TT_matching_repetition: within which it may be tried again. */
    static final Duration MATCHING_REPETITION = Duration.ofSeconds(10);

    /** C_conn_max_match. */
    static final int MATCHES = 3;

    /** How long our own modem may take to confirm a key; not of the standard. */
    static final Duration SET_KEY = Duration.ofSeconds(1);

    private Timing() {}
}

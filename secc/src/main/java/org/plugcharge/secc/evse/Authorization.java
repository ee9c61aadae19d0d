package org.plugcharge.secc.evse;

/** The answer to who may charge. */
public sealed interface Authorization {

    /** Charging may begin. */
    record Accepted() implements Authorization {}

    /** Charging may not begin; {@code text} is for the log and the operator. */
    record Rejected(Refusal refusal, String text) implements Authorization {}

    /** Why charging may not begin. */
    enum Refusal {
        /** The chain does not lead to a trusted root, or something in it is wrong. */
        CERTIFICATE_CHAIN_ERROR,
        /** A certificate of the chain expired. */
        CERTIFICATE_EXPIRED,
        /** A certificate of the chain was revoked. */
        CERTIFICATE_REVOKED,
        /** The certificates are good, the contract is not. */
        CONTRACT_CANCELLED,
        /** The contract may not be used here or now. */
        NOT_ALLOWED_HERE,
        /** The back end does not know or does not want this identification. */
        REFUSED,
        /** The back end can't be asked, and the station may not decide alone. */
        UNREACHABLE
    }
}

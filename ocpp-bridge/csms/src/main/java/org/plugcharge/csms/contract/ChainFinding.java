package org.plugcharge.csms.contract;

/**
 * What was found about a contract's certificates.
 *
 * @param text which certificate breaks which rule, for the operator; names no contract
 */
public record ChainFinding(Kind kind, String text) {

    /** The outcomes C07 tells apart. */
    public enum Kind {
        /** Genuine, in date, not revoked, and the contract's own. */
        VALID,
        /** Genuine, but out of date. */
        EXPIRED,
        /** Genuine, but revoked. */
        REVOKED,
        /** Cannot be verified, or is not the contract's. */
        WRONG
    }
}

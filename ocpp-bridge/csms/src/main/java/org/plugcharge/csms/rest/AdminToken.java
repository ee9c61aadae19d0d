package org.plugcharge.csms.rest;

/** What the HTTP interface wants to see; at least 16 characters, never logged. */
public record AdminToken(String value) {

    /** Refuses a token that could be guessed. */
    public AdminToken {
        if (value.length() < 16) {
            throw new IllegalArgumentException("expected an admin token of at least 16 characters");
        }
    }

    @Override
    public String toString() {
        return "AdminToken";
    }
}

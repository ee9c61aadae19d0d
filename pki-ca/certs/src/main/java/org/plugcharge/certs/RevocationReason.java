package org.plugcharge.certs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a certificate is revoked; RFC 5280 section 5.3.1, with the number on the wire. */
public enum RevocationReason {
    UNSPECIFIED(0),
    KEY_COMPROMISE(1),
    CA_COMPROMISE(2),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5),
    /** Suspended: the only one that can be taken back. */
    CERTIFICATE_HOLD(6),
    PRIVILEGE_WITHDRAWN(9),
    AA_COMPROMISE(10);

    private final int number;

    RevocationReason(int number) {
        this.number = number;
    }

    /** The number in CRLs and OCSP answers. */
    public int number() {
        return number;
    }

    /** The name in the manner of RFC 5280: {@code keyCompromise}, {@code caCompromise}. */
    public String text() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder text = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            text.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return text.toString();
    }

    /** The reason with that {@link #text}. */
    public static Optional<RevocationReason> of(String text) {
        return Arrays.stream(values()).filter(reason -> reason.text().equals(text)).findFirst();
    }

    static RevocationReason of(int number) {
        return Arrays.stream(values())
                .filter(reason -> reason.number == number)
                .findFirst()
                .orElse(UNSPECIFIED);
    }
}

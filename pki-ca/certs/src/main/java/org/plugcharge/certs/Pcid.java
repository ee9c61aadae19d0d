package org.plugcharge.certs;

import java.util.regex.Pattern;

/**
 * A provisioning certificate identifier: world manufacturer identifier (3), 14 alphanumeric
 * characters, and perhaps a check character (then 18 in all).
 *
 * <p>No open source was found for the check character's algorithm, so an 18th character is taken as
 * it is; {@link #hasPresumedCheckCharacter} says whether it is the one of the eMAID's algorithm,
 * which is what is presumed here. Equality is of the whole text.
 *
 * @param text 17 or 18 characters 0-9A-Z
 */
public record Pcid(String text) {

    /** Octets of the PCID in the key delivery of ISO 15118-20. */
    public static final int LONG = 18;

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{17,18}");

    /** Takes the canonical form only; {@link IdentifierException} for anything else. */
    public Pcid {
        if (!FORM.matcher(text).matches()) {
            throw new IdentifierException("PCID", "17 or 18 characters 0-9A-Z", text);
        }
    }

    /**
     * Reads either case, without separators; {@link IdentifierException} for anything but 17 or 18
     * alphanumeric characters.
     */
    public static Pcid parse(String text) {
        return new Pcid(Ascii.upper(text));
    }

    /** The world manufacturer identifier, by which an automaker's rights are scoped. */
    public String manufacturer() {
        return text.substring(0, 3);
    }

    /** Whether there is an 18th character, without which ISO 15118-20 cannot deliver a key. */
    public boolean hasCheckCharacter() {
        return text.length() == LONG;
    }

    /** Whether the 18th character is the one of the presumed algorithm. */
    public boolean hasPresumedCheckCharacter() {
        return hasCheckCharacter()
                && equals(new Pcid(text.substring(0, LONG - 1)).withCheckCharacter());
    }

    /** All 18 characters; a missing check character is that of the presumed algorithm. */
    public Pcid withCheckCharacter() {
        return hasCheckCharacter() ? this : new Pcid(text + CheckCharacter.of(text));
    }

    /** Fit for a log: the manufacturer and the last two characters. */
    public String masked() {
        return manufacturer() + "*".repeat(text.length() - 5) + text.substring(text.length() - 2);
    }

    @Override
    public String toString() {
        return text;
    }
}

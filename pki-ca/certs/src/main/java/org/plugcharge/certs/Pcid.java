package org.plugcharge.certs;

import java.util.regex.Pattern;

/**
 * A provisioning certificate identifier: world manufacturer identifier (3), 14 alphanumeric
 * characters, and perhaps a check character (then 18 in all).
 *
 * <p>No open source was found for the check character's algorithm, so an 18th character is taken as
 * it is. Equality is of the whole text.
 *
 * @param text 17 or 18 characters 0-9A-Z
 */
public record Pcid(String text) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{17,18}");

    /** Takes the canonical form only; {@link IdentifierException} for anything else. */
    public Pcid {
        if (!FORM.matcher(text).matches()) {
            throw new IdentifierException("PCID", "17 or 18 characters 0-9A-Z", text);
        }
    }

    /**
     * Reads either case; {@link IdentifierException} for anything but 17 or 18 alphanumeric
     * characters.
     */
    public static Pcid parse(String text) {
        return new Pcid(Ascii.upper(text));
    }

    /** The world manufacturer identifier, by which an automaker's rights are scoped. */
    public String manufacturer() {
        return text.substring(0, 3);
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

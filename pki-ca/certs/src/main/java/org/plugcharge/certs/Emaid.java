package org.plugcharge.certs;

import java.util.regex.Pattern;

/**
 * An e-mobility account identifier: country (2 letters), provider (3), instance (9), check
 * character (1).
 *
 * <p>The first 14 characters are the identity: {@code FRXYZ123456789} and {@code
 * FR-XYZ-123456789-2} are equal. A check character that is given must be right. DIN SPEC 91286
 * identifiers (6-digit instance) are read by {@link #parseDin}.
 *
 * @param account the 14 characters without check character, upper case, without separators
 */
public record Emaid(String account) {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Z]{2}[0-9A-Z]{12}");
    private static final Pattern SEPARATED =
            Pattern.compile("([A-Z]{2})-?([0-9A-Z]{3})-?([0-9A-Z]{9})(?:-?([0-9A-Z]))?");
    private static final Pattern DIN =
            Pattern.compile("([A-Z]{2})[-*]?([0-9A-Z]{3})[-*]?([0-9A-Z]{6})[-*]?([0-9X])");

    /** Takes the 14 characters only; {@link IdentifierException} for anything else. */
    public Emaid {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IdentifierException("eMAID", "2 letters and 12 characters 0-9A-Z", account);
        }
    }

    /**
     * Reads 14 or 15 characters in either case, with or without hyphens at the three joints; {@link
     * IdentifierException} for another form and for a wrong check character.
     */
    public static Emaid parse(String text) {
        var form = SEPARATED.matcher(Ascii.upper(text));
        if (!form.matches()) {
            throw new IdentifierException(
                    "eMAID",
                    "14 or 15 characters: country, provider, instance, check character",
                    text);
        }
        Emaid emaid = new Emaid(form.group(1) + form.group(2) + form.group(3));
        String check = form.group(4);
        if (check != null && check.charAt(0) != emaid.checkCharacter()) {
            throw new IdentifierException(
                    "eMAID", "check character " + emaid.checkCharacter(), text);
        }
        return emaid;
    }

    /**
     * Reads a DIN SPEC 91286 contract id such as NL-TNM-012204-5: its instance and check digit,
     * padded on the left.
     */
    public static Emaid parseDin(String text) {
        var form = DIN.matcher(Ascii.upper(text));
        if (!form.matches()) {
            throw new IdentifierException(
                    "DIN contract id", "country, provider, 6 characters, check digit", text);
        }
        return new Emaid(form.group(1) + form.group(2) + "00" + form.group(3) + form.group(4));
    }

    /** The character that makes errors in the other 14 visible. */
    public char checkCharacter() {
        return CheckCharacter.of(account);
    }

    /** All 15 characters without separators, as on the wire: {@code FRXYZ1234567892}. */
    public String canonical() {
        return account + checkCharacter();
    }

    /** All 15 characters for a human eye: {@code FR-XYZ-123456789-2}. */
    public String hyphenated() {
        return account.substring(0, 2)
                + '-'
                + provider()
                + '-'
                + account.substring(5)
                + '-'
                + checkCharacter();
    }

    /** The country, two letters. */
    public String country() {
        return account.substring(0, 2);
    }

    /** The e-mobility service provider within its country, three characters. */
    public String provider() {
        return account.substring(2, 5);
    }

    /** Fit for a log: country and provider, the rest hidden. */
    public String masked() {
        return account.substring(0, 5) + "*******" + account.substring(12);
    }

    @Override
    public String toString() {
        return canonical();
    }
}

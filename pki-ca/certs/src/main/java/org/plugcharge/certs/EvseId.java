package org.plugcharge.certs;

import java.util.regex.Pattern;

/**
 * An EVSE identifier in ISO form: country (2 letters), operator (3 characters), {@code E}, outlet
 * (1 to 31).
 *
 * <p>Separators {@code *} between the parts are optional on input; inside the outlet they are kept.
 *
 * @param country two letters
 * @param operator three characters 0-9A-Z
 * @param outlet 1 to 31 characters 0-9A-Z and {@code *}, the first no separator
 */
public record EvseId(String country, String operator, String outlet) {

    private static final Pattern FORM =
            Pattern.compile("([A-Z]{2})\\*?([0-9A-Z]{3})\\*?E([0-9A-Z][0-9A-Z*]{0,30})");

    /** Takes parts in canonical form; {@link IdentifierException} for anything else. */
    public EvseId {
        String joined = country + '*' + operator + "*E" + outlet;
        if (country.length() != 2 || operator.length() != 3 || !FORM.matcher(joined).matches()) {
            throw new IdentifierException("EVSE id", "country*operator*Eoutlet", joined);
        }
    }

    /**
     * Reads either case, with or without separators; {@link IdentifierException} for anything else.
     */
    public static EvseId parse(String text) {
        var form = FORM.matcher(Ascii.upper(text));
        if (!form.matches()) {
            throw new IdentifierException(
                    "EVSE id", "country, operator, E and outlet, as in DE*ICE*E12345", text);
        }
        return new EvseId(form.group(1), form.group(2), form.group(3));
    }

    /** With separators: {@code DE*ICE*E12345*1}. */
    public String canonical() {
        return country + '*' + operator + "*E" + outlet;
    }

    /**
     * Country and operator, by which a charge point operator's rights are scoped: {@code DE*ICE}.
     */
    public String operatorId() {
        return country + '*' + operator;
    }

    @Override
    public String toString() {
        return canonical();
    }
}

package org.plugcharge.certs;

import java.util.regex.Pattern;

/**
 * The identifier of a station's controller in ISO 15118-20: country (2 letters), operator (3
 * characters), {@code S}, controller (1 to 246), check character.
 *
 * <p>Hyphens between the parts are optional on input. The algorithm of the check character was
 * found in no open source: it is taken as it is. Lengths are those of the schema's 255 characters.
 *
 * @param country two letters
 * @param operator three characters 0-9A-Z
 * @param controller 1 to 246 characters 0-9A-Z
 * @param check one character 0-9A-Z
 */
public record Seccid(String country, String operator, String controller, char check) {

    private static final Pattern FORM =
            Pattern.compile("([A-Z]{2})-?([0-9A-Z]{3})-?S-?([0-9A-Z]{1,246})-?([0-9A-Z])");
    private static final Pattern PARTS = Pattern.compile("[A-Z]{2}-[0-9A-Z]{3}-[0-9A-Z]{1,246}");

    /** Takes parts in canonical form; {@link IdentifierException} for anything else. */
    public Seccid {
        String joined = country + '-' + operator + '-' + controller;
        if (!PARTS.matcher(joined).matches() || !Character.toString(check).matches("[0-9A-Z]")) {
            throw new IdentifierException("SECCID", "country-operator-S-controller-check", joined);
        }
    }

    /**
     * Reads either case, with or without hyphens; {@link IdentifierException} for anything else.
     */
    public static Seccid parse(String text) {
        var form = FORM.matcher(Ascii.upper(text));
        if (!form.matches()) {
            throw new IdentifierException(
                    "SECCID",
                    "country, operator, S, controller and check character, as in DE-ICE-S-0001-2",
                    text);
        }
        return new Seccid(form.group(1), form.group(2), form.group(3), form.group(4).charAt(0));
    }

    /** With hyphens: {@code DE-ICE-S-0001-2}. */
    public String canonical() {
        return "%s-%s-S-%s-%s".formatted(country, operator, controller, check);
    }

    /** Country and operator, by which an operator's rights are scoped: {@code DE*ICE}. */
    public String operatorId() {
        return country + '*' + operator;
    }

    @Override
    public String toString() {
        return canonical();
    }
}

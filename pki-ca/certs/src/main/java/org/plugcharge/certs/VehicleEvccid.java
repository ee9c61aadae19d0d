package org.plugcharge.certs;

import java.util.regex.Pattern;

/**
 * The identifier of a vehicle's controller in ISO 15118-20, which its TLS certificate names: world
 * manufacturer identifier (3), {@code V}, 15 to 250 characters, check character.
 *
 * <p>Hyphens between the parts are optional on input. The algorithm of the check character was
 * found in no open source: it is taken as it is. That of ISO 15118-2 is {@link Evccid}.
 *
 * @param manufacturer three characters 0-9A-Z
 * @param vehicle 15 to 250 characters 0-9A-Z
 * @param check one character 0-9A-Z
 */
public record VehicleEvccid(String manufacturer, String vehicle, char check) {

    private static final Pattern FORM =
            Pattern.compile("([0-9A-Z]{3})-?V-?([0-9A-Z]{15,250})-?([0-9A-Z])");
    private static final Pattern PARTS = Pattern.compile("[0-9A-Z]{3}-[0-9A-Z]{15,250}");

    /** Takes parts in canonical form; {@link IdentifierException} for anything else. */
    public VehicleEvccid {
        String joined = manufacturer + '-' + vehicle;
        if (!PARTS.matcher(joined).matches() || !Character.toString(check).matches("[0-9A-Z]")) {
            throw new IdentifierException("EVCCID", "manufacturer-V-vehicle-check", joined);
        }
    }

    /**
     * Reads either case, with or without hyphens; {@link IdentifierException} for anything else.
     */
    public static VehicleEvccid parse(String text) {
        var form = FORM.matcher(Ascii.upper(text));
        if (!form.matches()) {
            throw new IdentifierException(
                    "EVCCID",
                    "manufacturer (3), V, 15 to 250 characters and a check character, as in"
                            + " WPC-V-TESTVEHICLE0001-4",
                    text);
        }
        return new VehicleEvccid(form.group(1), form.group(2), form.group(3).charAt(0));
    }

    /** With hyphens: {@code WPC-V-TESTVEHICLE00001-4}. */
    public String canonical() {
        return "%s-V-%s-%s".formatted(manufacturer, vehicle, check);
    }

    @Override
    public String toString() {
        return canonical();
    }
}

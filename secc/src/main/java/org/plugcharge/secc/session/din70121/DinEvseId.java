package org.plugcharge.secc.session.din70121;

import org.plugcharge.exi.Bytes;

import java.util.regex.Pattern;

/**
 * The id of a connector as DIN SPEC 70121 writes it: that of DIN SPEC 91286, a hexadecimal digit
 * for each character, with A for the asterisk. "49*89*6360" is 49A89A6360.
 */
public final class DinEvseId {

    /** What a station says that has no such id. */
    public static final Bytes NONE = Bytes.of((byte) 0);

    private static final int MAX_DIGITS = 64;
    private static final Pattern DIN_91286 = Pattern.compile("[0-9]+(\\*[0-9]+){2,}");

    private DinEvseId() {}

    /**
     * The octets for {@code text}, with or without a plus sign in front; {@link #NONE} if it is of
     * another form, such as that of ISO 15118, or makes no whole octets.
     */
    public static Bytes of(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        boolean fits = digits.length() % 2 == 0 && digits.length() <= MAX_DIGITS;
        return fits && DIN_91286.matcher(digits).matches()
                ? Bytes.fromHex(digits.replace('*', 'a'))
                : NONE;
    }
}

package org.plugcharge.secc.evse;

import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * A reading that the meter itself signed, for who has to pay for it.
 *
 * @param document the whole document, as a transparency software reads it: {@code
 *     OCMF|{...}|{...}}, at most 2,500 characters
 * @param signature the signature in it as 64 octets: what SigMeterReading of ISO 15118-2 can hold
 */
public record SignedReading(Instant at, long wattHours, String document, Bytes signature) {

    private static final int MAX_DOCUMENT = 2_500;
    private static final int MAX_SIGNATURE = 64;

    /** {@link IllegalArgumentException} for what a message can't carry. */
    public SignedReading {
        if (document.length() > MAX_DOCUMENT
                || signature.length() == 0
                || signature.length() > MAX_SIGNATURE) {
            throw new IllegalArgumentException(
                    "expected at most 2500 characters and 1 to 64 octets of signature, got "
                            + document.length()
                            + " and "
                            + signature.length());
        }
    }

    /** The document's octets (UTF-8) in Base64, as OCPP carries them. */
    public String base64() {
        return Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8));
    }
}

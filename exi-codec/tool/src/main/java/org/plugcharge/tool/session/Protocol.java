package org.plugcharge.tool.session;

import java.util.Arrays;
import java.util.Optional;

/** What a session may be spoken in, with the namespace by which it is negotiated. */
public enum Protocol {
    /** DIN SPEC 70121. */
    DIN70121("urn:din:70121:2012:MsgDef", "DIN 70121", "din"),
    /** ISO 15118-2. */
    ISO2("urn:iso:15118:2:2013:MsgDef", "ISO 15118-2", "iso2"),
    /** ISO 15118-20 with alternating current. */
    ISO20_AC("urn:iso:std:iso:15118:-20:AC", "ISO 15118-20 AC", "iso20.AC"),
    /** ISO 15118-20 with direct current, MCS included. */
    ISO20_DC("urn:iso:std:iso:15118:-20:DC", "ISO 15118-20 DC", "iso20.DC"),
    /** ISO 15118-20 without a cable. */
    ISO20_WPT("urn:iso:std:iso:15118:-20:WPT", "ISO 15118-20 WPT", "iso20.WPT"),
    /** ISO 15118-20 with a connection device that moves by itself. */
    ISO20_ACDP("urn:iso:std:iso:15118:-20:ACDP", "ISO 15118-20 ACDP", "iso20.ACDP"),
    /** Amendment 1: the vehicle as a generator by IEC rules. */
    ISO20_AC_DER_IEC(
            "urn:iso:std:iso:15118:-20:AC-DER-IEC", "ISO 15118-20 AC_DER_IEC", "iso20.AC_DER_IEC"),
    /** Amendment 1: the vehicle as a generator by SAE rules. */
    ISO20_AC_DER_SAE(
            "urn:iso:std:iso:15118:-20:AC-DER-SAE", "ISO 15118-20 AC_DER_SAE", "iso20.AC_DER_SAE");

    private final String namespace;
    private final String text;
    private final String set;

    Protocol(String namespace, String text, String set) {
        this.namespace = namespace;
        this.text = text;
        this.set = set;
    }

    /** The protocol of this namespace, if there is one. */
    public static Optional<Protocol> of(String namespace) {
        return Arrays.stream(values()).filter(one -> one.namespace.equals(namespace)).findFirst();
    }

    /** The protocol in whose own message set (not CommonMessages) a message stands. */
    public static Optional<Protocol> ofSet(String set) {
        return Arrays.stream(values()).filter(one -> one.set.equals(set)).findFirst();
    }

    /** Label of the message set that belongs to it alone. */
    public String set() {
        return set;
    }

    /** Whether it is one of ISO 15118-20. */
    public boolean isIso20() {
        return this != DIN70121 && this != ISO2;
    }

    @Override
    public String toString() {
        return text;
    }
}

package org.plugcharge.exi;

import java.util.Map;

/**
 * Codes the elements that may be the root of a grammar set's documents, or of its fragments; the
 * compiler writes one class for each.
 *
 * <p>Whatever is wrong with octets or values is an {@link ExiException}.
 */
public interface RootCodec {

    /** Writes the header and the element of this name with its content, to the end. */
    void encode(BitWriter out, String element, Object value);

    /** The same for a record that is the content of one element only, which then needs no name. */
    void encode(BitWriter out, Record value);

    /** Reads the header and an element, to the end. */
    NamedValue decode(BitReader in);

    /**
     * The class of the record (or simple value) that is the content of each element, by the
     * element's name.
     */
    Map<String, Class<?>> types();
}

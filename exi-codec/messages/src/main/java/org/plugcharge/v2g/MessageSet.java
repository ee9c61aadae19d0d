package org.plugcharge.v2g;

import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.codec.app.AppProtocolDocuments;
import org.plugcharge.v2g.codec.din.Din70121Documents;
import org.plugcharge.v2g.codec.din.Din70121Fragments;
import org.plugcharge.v2g.codec.iso2.Iso2Documents;
import org.plugcharge.v2g.codec.iso2.Iso2Fragments;
import org.plugcharge.v2g.codec.xmldsig.XmldsigDocuments;
import org.plugcharge.v2g.codec.xmldsig.XmldsigFragments;

import java.util.Map;
import java.util.Optional;

/**
 * The grammar sets, for those who do not know beforehand which message they have: tools, journals,
 * tests.
 *
 * <p>Sessions use the codec of their set instead. Whatever is wrong is an {@link ExiException}.
 */
public enum MessageSet {
    /** The protocol negotiation before every session. */
    APP("app", "appprotocol") {
        @Override
        public void encodeDocument(BitWriter out, NamedValue root) {
            AppProtocolDocuments.encode(out, root.name(), root.value());
        }

        @Override
        public NamedValue decodeDocument(BitReader in) {
            return AppProtocolDocuments.decode(in);
        }

        @Override
        public Map<String, Class<?>> documents() {
            return AppProtocolDocuments.types();
        }
    },
    /** ISO 15118-2. */
    ISO2("iso2", "iso2") {
        @Override
        public void encodeDocument(BitWriter out, NamedValue root) {
            Iso2Documents.encode(out, root.name(), root.value());
        }

        @Override
        public NamedValue decodeDocument(BitReader in) {
            return Iso2Documents.decode(in);
        }

        @Override
        public Map<String, Class<?>> documents() {
            return Iso2Documents.types();
        }

        @Override
        public void encodeFragment(BitWriter out, NamedValue root) {
            Iso2Fragments.encode(out, root.name(), root.value());
        }

        @Override
        public NamedValue decodeFragment(BitReader in) {
            return Iso2Fragments.decode(in);
        }

        @Override
        public Map<String, Class<?>> fragments() {
            return Iso2Fragments.types();
        }
    },
    /** DIN SPEC 70121. */
    DIN("din", "din70121") {
        @Override
        public void encodeDocument(BitWriter out, NamedValue root) {
            Din70121Documents.encode(out, root.name(), root.value());
        }

        @Override
        public NamedValue decodeDocument(BitReader in) {
            return Din70121Documents.decode(in);
        }

        @Override
        public Map<String, Class<?>> documents() {
            return Din70121Documents.types();
        }

        @Override
        public void encodeFragment(BitWriter out, NamedValue root) {
            Din70121Fragments.encode(out, root.name(), root.value());
        }

        @Override
        public NamedValue decodeFragment(BitReader in) {
            return Din70121Fragments.decode(in);
        }

        @Override
        public Map<String, Class<?>> fragments() {
            return Din70121Fragments.types();
        }
    },
    /** XML signatures alone: the grammar in which SignedInfo is signed. */
    XMLDSIG("xmldsig", "xmldsig") {
        @Override
        public void encodeDocument(BitWriter out, NamedValue root) {
            XmldsigDocuments.encode(out, root.name(), root.value());
        }

        @Override
        public NamedValue decodeDocument(BitReader in) {
            return XmldsigDocuments.decode(in);
        }

        @Override
        public Map<String, Class<?>> documents() {
            return XmldsigDocuments.types();
        }

        @Override
        public void encodeFragment(BitWriter out, NamedValue root) {
            XmldsigFragments.encode(out, root.name(), root.value());
        }

        @Override
        public NamedValue decodeFragment(BitReader in) {
            return XmldsigFragments.decode(in);
        }

        @Override
        public Map<String, Class<?>> fragments() {
            return XmldsigFragments.types();
        }
    };

    private final String label;
    private final String home;

    MessageSet(String label, String home) {
        this.label = label;
        this.home = home;
    }

    /**
     * The folder of resources in which the schema text of this set lies: {@code index.xsd} and
     * those named in {@code files.txt}.
     */
    public String schemaFolder() {
        return "/org/plugcharge/v2g/" + home + "/schema/" + label + "/";
    }

    /** What the set is called on command lines and in vectors. */
    public String label() {
        return label;
    }

    /** The set with this label, if there is one. */
    public static Optional<MessageSet> of(String label) {
        for (MessageSet set : values()) {
            if (set.label.equals(label)) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }

    /** The global elements, with the class of each one's record or simple value. */
    public abstract Map<String, Class<?>> documents();

    /** The signed elements, with the class of each one's record. */
    public Map<String, Class<?>> fragments() {
        return Map.of();
    }

    /** Writes a document: any global element of the set. */
    public abstract void encodeDocument(BitWriter out, NamedValue root);

    /** Reads a document: any global element of the set. */
    public abstract NamedValue decodeDocument(BitReader in);

    /** Writes a fragment: an element that is signed. */
    public void encodeFragment(BitWriter out, NamedValue root) {
        throw out.refuse("expected a set with signed elements, found " + label);
    }

    /** Reads a fragment: an element that is signed. */
    public NamedValue decodeFragment(BitReader in) {
        throw in.refuse("expected a set with signed elements, found " + label);
    }

    /** {@link #encodeDocument(BitWriter, NamedValue)} to octets. */
    public Bytes encodeDocument(NamedValue root) {
        BitWriter out = new BitWriter();
        encodeDocument(out, root);
        return out.toBytes();
    }

    /** {@link #decodeDocument(BitReader)} from octets. */
    public NamedValue decodeDocument(Bytes octets) {
        return decodeDocument(new BitReader(octets));
    }

    /** {@link #encodeFragment(BitWriter, NamedValue)} to octets. */
    public Bytes encodeFragment(NamedValue root) {
        BitWriter out = new BitWriter();
        encodeFragment(out, root);
        return out.toBytes();
    }

    /** {@link #decodeFragment(BitReader)} from octets. */
    public NamedValue decodeFragment(Bytes octets) {
        return decodeFragment(new BitReader(octets));
    }
}

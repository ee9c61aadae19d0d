package org.plugcharge.v2g;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.exi.RootCodec;
import org.plugcharge.v2g.codec.app.AppProtocolDocuments;
import org.plugcharge.v2g.codec.din.Din70121Documents;
import org.plugcharge.v2g.codec.din.Din70121Fragments;
import org.plugcharge.v2g.codec.iso2.Iso2Documents;
import org.plugcharge.v2g.codec.iso2.Iso2Fragments;
import org.plugcharge.v2g.codec.xmldsig.XmldsigDocuments;
import org.plugcharge.v2g.codec.xmldsig.XmldsigFragments;
import org.plugcharge.v2g.iso20.codec.ac.AcDocuments;
import org.plugcharge.v2g.iso20.codec.acderiec.AcDerIecDocuments;
import org.plugcharge.v2g.iso20.codec.acdersae.AcDerSaeDocuments;
import org.plugcharge.v2g.iso20.codec.acdp.AcdpDocuments;
import org.plugcharge.v2g.iso20.codec.commonmessages.CommonMessagesDocuments;
import org.plugcharge.v2g.iso20.codec.commonmessages.CommonMessagesFragments;
import org.plugcharge.v2g.iso20.codec.dc.DcDocuments;
import org.plugcharge.v2g.iso20.codec.wpt.WptDocuments;

import java.util.Map;
import java.util.Optional;

/**
 * The grammar sets, for those who do not know beforehand which message they have: tools, journals,
 * tests.
 *
 * <p>Sessions use the codec of their set instead. Whatever is wrong is an {@link ExiException}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the codecs are generated and hold nothing
public enum MessageSet {
    /** The protocol negotiation before every session. */
    APP("app", "appprotocol", AppProtocolDocuments.CODEC, null),
    /** ISO 15118-2. */
    ISO2("iso2", "iso2", Iso2Documents.CODEC, Iso2Fragments.CODEC),
    /** DIN SPEC 70121. */
    DIN("din", "din70121", Din70121Documents.CODEC, Din70121Fragments.CODEC),
    /** ISO 15118-20, what all kinds of charging share. */
    ISO20_COMMON_MESSAGES(
            "iso20.CommonMessages",
            "iso20/commonmessages",
            CommonMessagesDocuments.CODEC,
            CommonMessagesFragments.CODEC),
    /** ISO 15118-20, alternating current. */
    ISO20_AC("iso20.AC", "iso20/ac", AcDocuments.CODEC, null),
    /** ISO 15118-20 Amendment 1, alternating current with grid support by European rules (IEC). */
    ISO20_AC_DER_IEC("iso20.AC_DER_IEC", "iso20/acderiec", AcDerIecDocuments.CODEC, null),
    /** ISO 15118-20 Amendment 1, the same by North American rules (SAE). */
    ISO20_AC_DER_SAE("iso20.AC_DER_SAE", "iso20/acdersae", AcDerSaeDocuments.CODEC, null),
    /** ISO 15118-20, direct current. */
    ISO20_DC("iso20.DC", "iso20/dc", DcDocuments.CODEC, null),
    /** ISO 15118-20, wireless power transfer. */
    ISO20_WPT("iso20.WPT", "iso20/wpt", WptDocuments.CODEC, null),
    /** ISO 15118-20, automated connection devices (pantographs). */
    ISO20_ACDP("iso20.ACDP", "iso20/acdp", AcdpDocuments.CODEC, null),
    /** XML signatures alone: the grammar in which SignedInfo is signed. */
    XMLDSIG("xmldsig", "xmldsig", XmldsigDocuments.CODEC, XmldsigFragments.CODEC);

    private final String label;
    private final String home;
    private final RootCodec documents;
    private final @Nullable RootCodec fragments;

    MessageSet(String label, String home, RootCodec documents, @Nullable RootCodec fragments) {
        this.label = label;
        this.home = home;
        this.documents = documents;
        this.fragments = fragments;
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
    public Map<String, Class<?>> documents() {
        return documents.types();
    }

    /** The signed elements, with the class of each one's record. */
    public Map<String, Class<?>> fragments() {
        return fragments == null ? Map.of() : fragments.types();
    }

    /** Writes a document: any global element of the set. */
    public void encodeDocument(BitWriter out, NamedValue root) {
        documents.encode(out, root.name(), root.value());
    }

    /** Reads a document: any global element of the set. */
    public NamedValue decodeDocument(BitReader in) {
        return documents.decode(in);
    }

    /** Writes a fragment: an element that is signed. */
    public void encodeFragment(BitWriter out, NamedValue root) {
        if (fragments == null) {
            throw out.refuse("expected a set with signed elements, found " + label);
        }
        fragments.encode(out, root.name(), root.value());
    }

    /** Reads a fragment: an element that is signed. */
    public NamedValue decodeFragment(BitReader in) {
        if (fragments == null) {
            throw in.refuse("expected a set with signed elements, found " + label);
        }
        return fragments.decode(in);
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

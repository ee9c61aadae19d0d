package org.plugcharge.tool;

import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.tool.otherengine.Exificient;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.text.MessageText;
import org.plugcharge.v2g.text.XmlTree;

import java.util.List;
import java.util.Map;

/** Who does the coding. */
enum Engine {
    /** The codecs of this project. */
    PLUGCHARGE {
        @Override
        Reading decode(MessageSet set, Kind kind, Bytes octets) {
            BitReader in = new BitReader(octets).lenient();
            NamedValue root = kind.decode(set, in);
            return new Reading(this, set, kind, root, in.brokenFacets());
        }

        @Override
        Bytes encode(MessageSet set, Kind kind, NamedValue root, boolean lenient) {
            BitWriter out = lenient ? new BitWriter().lenient() : new BitWriter();
            kind.encode(set, out, root);
            return out.toBytes();
        }
    },
    /** Another program's, over our schema text: to settle a doubt. Not for input from strangers. */
    EXIFICIENT {
        @Override
        Reading decode(MessageSet set, Kind kind, Bytes octets) {
            String xml = Exificient.decode(set, kind == Kind.FRAGMENT, octets);
            Map.Entry<String, Object> tree = XmlTree.parse(xml).entrySet().iterator().next();
            Class<?> type = kind.typeOf(set, tree.getKey());
            if (type == void.class) {
                throw new InputException(
                        "EXIficient found "
                                + tree.getKey()
                                + ", which is no root of "
                                + set.label());
            }
            Object value = MessageText.read(set, type, tree.getValue(), tree.getKey());
            return new Reading(this, set, kind, new NamedValue(tree.getKey(), value), List.of());
        }

        @Override
        Bytes encode(MessageSet set, Kind kind, NamedValue root, boolean lenient) {
            return Exificient.encode(set, kind == Kind.FRAGMENT, MessageText.xmlLine(root));
        }
    };

    abstract Reading decode(MessageSet set, Kind kind, Bytes octets);

    /** {@code lenient} lets values outside their facets pass. */
    abstract Bytes encode(MessageSet set, Kind kind, NamedValue root, boolean lenient);
}

package org.plugcharge.tool;

import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.MessageSet;

/** Whether octets are a whole message or one signed element of it. */
enum Kind {
    /** A message. */
    DOCUMENT {
        @Override
        NamedValue decode(MessageSet set, BitReader in) {
            return set.decodeDocument(in);
        }

        @Override
        void encode(MessageSet set, BitWriter out, NamedValue root) {
            set.encodeDocument(out, root);
        }

        @Override
        Class<?> typeOf(MessageSet set, String element) {
            return set.documents().getOrDefault(element, void.class);
        }
    },
    /** A signed element, as it is digested. */
    FRAGMENT {
        @Override
        NamedValue decode(MessageSet set, BitReader in) {
            return set.decodeFragment(in);
        }

        @Override
        void encode(MessageSet set, BitWriter out, NamedValue root) {
            set.encodeFragment(out, root);
        }

        @Override
        Class<?> typeOf(MessageSet set, String element) {
            return set.fragments().getOrDefault(element, void.class);
        }
    };

    abstract NamedValue decode(MessageSet set, BitReader in);

    abstract void encode(MessageSet set, BitWriter out, NamedValue root);

    /** The class of an element's content, {@code void} if the set has no such root. */
    abstract Class<?> typeOf(MessageSet set, String element);
}

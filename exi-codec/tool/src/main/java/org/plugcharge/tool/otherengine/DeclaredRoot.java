package org.plugcharge.tool.otherengine;

import org.jspecify.annotations.Nullable;
import org.plugcharge.tool.trace.Tracer;
import org.plugcharge.v2g.MessageSet;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Gives the root of a fragment the namespace in which its element is declared, which may be another
 * than that of its type.
 */
final class DeclaredRoot extends XMLFilterImpl {

    private final MessageSet set;
    private int depth;

    DeclaredRoot(MessageSet set, XMLReader parent) {
        super(parent);
        this.set = set;
    }

    private @Nullable String namespace(@Nullable String uri, String local) {
        return depth == 0 ? Tracer.fragmentNamespace(set, local).orElse(uri) : uri;
    }

    @Override
    public void startElement(@Nullable String uri, String local, String name, Attributes attributes)
            throws SAXException {
        super.startElement(namespace(uri, local), local, name, attributes);
        depth++;
    }

    @Override
    public void endElement(@Nullable String uri, String local, String name) throws SAXException {
        depth--;
        super.endElement(namespace(uri, local), local, name);
    }
}

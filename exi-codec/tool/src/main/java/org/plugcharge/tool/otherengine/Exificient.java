package org.plugcharge.tool.otherengine;

import com.siemens.ct.exi.core.CodingMode;
import com.siemens.ct.exi.core.EXIFactory;
import com.siemens.ct.exi.core.exceptions.EXIException;
import com.siemens.ct.exi.core.grammars.Grammars;
import com.siemens.ct.exi.core.helpers.DefaultEXIFactory;
import com.siemens.ct.exi.grammars.GrammarFactory;
import com.siemens.ct.exi.main.api.sax.EXIResult;
import com.siemens.ct.exi.main.api.sax.EXISource;

import org.apache.xerces.xni.XMLResourceIdentifier;
import org.apache.xerces.xni.parser.XMLInputSource;
import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.tool.trace.Tracer;
import org.plugcharge.v2g.MessageSet;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamResult;

/**
 * EXIficient over the schema text of a set.
 *
 * <p>It allocates what a stream promises, so it is not for input from strangers. {@link #decode}
 * walks the stream by our own grammars first and refuses one whose lengths exceed it; what is wrong
 * otherwise is let through, as it may be what is to be settled.
 */
public final class Exificient {

    private static final Map<MessageSet, Grammars> LOADED = new ConcurrentHashMap<>();

    private Exificient() {}

    /** EXI to XML. */
    public static String decode(MessageSet set, boolean fragment, Bytes octets) {
        refuseEmptyPromises(set, fragment, octets);
        try {
            EXISource source = new EXISource(factory(set, fragment));
            SAXSource sax =
                    new SAXSource(
                            source.getXMLReader(),
                            new InputSource(new ByteArrayInputStream(octets.toArray())));
            TransformerFactory transformers = TransformerFactory.newInstance();
            transformers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            StringWriter text = new StringWriter();
            transformers.newTransformer().transform(sax, new StreamResult(text));
            return text.toString();
        } catch (EXIException | TransformerException | RuntimeException | OutOfMemoryError e) {
            throw failed(e);
        }
    }

    /** XML to EXI. */
    public static Bytes encode(MessageSet set, boolean fragment, String xml) {
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            EXIResult result = new EXIResult(factory(set, fragment));
            result.setOutputStream(octets);
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            XMLReader reader = parsers.newSAXParser().getXMLReader();
            if (fragment) {
                reader = new DeclaredRoot(set, reader);
            }
            reader.setContentHandler(result.getHandler());
            reader.parse(new InputSource(new StringReader(xml)));
            return Bytes.owning(octets.toByteArray());
        } catch (EXIException
                | SAXException
                | IOException
                | ParserConfigurationException
                | RuntimeException e) {
            throw failed(e);
        }
    }

    private static OtherEngineException failed(Throwable e) {
        String message = e.getMessage();
        return new OtherEngineException(
                "EXIficient: "
                        + (message == null
                                ? e.getClass().getSimpleName()
                                : message.lines().findFirst().orElse("")));
    }

    private static void refuseEmptyPromises(MessageSet set, boolean fragment, Bytes octets) {
        try {
            if (fragment) {
                Tracer.fragment(set, octets, _ -> {});
            } else {
                Tracer.document(set, octets, _ -> {});
            }
        } catch (ExiException e) {
            if (e.problem().contains("more bits")) {
                throw new OtherEngineException(
                        "not given to EXIficient, which would allocate what is promised: "
                                + e.getMessage());
            }
        }
    }

    private static EXIFactory factory(MessageSet set, boolean fragment) throws EXIException {
        EXIFactory factory = DefaultEXIFactory.newInstance();
        factory.setGrammars(LOADED.computeIfAbsent(set, Exificient::load));
        factory.setCodingMode(CodingMode.BIT_PACKED);
        factory.setFragment(fragment);
        factory.setValuePartitionCapacity(0);
        return factory;
    }

    private static Grammars load(MessageSet set) {
        try (InputStream index = resource(set, "index.xsd")) {
            return GrammarFactory.newInstance()
                    .createGrammars(index, identifier -> input(set, identifier));
        } catch (EXIException | IOException e) {
            throw failed(e);
        }
    }

    private static @Nullable XMLInputSource input(MessageSet set, XMLResourceIdentifier wanted)
            throws IOException {
        String name = wanted.getLiteralSystemId();
        return name == null
                ? null
                : new XMLInputSource(
                        null, name, null, resource(set, name.replaceAll(".*/", "")), "UTF-8");
    }

    private static InputStream resource(MessageSet set, String file) throws IOException {
        InputStream in = MessageSet.class.getResourceAsStream(set.schemaFolder() + file);
        if (in == null) {
            throw new IOException("no schema text " + file + " of " + set.label());
        }
        return in;
    }
}

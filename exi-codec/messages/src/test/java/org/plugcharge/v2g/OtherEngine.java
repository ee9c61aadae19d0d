package org.plugcharge.v2g;

import com.siemens.ct.exi.core.CodingMode;
import com.siemens.ct.exi.core.EXIFactory;
import com.siemens.ct.exi.core.exceptions.EXIException;
import com.siemens.ct.exi.core.grammars.Grammars;
import com.siemens.ct.exi.core.helpers.DefaultEXIFactory;
import com.siemens.ct.exi.grammars.GrammarFactory;
import com.siemens.ct.exi.main.api.sax.EXIResult;
import com.siemens.ct.exi.main.api.sax.EXISource;

import org.plugcharge.exi.Bytes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamResult;

/**
 * EXIficient 1.0.7 with the options every peer uses: the judge that shares no line with our codec.
 */
public final class OtherEngine {

    private static final Map<Path, Grammars> LOADED = new ConcurrentHashMap<>();

    private static final SAXParserFactory PARSERS = SAXParserFactory.newDefaultNSInstance();
    private static final TransformerFactory TRANSFORMERS = TransformerFactory.newDefaultInstance();

    private final Grammars grammars;

    private OtherEngine(Grammars grammars) {
        this.grammars = grammars;
    }

    /** With the grammars of a schema file. */
    public static OtherEngine over(Path entry) {
        return new OtherEngine(LOADED.computeIfAbsent(entry, OtherEngine::load));
    }

    /** On a thread of its own: EXIficient needs a deep stack for particles that come 2048 times. */
    private static Grammars load(Path entry) {
        CompletableFuture<Grammars> loaded = new CompletableFuture<>();
        Thread loader =
                new Thread(
                        null,
                        () -> {
                            try {
                                loaded.complete(
                                        GrammarFactory.newInstance()
                                                .createGrammars(entry.toUri().toString()));
                            } catch (EXIException | RuntimeException | StackOverflowError e) {
                                loaded.completeExceptionally(e);
                            }
                        },
                        "grammars of " + entry.getFileName(),
                        256L << 20);
        loader.start();
        return loaded.join();
    }

    /** The entry file of the schema text that the compiler wrote for a set. */
    public static Path ownSchema(MessageSet set) {
        String path = set.schemaFolder() + "index.xsd";
        try {
            return Path.of(Objects.requireNonNull(OtherEngine.class.getResource(path)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The entry file of the publisher's schema of a set, in {@code ../shared}. */
    public static Path publishedSchema(MessageSet set) {
        return Shared.folder()
                .resolve("schemas")
                .resolve(
                        switch (set) {
                            case APP -> "app/V2G_CI_AppProtocol.xsd";
                            case DIN -> "din70121/V2G_CI_MsgDef.xsd";
                            case ISO2 -> "iso2/V2G_CI_MsgDef.xsd";
                            case XMLDSIG -> "iso2/xmldsig-core-schema.xsd";
                            default -> set.label().replace("iso20.", "iso20/V2G_CI_") + ".xsd";
                        });
    }

    /** The grammars. */
    public Grammars grammars() {
        return grammars;
    }

    private EXIFactory factory(boolean fragment) throws EXIException {
        EXIFactory factory = DefaultEXIFactory.newInstance();
        factory.setGrammars(grammars);
        factory.setCodingMode(CodingMode.BIT_PACKED);
        factory.setFragment(fragment);
        factory.setValuePartitionCapacity(0);
        return factory;
    }

    /** XML to EXI. */
    public Bytes encode(String xml, boolean fragment) {
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            EXIResult result = new EXIResult(factory(fragment));
            result.setOutputStream(octets);
            XMLReader reader = PARSERS.newSAXParser().getXMLReader();
            reader.setContentHandler(result.getHandler());
            reader.parse(new InputSource(new StringReader(xml)));
            return Bytes.owning(octets.toByteArray());
        } catch (EXIException | SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException(e.getMessage() + " for " + xml, e);
        }
    }

    /** EXI to XML. */
    public String decode(Bytes octets, boolean fragment) {
        try {
            EXISource source = new EXISource(factory(fragment));
            SAXSource sax =
                    new SAXSource(
                            source.getXMLReader(),
                            new InputSource(new ByteArrayInputStream(octets.toArray())));
            StringWriter text = new StringWriter();
            TRANSFORMERS.newTransformer().transform(sax, new StreamResult(text));
            return text.toString();
        } catch (EXIException | TransformerException e) {
            throw new IllegalArgumentException(e.getMessage() + " for " + octets, e);
        }
    }
}

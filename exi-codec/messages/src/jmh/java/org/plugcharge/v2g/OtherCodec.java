package org.plugcharge.v2g;

import com.siemens.ct.exi.core.CodingMode;
import com.siemens.ct.exi.core.EXIBodyDecoder;
import com.siemens.ct.exi.core.EXIBodyEncoder;
import com.siemens.ct.exi.core.EXIFactory;
import com.siemens.ct.exi.core.EXIStreamDecoder;
import com.siemens.ct.exi.core.EXIStreamEncoder;
import com.siemens.ct.exi.core.context.QNameContext;
import com.siemens.ct.exi.core.exceptions.EXIException;
import com.siemens.ct.exi.core.grammars.event.EventType;
import com.siemens.ct.exi.core.helpers.DefaultEXIFactory;
import com.siemens.ct.exi.core.values.Value;
import com.siemens.ct.exi.grammars.GrammarFactory;
import com.siemens.ct.exi.main.api.sax.EXIResult;
import com.siemens.ct.exi.main.api.sax.EXISource;

import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

/** EXIficient for one message, with grammars, factory, parser, handlers and events kept. */
final class OtherCodec {

    /** An event, to be played again. */
    private record Event(EventType type, @Nullable QNameContext name, @Nullable Value value) {}

    private final byte[] octets;
    private final String xml;
    private final List<Event> events = new ArrayList<>();
    private final EXIStreamEncoder encoder;
    private final EXIStreamDecoder decoder;
    private final EXIResult result;
    private final XMLReader fromXml;
    private final XMLReader fromExi;

    OtherCodec(MessageSet set, byte[] octets, String xml)
            throws EXIException, IOException, SAXException {
        this.octets = octets;
        this.xml = xml;
        EXIFactory factory = DefaultEXIFactory.newInstance();
        factory.setGrammars(
                GrammarFactory.newInstance()
                        .createGrammars(
                                Objects.requireNonNull(
                                                OtherCodec.class.getResource(
                                                        set.schemaFolder() + "index.xsd"))
                                        .toString()));
        factory.setCodingMode(CodingMode.BIT_PACKED);
        factory.setValuePartitionCapacity(0);
        encoder = factory.createEXIStreamEncoder();
        decoder = factory.createEXIStreamDecoder();
        result = new EXIResult(factory);
        fromXml = parser();
        fromExi = new EXISource(factory).getXMLReader();
        fromExi.setContentHandler(new DefaultHandler());
        decode((type, name, value) -> events.add(new Event(type, name, value)));
    }

    private static XMLReader parser() throws SAXException {
        try {
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            return parsers.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] encodeEvents() throws EXIException, IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream(octets.length);
        EXIBodyEncoder body = encoder.encodeHeader(target);
        for (Event event : events) {
            QNameContext name = event.name();
            switch (event.type()) {
                case START_DOCUMENT -> body.encodeStartDocument();
                case END_DOCUMENT -> body.encodeEndDocument();
                case END_ELEMENT -> body.encodeEndElement();
                case CHARACTERS -> body.encodeCharacters(Objects.requireNonNull(event.value()));
                case ATTRIBUTE ->
                        body.encodeAttribute(
                                Objects.requireNonNull(name).getNamespaceUri(),
                                name.getLocalName(),
                                null,
                                Objects.requireNonNull(event.value()));
                default ->
                        body.encodeStartElement(
                                Objects.requireNonNull(name).getNamespaceUri(),
                                name.getLocalName(),
                                null);
            }
        }
        body.flush();
        return target.toByteArray();
    }

    void decodeEvents(Consumer<Object> sink) throws EXIException, IOException {
        decode((type, name, value) -> {
            sink.accept(type);
            if (name != null) {
                sink.accept(name);
            }
            if (value != null) {
                sink.accept(value);
            }
        });
    }

    private interface Sink {
        void take(EventType type, @Nullable QNameContext name, @Nullable Value value);
    }

    private void decode(Sink sink) throws EXIException, IOException {
        EXIBodyDecoder body = decoder.decodeHeader(new ByteArrayInputStream(octets));
        for (EventType type = body.next(); type != null; type = body.next()) {
            QNameContext name = null;
            Value value = null;
            switch (type) {
                case START_DOCUMENT -> body.decodeStartDocument();
                case END_DOCUMENT -> body.decodeEndDocument();
                case START_ELEMENT -> name = body.decodeStartElement();
                case END_ELEMENT -> body.decodeEndElement();
                case CHARACTERS -> value = body.decodeCharacters();
                case ATTRIBUTE -> {
                    name = body.decodeAttribute();
                    value = body.getAttributeValue();
                }
                default ->
                        throw new IllegalStateException("no such event in these messages: " + type);
            }
            sink.take(type, name, value);
        }
    }

    byte[] encodeSax() throws EXIException, IOException, SAXException {
        ByteArrayOutputStream target = new ByteArrayOutputStream(octets.length);
        result.setOutputStream(target);
        fromXml.setContentHandler(result.getHandler());
        fromXml.parse(new InputSource(new StringReader(xml)));
        return target.toByteArray();
    }

    void decodeSax() throws IOException, SAXException {
        fromExi.parse(new InputSource(new ByteArrayInputStream(octets)));
    }
}

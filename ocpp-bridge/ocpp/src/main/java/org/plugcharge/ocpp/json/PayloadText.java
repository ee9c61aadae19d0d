package org.plugcharge.ocpp.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;

/**
 * A payload as text of its own: one record, one text, always the same, so that it can be stored,
 * hashed and read again.
 */
public final class PayloadText {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private PayloadText() {}

    /**
     * The payload as JSON without white space, properties in the record's order; {@link BadPayload}
     * if it breaks its shape.
     */
    public static String write(Record payload) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            PayloadWriter.write(generator, payload);
        }
        return text.toString();
    }

    /** Reads a payload; {@link BadPayload} for whatever is wrong with it. */
    public static <T> T read(String text, Class<T> type) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return PayloadReader.read(parser, type);
        }
    }
}

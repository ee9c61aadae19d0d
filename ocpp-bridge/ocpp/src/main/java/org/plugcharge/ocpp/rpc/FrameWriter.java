package org.plugcharge.ocpp.rpc;

import org.plugcharge.ocpp.json.BadPayload;
import org.plugcharge.ocpp.json.PayloadWriter;
import org.plugcharge.ocpp.v201.Action;
import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;

/** Writes frames; {@link BadPayload} where a payload breaks its own shape. */
final class FrameWriter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_DESCRIPTION = 255;

    private FrameWriter() {}

    static String call(String messageId, Action action, Request<?> request) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartArray();
            generator.writeNumber(2);
            generator.writeString(messageId);
            generator.writeString(action.wire());
            PayloadWriter.write(generator, (Record) request);
            generator.writeEndArray();
        }
        return text.toString();
    }

    static String result(String messageId, Response response) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartArray();
            generator.writeNumber(3);
            generator.writeString(messageId);
            PayloadWriter.write(generator, (Record) response);
            generator.writeEndArray();
        }
        return text.toString();
    }

    static String error(String messageId, RpcErrorCode code, String description) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartArray();
            generator.writeNumber(4);
            generator.writeString(messageId);
            generator.writeString(code.wire());
            generator.writeString(
                    description.substring(0, Math.min(description.length(), MAX_DESCRIPTION)));
            generator.writeStartObject();
            generator.writeEndObject();
            generator.writeEndArray();
        }
        return text.toString();
    }
}

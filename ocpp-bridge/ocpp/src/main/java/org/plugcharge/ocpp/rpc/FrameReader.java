package org.plugcharge.ocpp.rpc;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.BadPayload;
import org.plugcharge.ocpp.json.PayloadReader;
import org.plugcharge.ocpp.json.Problem;
import org.plugcharge.ocpp.v201.Action;
import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

import java.util.Optional;

/**
 * Reads one text frame in one pass: the array around it, the message id, the action, the payload.
 */
final class FrameReader {

    /** What a CALLERROR names when the message id could not be read (Part 4). */
    static final String UNREADABLE_ID = "-1";

    /** How deep objects and lists may nest, the frame's own list counted. */
    private static final int MAX_DEPTH = 32;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(1024 * 1024)
                                    .maxNumberLength(64)
                                    .maxNameLength(256)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
    private static final int MAX_ID = 36;
    private static final int CALL = 2;
    private static final int CALL_RESULT = 3;
    private static final int CALL_ERROR = 4;

    private final RpcState state;
    private final JsonParser parser;
    private String messageId = UNREADABLE_ID;

    private FrameReader(RpcState state, JsonParser parser) {
        this.state = state;
        this.parser = parser;
    }

    static Frame read(String text, RpcState state) {
        if (text.length() > state.limits().frameChars()) {
            return new Frame.Bad(
                    UNREADABLE_ID,
                    RpcErrorCode.RPC_FRAMEWORK_ERROR,
                    "frame longer than " + state.limits().frameChars() + " characters");
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new FrameReader(state, parser).frame();
        }
    }

    private Frame frame() {
        try {
            expect(parser.nextToken() == JsonToken.START_ARRAY, "expected a JSON array");
            expect(
                    parser.nextToken() == JsonToken.VALUE_NUMBER_INT,
                    "expected a message type number");
            int type = parser.getString().length() > 3 ? -1 : parser.getIntValue();
            expect(parser.nextToken() == JsonToken.VALUE_STRING, "expected a message id");
            String id = parser.getString();
            expect(
                    !id.isEmpty() && id.length() <= MAX_ID,
                    "expected a message id of 1 to 36 characters");
            messageId = id;
            return switch (type) {
                case CALL -> call();
                case CALL_RESULT -> result();
                case CALL_ERROR -> error();
                default -> bad(RpcErrorCode.MESSAGE_TYPE_NOT_SUPPORTED, "message type " + type);
            };
        } catch (JacksonException e) {
            return bad(RpcErrorCode.RPC_FRAMEWORK_ERROR, "no JSON: " + e.getOriginalMessage());
        } catch (NoFrame e) {
            return bad(RpcErrorCode.RPC_FRAMEWORK_ERROR, e.getMessage());
        }
    }

    private Frame call() throws NoFrame {
        expect(parser.nextToken() == JsonToken.VALUE_STRING, "expected an action");
        Optional<Action> action = Action.named(parser.getString());
        if (action.isEmpty()) {
            return bad(RpcErrorCode.NOT_IMPLEMENTED, "action is not known");
        }
        if (action.get().caller() == state.role()) {
            return bad(
                    RpcErrorCode.NOT_SUPPORTED,
                    action.get().wire() + " is not called in this direction");
        }
        try {
            Record payload = PayloadReader.read(parser, action.get().request());
            end();
            return new Frame.Call(messageId, action.get(), (Request<?>) payload);
        } catch (BadPayload e) {
            return bad(RpcErrorCode.of(e.problem().kind()), e.problem().toString());
        }
    }

    private Frame result() throws NoFrame {
        RpcState.InFlight inFlight = state.inFlight();
        if (inFlight == null || !inFlight.messageId().equals(messageId)) {
            return new Frame.Unexpected(messageId);
        }
        try {
            Record payload = PayloadReader.read(parser, inFlight.action().response());
            end();
            return new Frame.Result(messageId, (Response) payload);
        } catch (BadPayload e) {
            return new Frame.BadResult(messageId, e.problem());
        } catch (JacksonException | NoFrame _) {
            return new Frame.BadResult(
                    messageId, new Problem(Problem.Kind.SYNTAX, "", "no end after the payload"));
        }
    }

    private Frame error() {
        String code = "";
        String description = "";
        try {
            code = nextText();
            description = nextText();
        } catch (JacksonException _) {
            code = "unreadable";
        }
        return new Frame.Refusal(messageId, code, description);
    }

    private String nextText() {
        String text = parser.nextToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
        return text.substring(0, Math.min(text.length(), 255)).replaceAll("\\p{Cntrl}", " ");
    }

    private void end() throws NoFrame {
        expect(
                parser.nextToken() == JsonToken.END_ARRAY,
                "expected the end of the array after the payload");
        expect(parser.nextToken() == null, "expected nothing after the array");
    }

    private Frame bad(RpcErrorCode code, @Nullable String description) {
        return new Frame.Bad(messageId, code, description == null ? "" : description);
    }

    private static void expect(boolean held, String expected) throws NoFrame {
        if (!held) {
            throw new NoFrame(expected);
        }
    }

    /** The text is JSON, but no frame. */
    private static final class NoFrame extends Exception {
        NoFrame(String message) {
            super(message, null, false, false);
        }
    }
}

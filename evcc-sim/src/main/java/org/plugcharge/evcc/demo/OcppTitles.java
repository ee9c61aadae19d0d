package org.plugcharge.evcc.demo;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names of OCPP-J frames: a CALL names its action, its answer only the number of the CALL. */
final class OcppTitles {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CALL = 2;
    private static final int RESULT = 3;

    private final Map<String, String> actions = new ConcurrentHashMap<>();

    /**
     * As {@code AuthorizeRequest} and {@code AuthorizeResponse}; frames that are none keep their
     * text out of the title.
     */
    String title(String frame) {
        try {
            JsonNode call = JSON.readTree(frame);
            String id = call.path(1).asString("");
            return switch (call.path(0).asInt(0)) {
                case CALL -> remember(id, call.path(2).asString("?")) + "Request";
                case RESULT -> actions.getOrDefault(id, "?") + "Response";
                default ->
                        actions.getOrDefault(id, "?") + " refused: " + call.path(2).asString("?");
            };
        } catch (JacksonException e) {
            return "not a frame";
        }
    }

    private String remember(String id, String action) {
        actions.put(id, action);
        return action;
    }
}

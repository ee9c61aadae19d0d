package org.plugcharge.tool.session;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.text.MessageText;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One message as a tree with the names of its schema, whatever its set.
 *
 * @param set the message set
 * @param name of the message itself: SessionSetupReq, not V2G_Message
 * @param content what is in it, header not included
 * @param sessionId of the header; nothing where there is no header
 * @param root the record
 * @param problems values that break the schema's facets
 */
public record Message(
        MessageSet set,
        String name,
        Map<?, ?> content,
        Optional<Bytes> sessionId,
        NamedValue root,
        List<String> problems) {

    private static final String ENVELOPE = "V2G_Message";

    /** Copies the list. */
    public Message {
        problems = List.copyOf(problems);
    }

    /** The message in a document. */
    public static Message of(MessageSet set, NamedValue root, List<String> problems) {
        Map<?, ?> tree = map(MessageText.of(root).get(root.name()));
        Map<?, ?> header = map(tree.get("Header"));
        if (!root.name().equals(ENVELOPE)) {
            return new Message(set, root.name(), tree, sessionId(header), root, problems);
        }
        Map<?, ?> body = map(tree.get("Body"));
        String name =
                body.isEmpty() ? "empty Body" : String.valueOf(body.keySet().iterator().next());
        return new Message(set, name, map(body.get(name)), sessionId(header), root, problems);
    }

    private static Optional<Bytes> sessionId(Map<?, ?> header) {
        Object found = header.get("SessionID");
        return found == null ? Optional.empty() : Optional.of(Bytes.fromHex(found.toString()));
    }

    private static Map<?, ?> map(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Who sends such a message; nothing if the name does not say. */
    public Optional<Party> sender() {
        return name.endsWith("Req")
                ? Optional.of(Party.VEHICLE)
                : name.endsWith("Res") ? Optional.of(Party.STATION) : Optional.empty();
    }

    /** What request and response have in common: SessionSetup. */
    public String exchange() {
        return sender().isPresent() ? name.substring(0, name.length() - 3) : name;
    }

    /** Whether it is the negotiation of the protocol, which has no header. */
    public boolean isNegotiation() {
        return set == MessageSet.APP;
    }

    /** The simple value at the end of these names; nothing where one is missing. */
    public Optional<String> text(String... path) {
        Object at = content;
        for (String step : path) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at == null || at instanceof Map || at instanceof List
                ? Optional.empty()
                : Optional.of(at.toString());
    }

    /** Whether the simple value at the end of these names is this one. */
    public boolean says(String value, String... path) {
        return text(path).filter(value::equals).isPresent();
    }

    /** The response code, if it has one. */
    public Optional<String> responseCode() {
        return text("ResponseCode");
    }

    /** Whether it refuses. */
    public boolean failed() {
        return responseCode()
                .filter(code -> code.toUpperCase(java.util.Locale.ROOT).startsWith("FAILED"))
                .isPresent();
    }
}

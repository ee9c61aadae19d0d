package org.plugcharge.tool.rules;

import org.plugcharge.tool.session.Message;
import org.plugcharge.tool.session.Party;
import org.plugcharge.tool.session.Protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the protocol is negotiated, and what it has to run over. */
final class ProtocolChoice {

    static final Rule ONCE =
            new Rule("protocol.once", "", "the protocol is negotiated once, first in a connection");
    static final Rule OFFERED =
            new Rule(
                    "protocol.offered",
                    "[V2G2-169] [V2G20-169]",
                    "a station chooses one of the protocols the vehicle has offered");
    static final Rule ENTRIES =
            new Rule(
                    "protocol.entries",
                    "supportedAppProtocolReq",
                    "a vehicle offers 1 to 20 protocols, each with a SchemaID and Priority of its"
                            + " own");
    static final Rule SECURED =
            new Rule(
                    "protocol.tls",
                    "[V2G20-1237] [V2G20-2356]",
                    "ISO 15118-20 runs over TLS 1.3 only");

    private static final int MOST = 20;

    private ProtocolChoice() {}

    static List<Finding> judge(Course course, Said said) {
        if (!said.message().isNegotiation()) {
            return List.of();
        }
        return said.by() == Party.VEHICLE ? offers(course, said) : choice(course, said);
    }

    private static List<Finding> offers(Course course, Said said) {
        List<Finding> findings = new ArrayList<>();
        if (course.request() != null) {
            findings.add(Finding.broken(ONCE, "found supportedAppProtocolReq again"));
        }
        List<?> entries = entries(said.message());
        long ids = entries.stream().map(entry -> field(entry, "SchemaID")).distinct().count();
        long priorities =
                entries.stream().map(entry -> field(entry, "Priority")).distinct().count();
        if (entries.isEmpty()
                || entries.size() > MOST
                || ids < entries.size()
                || priorities < entries.size()) {
            findings.add(
                    Finding.broken(
                            ENTRIES,
                            "found %d protocols, %d SchemaIDs, %d priorities"
                                    .formatted(entries.size(), ids, priorities)));
        }
        return findings;
    }

    private static List<Finding> choice(Course course, Said said) {
        Said request = course.request();
        if (request == null || !request.message().isNegotiation() || said.message().failed()) {
            return List.of();
        }
        String chosen = said.message().text("SchemaID").orElse("none");
        List<?> offered =
                entries(request.message()).stream()
                        .filter(entry -> field(entry, "SchemaID").equals(chosen))
                        .toList();
        if (offered.isEmpty()) {
            return List.of(Finding.broken(OFFERED, "found SchemaID " + chosen));
        }
        Protocol protocol =
                Protocol.of(field(offered.getFirst(), "ProtocolNamespace")).orElse(null);
        return protocol != null && protocol.isIso20() && !course.secured()
                ? List.of(Finding.broken(SECURED, "found " + protocol + " over plain TCP"))
                : List.of();
    }

    private static List<?> entries(Message message) {
        return message.content().get("AppProtocol") instanceof List<?> list ? list : List.of();
    }

    private static String field(Object entry, String name) {
        return entry instanceof Map<?, ?> map ? String.valueOf(map.get(name)) : "";
    }
}

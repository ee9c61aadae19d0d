package org.plugcharge.tool.explain;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.capture.Carried.Datagram;
import org.plugcharge.tool.capture.Endpoint;
import org.plugcharge.tool.explain.Entry.Layer;
import org.plugcharge.tool.rules.DiscoveryRules;
import org.plugcharge.tool.rules.Finding;
import org.plugcharge.tool.session.Party;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.V2gtpException;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows the search for stations on UDP port 15118. */
final class Discovery {

    private static final int MOST_REMEMBERED = 4_096;

    private final Consumer<Entry> listener;
    private final Map<Endpoint, Search> searches = new LinkedHashMap<>();
    private final Map<Bytes, Instant> begun = new LinkedHashMap<>();
    private final Map<Endpoint, SdpResponse> announced = new LinkedHashMap<>();

    private record Search(SdpRequest request, @Nullable Instant at, int count, int answers) {}

    Discovery(Consumer<Entry> listener) {
        this.listener = listener;
    }

    /** What a station has said about this address and port. */
    Optional<SdpResponse> announced(Endpoint server) {
        return Optional.ofNullable(announced.get(server));
    }

    /** When the search began that led this vehicle to its connection; only once. */
    @Nullable Instant begun(Bytes vehicle) {
        return begun.remove(vehicle);
    }

    void take(Datagram datagram, Where where) {
        boolean asked = datagram.destination().port() == SdpRequest.PORT;
        boolean answered = datagram.source().port() == SdpRequest.PORT;
        boolean framed =
                datagram.payload().length() >= 2
                        && datagram.payload().at(0) == 1
                        && datagram.payload().at(1) == (byte) 0xFE;
        if (!asked && !(answered && framed)) {
            return;
        }
        Party by = asked ? Party.VEHICLE : Party.STATION;
        try {
            V2gtpFrame frame = V2gtpFrame.ofDatagram(datagram.payload());
            switch (frame.type()) {
                case SDP_REQUEST -> request(SdpRequest.parse(frame.payload()), datagram, where);
                case SDP_RESPONSE -> response(SdpResponse.parse(frame.payload()), datagram, where);
                default ->
                        listener.accept(
                                Entry.of(
                                        where,
                                        Layer.SDP,
                                        by,
                                        frame.type().name(),
                                        frame.payload().toHex()));
            }
        } catch (V2gtpException e) {
            listener.accept(
                    Entry.of(
                                    where,
                                    Layer.SDP,
                                    by,
                                    "unreadable datagram",
                                    datagram.payload().toHex())
                            .with(
                                    List.of(
                                            DiscoveryRules.unreadable(
                                                    String.valueOf(e.getMessage())))));
        }
    }

    private void request(SdpRequest request, Datagram datagram, Where where) {
        Endpoint source = datagram.source();
        Search before = searches.get(source);
        int count = before == null ? 1 : before.count() + 1;
        List<Finding> findings =
                DiscoveryRules.request(count, before == null ? null : before.at(), where.at());
        remember(
                searches,
                source,
                new Search(request, where.at(), count, before == null ? 0 : before.answers()));
        if (where.at() != null && !begun.containsKey(source.address())) {
            remember(begun, source.address(), where.at());
        }
        listener.accept(
                Entry.of(
                                where,
                                Layer.SDP,
                                Party.VEHICLE,
                                "SDP request",
                                "security %s, transport %s, to %s"
                                        .formatted(
                                                request.security(),
                                                request.transport(),
                                                datagram.destination()))
                        .with(findings));
    }

    private void response(SdpResponse response, Datagram datagram, Where where) {
        Search asked = searches.get(datagram.destination());
        if (asked != null) {
            int answers = asked.answers() + 1;
            searches.put(
                    datagram.destination(),
                    new Search(asked.request(), asked.at(), asked.count(), answers));
            asked = answers > asked.count() ? null : asked;
        }
        Endpoint station = new Endpoint(response.address(), response.port());
        remember(announced, station, response);
        listener.accept(
                Entry.of(
                                where,
                                Layer.SDP,
                                Party.STATION,
                                "SDP response",
                                "station at %s, security %s, transport %s"
                                        .formatted(
                                                station, response.security(), response.transport()))
                        .with(
                                DiscoveryRules.response(
                                        asked == null ? null : asked.request(),
                                        response,
                                        datagram.source().address())));
    }

    private static <K, V> void remember(Map<K, V> memory, K key, V value) {
        memory.remove(key);
        memory.put(key, value);
        if (memory.size() > MOST_REMEMBERED) {
            memory.remove(memory.keySet().iterator().next());
        }
    }
}

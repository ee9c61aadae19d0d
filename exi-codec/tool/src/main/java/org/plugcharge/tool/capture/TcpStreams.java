package org.plugcharge.tool.capture;

import org.plugcharge.tool.capture.Carried.Segment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the TCP connections of a capture together: octets in order and once, whatever was
 * retransmitted or came late.
 *
 * <p>A hole is passed over as soon as its receiver has confirmed it, at the latest at the end of
 * the capture. Of more than {@value #MOST_CONNECTIONS} connections the one that was silent longest
 * is forgotten.
 */
public final class TcpStreams {

    /** More than any charging site has open at a time. */
    static final int MOST_CONNECTIONS = 4_096;

    private final Map<Ends, TcpConnection> open = new LinkedHashMap<>(16, 0.75f, true);
    private int count;

    private record Ends(Endpoint one, Endpoint other) {}

    /** Takes the next segment; what it makes known. */
    public List<TcpEvent> take(Segment segment) {
        List<TcpEvent> events = new ArrayList<>();
        TcpConnection connection = connection(segment, events);
        boolean fromClient = segment.source().equals(connection.client());
        TcpDirection direction = connection.direction(fromClient);
        if (segment.syn()) {
            direction.startAt(segment.sequence() + 1 & 0xFFFFFFFFL);
            return events;
        }
        // Before its own octets: what it confirms was sent before them.
        if (segment.ack() && connection.direction(!fromClient).lost(segment.acknowledged())) {
            drain(connection, !fromClient, true, events);
        }
        if (segment.payload().length() > 0 || segment.missing() > 0 || segment.fin()) {
            direction.add(segment.sequence(), segment.payload(), segment.missing(), segment.fin());
        }
        drain(connection, fromClient, false, events);
        if (segment.rst() && !direction.closed()) {
            drain(connection, true, true, events);
            drain(connection, false, true, events);
            direction.close();
            connection.direction(!fromClient).close();
            events.add(new TcpEvent.Closed(connection, fromClient, true));
        }
        return events;
    }

    /** The end of the capture; what was still out of order. */
    public List<TcpEvent> finish() {
        List<TcpEvent> events = new ArrayList<>();
        for (TcpConnection connection : open.values()) {
            drain(connection, true, true, events);
            drain(connection, false, true, events);
        }
        return events;
    }

    /** The connections that are remembered, the longest silent first. */
    public List<TcpConnection> open() {
        return List.copyOf(open.values());
    }

    private TcpConnection connection(Segment segment, List<TcpEvent> events) {
        Ends ends = ends(segment.source(), segment.destination());
        TcpConnection known = open.get(ends);
        boolean fresh = segment.syn() && !segment.ack();
        boolean over =
                known != null && known.direction(true).closed() && known.direction(false).closed();
        if (known != null && !(fresh && over)) {
            return known;
        }
        boolean answer = segment.syn() && segment.ack();
        TcpConnection made =
                new TcpConnection(
                        ++count,
                        answer ? segment.destination() : segment.source(),
                        answer ? segment.source() : segment.destination(),
                        segment.syn());
        open.put(ends, made);
        if (open.size() > MOST_CONNECTIONS) {
            open.remove(open.keySet().iterator().next());
        }
        events.add(new TcpEvent.Opened(made));
        return made;
    }

    private static Ends ends(Endpoint source, Endpoint destination) {
        boolean inOrder =
                source.port() != destination.port()
                        ? source.port() < destination.port()
                        : source.address().toHex().compareTo(destination.address().toHex()) <= 0;
        return inOrder ? new Ends(source, destination) : new Ends(destination, source);
    }

    private static void drain(
            TcpConnection connection, boolean fromClient, boolean skip, List<TcpEvent> events) {
        TcpDirection direction = connection.direction(fromClient);
        for (TcpDirection.Out out = direction.poll(skip); out != null; out = direction.poll(skip)) {
            if (out.lost() > 0) {
                events.add(new TcpEvent.Lost(connection, fromClient, out.lost()));
            } else if (!out.end()) {
                events.add(new TcpEvent.Octets(connection, fromClient, out.octets()));
            } else if (!direction.closed()) {
                direction.close();
                events.add(new TcpEvent.Closed(connection, fromClient, false));
            }
        }
    }
}

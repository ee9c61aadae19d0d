package org.plugcharge.tool.explain;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.capture.Carried;
import org.plugcharge.tool.capture.Carried.Datagram;
import org.plugcharge.tool.capture.Carried.Nothing;
import org.plugcharge.tool.capture.Carried.PowerLine;
import org.plugcharge.tool.capture.Carried.Segment;
import org.plugcharge.tool.capture.Carried.Unreadable;
import org.plugcharge.tool.capture.Layers;
import org.plugcharge.tool.capture.Packet;
import org.plugcharge.tool.capture.TcpConnection;
import org.plugcharge.tool.capture.TcpEvent;
import org.plugcharge.tool.capture.TcpStreams;
import org.plugcharge.tool.session.Party;
import org.plugcharge.tool.tls.KeyLog;

import java.util.function.Consumer;

/**
 * Makes a transcript of packets or of a log's frames.
 *
 * <p>Entries are given on as soon as they are known; what is kept is bounded by the connections
 * that are open at a time.
 */
public final class Explainer {

    private final KeyLog keyLog;
    private final Consumer<Entry> listener;
    private final Totals totals = new Totals();
    private final TcpStreams streams = new TcpStreams();
    private final Matching matching = new Matching(this::tell);
    private final Discovery discovery = new Discovery(this::tell);
    private @Nullable Conversation logged;
    private Where last = new Where(null, "packet", 0, 0);

    /** Tells the listener what it finds, using what secrets there are. */
    public Explainer(KeyLog keyLog, Consumer<Entry> listener) {
        this.keyLog = keyLog;
        this.listener = listener;
    }

    private void tell(Entry entry) {
        totals.count(entry);
        listener.accept(entry);
    }

    /** What it has come to so far. */
    public Totals totals() {
        return totals;
    }

    /** Takes the next packet. */
    public void take(Packet packet) {
        totals.packet();
        last = new Where(packet.time(), "packet", packet.number(), 0);
        Carried carried = Layers.of(packet);
        switch (carried) {
            case Segment segment -> streams.take(segment).forEach(this::happened);
            case Datagram datagram -> discovery.take(datagram, last);
            case PowerLine frame -> matching.take(frame, last);
            case Unreadable unreadable -> totals.unreadable(unreadable.reason());
            case Nothing _ -> {
                if (!Layers.reads(packet.linkType())) {
                    totals.unreadable("link type " + packet.linkType() + " is not known");
                }
            }
        }
    }

    private void happened(TcpEvent event) {
        TcpConnection connection = event.connection();
        Conversation conversation =
                connection.state() instanceof Conversation known ? known : begin(connection);
        switch (event) {
            case TcpEvent.Opened _ -> {}
            case TcpEvent.Octets octets ->
                    conversation.octets(octets.fromClient(), octets.octets(), last);
            case TcpEvent.Lost lost -> conversation.lost(lost.fromClient(), lost.count(), last);
            case TcpEvent.Closed closed ->
                    conversation.closed(
                            closed.fromClient(),
                            closed.reset(),
                            connection.retransmissions(),
                            last);
        }
    }

    private Conversation begin(TcpConnection connection) {
        Conversation made =
                Conversation.over(
                        connection,
                        discovery.announced(connection.server()),
                        discovery.begun(connection.client().address()),
                        keyLog,
                        totals,
                        this::tell,
                        last);
        connection.state(made);
        return made;
    }

    /**
     * Takes a frame of a log: octets with or without the header of V2GTP, and who sent them if the
     * log says so.
     */
    public void take(LogFrame frame) {
        last = new Where(frame.at(), "line", frame.line(), 0);
        Conversation at = logged;
        if (at == null || at.endsBefore(frame)) {
            if (at != null) {
                at.unfinished(last);
            }
            at = Conversation.ofLog(totals, this::tell, last);
            logged = at;
        }
        at.logged(frame, last);
    }

    /** Counts a line of a log that holds no frame. */
    public void passOver() {
        totals.packet();
    }

    /** The end of the input. */
    public void finish() {
        streams.finish().forEach(this::happened);
        for (TcpConnection connection : streams.open()) {
            if (connection.state() instanceof Conversation conversation) {
                conversation.unfinished(last);
            }
        }
        if (logged != null) {
            logged.unfinished(last);
        }
    }

    /** The octets of a log line, with what the line says about them. */
    public record LogFrame(
            long line, java.time.@Nullable Instant at, @Nullable Party by, Bytes octets) {}
}

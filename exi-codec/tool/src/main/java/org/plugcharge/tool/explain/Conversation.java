package org.plugcharge.tool.explain;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.capture.TcpConnection;
import org.plugcharge.tool.explain.Entry.Layer;
import org.plugcharge.tool.explain.Entry.SaidMessage;
import org.plugcharge.tool.rules.Course;
import org.plugcharge.tool.rules.DiscoveryRules;
import org.plugcharge.tool.rules.EndRules;
import org.plugcharge.tool.rules.Finding;
import org.plugcharge.tool.rules.FrameRules;
import org.plugcharge.tool.rules.Limits;
import org.plugcharge.tool.rules.Said;
import org.plugcharge.tool.rules.SessionRule;
import org.plugcharge.tool.session.Abstract;
import org.plugcharge.tool.session.Message;
import org.plugcharge.tool.session.MessageReader;
import org.plugcharge.tool.session.Party;
import org.plugcharge.tool.tls.KeyLog;
import org.plugcharge.tool.tls.TlsEvent;
import org.plugcharge.tool.tls.TlsReader;
import org.plugcharge.v2g.v2gtp.Broken;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.Skipped;
import org.plugcharge.v2g.v2gtp.V2gtpDecoder;
import org.plugcharge.v2g.v2gtp.V2gtpEvent;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Follows one connection, or one session of a log: plain or TLS, frames, messages, rules.
 *
 * <p>What it is shows in its first octets; a connection that is no charging session is passed over.
 */
final class Conversation {

    private enum Mode {
        UNDECIDED,
        PLAIN,
        TLS,
        FOREIGN
    }

    private final String title;
    private final boolean fromStart;
    private final Optional<SdpResponse> announced;
    private final @Nullable Instant begun;
    private final KeyLog keyLog;
    private final Totals totals;
    private final Consumer<Entry> listener;
    private final Where opened;
    private final MessageReader reader = new MessageReader();
    private final TlsReader tls;
    private final boolean[] sealed = new boolean[2];
    private final boolean[] searching = new boolean[2];
    private final V2gtpDecoder[] decoders = {new V2gtpDecoder(), new V2gtpDecoder()};
    private Course course;
    private Mode mode = Mode.UNDECIDED;
    private Party client = Party.VEHICLE;
    private boolean partiesKnown;
    private boolean reported;
    private int number;

    private Conversation(
            String title,
            boolean fromStart,
            Optional<SdpResponse> announced,
            @Nullable Instant begun,
            KeyLog keyLog,
            Totals totals,
            Consumer<Entry> listener,
            Where opened) {
        this.title = title;
        this.fromStart = fromStart;
        this.announced = announced;
        this.begun = begun;
        this.keyLog = keyLog;
        this.totals = totals;
        this.listener = listener;
        this.opened = opened;
        this.tls = new TlsReader(keyLog);
        this.course = new Course(false, begun, fromStart);
    }

    static Conversation over(
            TcpConnection connection,
            Optional<SdpResponse> announced,
            @Nullable Instant searched,
            KeyLog keyLog,
            Totals totals,
            Consumer<Entry> listener,
            Where where) {
        Conversation made =
                new Conversation(
                        connection.toString(),
                        connection.fromStart(),
                        announced,
                        searched != null || !connection.fromStart() ? searched : where.at(),
                        keyLog,
                        totals,
                        listener,
                        where);
        made.partiesKnown = connection.fromStart();
        return made;
    }

    static Conversation ofLog(Totals totals, Consumer<Entry> listener, Where where) {
        Conversation made =
                new Conversation(
                        "log",
                        false,
                        Optional.empty(),
                        null,
                        new KeyLog(),
                        totals,
                        listener,
                        where);
        made.mode = Mode.PLAIN;
        made.begin(where);
        // A log does not say whether there is TLS below: rules that need to know are not asked.
        made.course = new Course(true, null, false);
        return made;
    }

    private void begin(Where where) {
        totals.sessionBegun(title);
        number = totals.sessions().size();
        if (!where.unit().equals("line")) {
            tell(
                    Entry.note(
                            opened,
                            Layer.TCP,
                            "connection",
                            title + (fromStart ? "" : " (its beginning is not in the capture)")));
        }
    }

    private void tell(Entry entry) {
        listener.accept(
                new Entry(
                        entry.where().in(number),
                        entry.layer(),
                        entry.by(),
                        entry.name(),
                        entry.summary(),
                        entry.findings(),
                        entry.said()));
    }

    private Party party(boolean fromClient) {
        return fromClient ? client : client.other();
    }

    private static int index(boolean fromClient) {
        return fromClient ? 0 : 1;
    }

    void octets(boolean fromClient, Bytes octets, Where where) {
        if (mode == Mode.UNDECIDED) {
            decide(octets, where);
        }
        switch (mode) {
            case PLAIN -> frames(fromClient, octets, where);
            case TLS -> tls.feed(fromClient, octets).forEach(event -> secured(event, where));
            case FOREIGN, UNDECIDED -> {}
        }
    }

    private void decide(Bytes octets, Where where) {
        boolean framed = octets.length() >= 2 && octets.at(0) == 1 && octets.at(1) == (byte) 0xFE;
        if (framed) {
            mode = Mode.PLAIN;
        } else if (TlsReader.recognizes(octets) && (announced.isPresent() || !keyLog.isEmpty())) {
            mode = Mode.TLS;
            course = new Course(true, begun, fromStart);
        } else if (announced.isPresent() && fromStart) {
            mode = Mode.PLAIN;
        } else {
            mode = Mode.FOREIGN;
            totals.foreignConnection();
            return;
        }
        begin(where);
        announced
                .map(response -> DiscoveryRules.connection(response, mode == Mode.TLS))
                .filter(findings -> !findings.isEmpty())
                .ifPresent(findings ->
                        tell(
                                Entry.note(where, Layer.TCP, "first octets", octets(octets))
                                        .with(findings)));
    }

    private static String octets(Bytes octets) {
        return octets.slice(0, Math.min(8, octets.length())).toHex();
    }

    private void secured(TlsEvent event, Where where) {
        switch (event) {
            case TlsEvent.Plaintext plain -> frames(plain.fromClient(), plain.octets(), where);
            case TlsEvent.Agreed agreed ->
                    tell(
                            Entry.of(
                                    where,
                                    Layer.TLS,
                                    Party.STATION,
                                    agreed.version(),
                                    agreed.suite()));
            case TlsEvent.Certificates certificates ->
                    tell(
                            Entry.of(
                                    where,
                                    Layer.TLS,
                                    party(certificates.fromClient()),
                                    "certificates",
                                    certificates.subjects().isEmpty()
                                            ? "none"
                                            : String.join(" <- ", certificates.subjects())));
            case TlsEvent.Alert alert ->
                    tell(
                            Entry.of(
                                    where,
                                    Layer.TLS,
                                    party(alert.fromClient()),
                                    "alert",
                                    (alert.fatal() ? "fatal: " : "") + alert.name()));
            case TlsEvent.Sealed unread -> {
                sealed[index(unread.fromClient())] = true;
                course.lost();
                tell(
                        Entry.of(
                                where,
                                Layer.TLS,
                                party(unread.fromClient()),
                                "sealed",
                                unread.reason()));
            }
        }
    }

    private void frames(boolean fromClient, Bytes octets, Where where) {
        int side = index(fromClient);
        if (searching[side]) {
            if (octets.length() < 2 || octets.at(0) != 1 || octets.at(1) != (byte) 0xFE) {
                return;
            }
            searching[side] = false;
        }
        for (V2gtpEvent event : decoders[side].feed(octets)) {
            frame(fromClient, event, where);
        }
    }

    private void frame(boolean fromClient, V2gtpEvent event, Where where) {
        Party by = party(fromClient);
        switch (event) {
            case V2gtpFrame frame -> payload(by, frame.type(), frame.payload(), where);
            case Skipped skipped ->
                    tell(
                            Entry.of(where, Layer.V2G, by, "unknown frame", "")
                                    .with(List.of(FrameRules.unknownType(skipped))));
            case Broken broken -> {
                course.lost();
                tell(
                        Entry.of(where, Layer.V2G, by, "no frame", "")
                                .with(List.of(FrameRules.noFrame(broken))));
            }
        }
    }

    private void payload(Party by, PayloadType type, Bytes payload, Where where) {
        switch (type) {
            case SDP_REQUEST, SDP_RESPONSE, SDP_WIRELESS_REQUEST, SDP_WIRELESS_RESPONSE ->
                    tell(
                            Entry.of(where, Layer.V2G, by, type.name(), payload.toHex())
                                    .with(List.of(FrameRules.misplaced(type))));
            default -> message(by, type, payload, where);
        }
    }

    private void message(Party by, PayloadType type, Bytes payload, Where where) {
        switch (reader.read(type, payload)) {
            case MessageReader.Result.Unread(var set, var reason) -> {
                course.lost();
                tell(
                        Entry.of(
                                        where,
                                        Layer.V2G,
                                        by,
                                        "unreadable message",
                                        payload.length() + " octets of " + type + ": " + payload)
                                .with(
                                        List.of(
                                                FrameRules.unreadable(
                                                        set.isEmpty()
                                                                ? reason
                                                                : set + ": " + reason))));
            }
            case MessageReader.Result.Read(var message, var others) ->
                    said(by, type, message, others, where);
        }
    }

    private void said(
            Party sender, PayloadType type, Message message, List<String> others, Where where) {
        Party by = sender;
        List<Finding> findings = new ArrayList<>();
        if (message.sender().filter(expected -> expected != sender).isPresent()) {
            if (partiesKnown) {
                findings.add(FrameRules.wrongRole(message.name()));
            } else {
                client = client.other();
            }
            by = sender.other();
        }
        partiesKnown = true;
        Said said = new Said(by, message, type, where.at());
        for (SessionRule rule : SessionRule.all()) {
            findings.addAll(rule.judge(course, said));
        }
        boolean answers = by == Party.STATION && course.response() == null;
        Said request = course.request();
        Optional<Duration> took = answers ? said.since(request) : Optional.empty();
        Optional<Duration> limit =
                took.isPresent()
                        ? Optional.of(
                                Limits.answer(course.protocol().orElse(null), message.exchange()))
                        : Optional.empty();
        course.add(said, reader.protocol().orElse(null));
        tell(
                new Entry(
                        where,
                        Layer.V2G,
                        Optional.of(by),
                        message.name(),
                        Abstract.of(message),
                        findings,
                        Optional.of(new SaidMessage(message, type, took, limit, others))));
    }

    void lost(boolean fromClient, long count, Where where) {
        if (mode != Mode.PLAIN && mode != Mode.TLS) {
            return;
        }
        course.lost();
        tell(
                Entry.of(
                        where,
                        Layer.TCP,
                        party(fromClient),
                        "missing octets",
                        count + " octets are not in the capture"));
        decoders[index(fromClient)] = new V2gtpDecoder();
        searching[index(fromClient)] = true;
        if (mode == Mode.TLS) {
            tls.lost(fromClient).forEach(event -> secured(event, where));
        }
    }

    void closed(boolean fromClient, boolean reset, int retransmissions, Where where) {
        if (mode == Mode.UNDECIDED && announced.isPresent() && !reported) {
            begin(where);
        }
        if (number == 0 || reported) {
            return;
        }
        reported = true;
        boolean readable = !sealed[0] && !sealed[1];
        tell(
                Entry.of(
                                where,
                                Layer.TCP,
                                party(fromClient),
                                reset ? "breaks off" : "closes",
                                retransmissions > 0
                                        ? retransmissions + " segments were retransmitted"
                                        : "")
                        .with(readable ? EndRules.closed(course, reset, where.at()) : List.of()));
    }

    /** The input ends before the session. */
    void unfinished(Where where) {
        if (number == 0 || reported || course.stopped()) {
            return;
        }
        boolean readable = !sealed[0] && !sealed[1];
        tell(
                Entry.note(where, Layer.TCP, "end of input", "the session is still open")
                        .with(readable ? EndRules.unanswered(course, where.at()) : List.of()));
    }

    /** Whether the frame of a log begins another session. */
    boolean endsBefore(Explainer.LogFrame frame) {
        if (course.stopped()) {
            return true;
        }
        Bytes payload = payload(frame.octets());
        return course.request() != null
                && new MessageReader().read(PayloadType.EXI_MESSAGE, payload)
                        instanceof MessageReader.Result.Read(Message message, _)
                && message.name().equals("supportedAppProtocolReq");
    }

    private static Bytes payload(Bytes octets) {
        return framed(octets)
                ? octets.slice(Math.min(V2gtpFrame.HEADER_LENGTH, octets.length()), octets.length())
                : octets;
    }

    private static boolean framed(Bytes octets) {
        return octets.length() >= 2 && octets.at(0) == 1 && octets.at(1) == (byte) 0xFE;
    }

    /** A frame of a log; without a header its set is found out. */
    void logged(Explainer.LogFrame frame, Where where) {
        Party by = frame.by();
        partiesKnown = by != null;
        boolean fromClient = by == null || by == client;
        if (framed(frame.octets())) {
            for (V2gtpEvent event : new V2gtpDecoder().feed(frame.octets())) {
                frame(fromClient, event, where);
            }
            return;
        }
        message(party(fromClient), reader.guess(frame.octets()), frame.octets(), where);
    }
}

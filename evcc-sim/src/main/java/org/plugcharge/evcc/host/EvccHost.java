package org.plugcharge.evcc.host;

import org.plugcharge.evcc.host.JournalEntry.Kind;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.ProtocolOffer;
import org.plugcharge.evcc.session.ProtocolOffer.Protocol;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.AppProtocolMessage;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.Broken;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.Skipped;
import org.plugcharge.v2g.v2gtp.V2gtpDecoder;
import org.plugcharge.v2g.v2gtp.V2gtpEvent;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Runs one session of a car over a connection: one mailbox, one input at a time, outputs carried
 * out in order, timers kept here.
 *
 * <p>{@link #run} takes the calling thread until the session has ended; {@link #stop} and {@link
 * #unplug} may come from any other.
 */
public final class EvccHost {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Link link;
    private final Journal journal;
    private final InstantSource clock;
    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final Map<Enum<?>, Armed> timers = new HashMap<>();
    private final Manner manner;
    private final CarBody body;
    private final Conversation conversation;

    /** A timer that runs. */
    private record Armed(Instant deadline, Runnable fired) {}

    /** A session about to begin; the connection is closed when it has ended. */
    public EvccHost(
            VehiclePlan plan,
            Link link,
            CarKeys keys,
            CarBody body,
            SessionListener listener,
            Journal journal) {
        this(plan, link, keys, body, listener, journal, Manner.BY_THE_BOOK);
    }

    /** The same with a car that differs from the book. */
    public EvccHost(
            VehiclePlan plan,
            Link link,
            CarKeys keys,
            CarBody body,
            SessionListener listener,
            Journal journal,
            Manner manner) {
        this(
                plan,
                new ProtocolOffer(List.of(Protocol.ISO2)),
                link,
                keys,
                body,
                listener,
                journal,
                manner);
    }

    /**
     * The same with a choice of protocols. DIN SPEC 70121 is left out where it does not fit: with
     * TLS, a contract or AC; {@link CarException} if nothing is left.
     */
    public EvccHost(
            VehiclePlan plan,
            ProtocolOffer offer,
            Link link,
            CarKeys keys,
            CarBody body,
            SessionListener listener,
            Journal journal,
            Manner manner) {
        this.link = link;
        this.journal = journal;
        this.manner = manner;
        this.body = body;
        this.clock = new SteadyClock();
        this.conversation =
                new Cast(new HostDoor(), plan, keys, body, listener)
                        .conversation(offer, link.secured());
    }

    /** Asks the car to end the session in order. */
    public void stop() {
        mailbox.add(conversation::stopRequested);
    }

    /** Pulls the cable. */
    public void unplug() {
        mailbox.add(conversation::unplugged);
    }

    /** Something in the car breaks: it opens its contactors and is gone. */
    public void breakDown(String reason) {
        mailbox.add(() -> conversation.ownFault(reason));
    }

    /** Runs the session to its end. */
    public Ending run() throws InterruptedException {
        Thread reader = Thread.ofVirtual().name("evcc-reader").start(this::read);
        body.onPilotTrouble(trouble -> mailbox.add(() -> conversation.pilotTrouble(trouble)));
        try {
            conversation.begin(link.secured());
            while (conversation.ending().isEmpty()) {
                next();
            }
            return conversation.ending().orElseThrow();
        } finally {
            body.onPilotTrouble(_ -> {});
            link.close();
            reader.join();
        }
    }

    private void next() throws InterruptedException {
        Optional<Enum<?>> due = due();
        if (due.isPresent()) {
            Objects.requireNonNull(timers.remove(due.get())).fired().run();
            return;
        }
        Runnable mail = mailbox.poll(untilNextTimer().toNanos(), TimeUnit.NANOSECONDS);
        if (mail != null) {
            mail.run();
        }
    }

    /**
     * The timer whose deadline has passed longest, unless mail came before anybody looked at the
     * clock.
     */
    private Optional<Enum<?>> due() {
        Instant now = clock.instant();
        if (!mailbox.isEmpty()) {
            return Optional.empty();
        }
        return timers.entrySet().stream()
                .filter(entry -> !entry.getValue().deadline().isAfter(now))
                .min(Comparator.comparing(entry -> entry.getValue().deadline()))
                .map(Map.Entry::getKey);
    }

    private Duration untilNextTimer() {
        Instant now = clock.instant();
        Duration wait =
                timers.values().stream()
                        .map(Armed::deadline)
                        .min(Instant::compareTo)
                        .map(deadline -> Duration.between(now, deadline))
                        .orElse(LONGEST_WAIT);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private void arrived(V2gtpEvent event) {
        switch (event) {
            case V2gtpFrame frame when frame.type() == PayloadType.EXI_MESSAGE ->
                    conversation.received(frame.payload());
            case V2gtpFrame frame -> noteLink("frame of type " + frame.type() + " ignored");
            case Skipped skipped -> noteLink(skipped.toString());
            case Broken broken -> conversation.garbled(broken.text());
        }
    }

    private void read() {
        V2gtpDecoder decoder = new V2gtpDecoder();
        String end;
        try {
            Optional<Bytes> octets = link.read();
            while (octets.isPresent()) {
                decoder.feed(octets.get()).forEach(event -> mailbox.add(() -> arrived(event)));
                octets = link.read();
            }
            end =
                    decoder.midFrame()
                            ? "the station closed in the middle of a message"
                            : "the station closed the connection";
        } catch (IOException e) {
            end = String.valueOf(e.getMessage());
        }
        lost(end);
    }

    private void lost(String reason) {
        mailbox.add(() -> conversation.linkLost(reason));
    }

    private void noteLink(String text) {
        journal.add(
                new JournalEntry(
                        clock.instant(),
                        conversation.phase(),
                        Kind.LINK,
                        text,
                        Optional.empty(),
                        Optional.empty()));
    }

    /** What the conversation can have done. */
    private final class HostDoor implements Conversation.Door {

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public void send(String name, Bytes exi, Object message) {
            manner.instead(message)
                    .ifPresentOrElse(
                            other -> write(name, encoded(other), other),
                            () -> write(name, exi, message));
        }

        private Bytes encoded(Object said) {
            return switch (said) {
                case V2gMessage message -> Iso2Codec.encode(message);
                case org.plugcharge.v2g.din70121.V2gMessage message ->
                        Din70121Codec.encode(message);
                case AppProtocolMessage message -> AppProtocolCodec.encode(message);
                default ->
                        throw new IllegalStateException(
                                "a car can't say " + said.getClass().getSimpleName());
            };
        }

        private void write(String name, Bytes bare, Object message) {
            Bytes exi = bare.plus(Bytes.owning(new byte[manner.padding(message)]));
            journal.add(
                    new JournalEntry(
                            clock.instant(),
                            conversation.phase(),
                            Kind.SENT,
                            name,
                            Optional.of(exi),
                            Optional.of(message)));
            try {
                link.write(new V2gtpFrame(PayloadType.EXI_MESSAGE, exi).encode());
            } catch (IOException e) {
                lost(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void arm(Enum<?> timer, Instant deadline, Runnable fired) {
            timers.put(timer, new Armed(bounded(timer, deadline), fired));
        }

        /** A car of less patience gives up earlier on an answer. */
        private Instant bounded(Enum<?> timer, Instant deadline) {
            return manner.patience()
                    .filter(_ -> timer.name().equals("MESSAGE"))
                    .map(longest -> clock.instant().plus(longest))
                    .filter(earlier -> earlier.isBefore(deadline))
                    .orElse(deadline);
        }

        @Override
        public boolean disarm(Enum<?> timer) {
            return timers.remove(timer) != null;
        }

        @Override
        public void later(Runnable action) {
            mailbox.add(action);
        }

        @Override
        public void note(JournalEntry entry) {
            journal.add(entry);
            if (entry.kind() == Kind.RECEIVED) {
                entry.message().flatMap(manner::objection).ifPresent(this::leave);
            }
        }

        private void leave(String objection) {
            noteLink("the car leaves: " + objection);
            unplug();
        }

        @Override
        public void close() {
            link.close();
        }
    }
}

package org.plugcharge.evcc.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.host.JournalEntry.Kind;
import org.plugcharge.evcc.session.iso2.Ending;
import org.plugcharge.evcc.session.iso2.Evcc;
import org.plugcharge.evcc.session.iso2.Input;
import org.plugcharge.evcc.session.iso2.Now;
import org.plugcharge.evcc.session.iso2.Output;
import org.plugcharge.evcc.session.iso2.Phase;
import org.plugcharge.evcc.session.iso2.State;
import org.plugcharge.evcc.session.iso2.Step;
import org.plugcharge.evcc.session.iso2.Timer;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.Iso2Body;
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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

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
    private final CarKeys keys;
    private final CarBody body;
    private final SessionListener listener;
    private final Journal journal;
    private final InstantSource clock;
    private final BlockingQueue<Mail> mailbox = new LinkedBlockingQueue<>();
    private final Map<Timer, Instant> timers = new EnumMap<>(Timer.class);
    private State state;

    /** A session about to begin; the connection is closed when it has ended. */
    public EvccHost(
            VehiclePlan plan,
            Link link,
            CarKeys keys,
            CarBody body,
            SessionListener listener,
            Journal journal) {
        this.link = link;
        this.keys = keys;
        this.body = body;
        this.listener = listener;
        this.journal = journal;
        this.clock = new SteadyClock();
        this.state = State.of(plan);
    }

    /** What waits in the mailbox. */
    private sealed interface Mail {
        record Happened(Input input) implements Mail {}

        record Arrived(V2gtpEvent event) implements Mail {}
    }

    /** Asks the car to end the session in order. */
    public void stop() {
        mailbox.add(new Mail.Happened(new Input.StopRequested()));
    }

    /** Pulls the cable. */
    public void unplug() {
        mailbox.add(new Mail.Happened(new Input.Unplugged()));
    }

    /** Runs the session to its end. */
    public Ending run() throws InterruptedException {
        Thread reader = Thread.ofVirtual().name("evcc-reader").start(this::read);
        try {
            take(new Input.Begin(link.secured()));
            while (!(state instanceof State.Done)) {
                next();
            }
            return ((State.Done) state).ending();
        } finally {
            link.close();
            reader.join();
        }
    }

    private void next() throws InterruptedException {
        Optional<Timer> due = due();
        if (due.isPresent()) {
            timers.remove(due.get());
            take(new Input.Fired(due.get()));
            return;
        }
        Mail mail = mailbox.poll(untilNextTimer().toNanos(), TimeUnit.NANOSECONDS);
        switch (mail) {
            case null -> {}
            case Mail.Happened happened -> take(happened.input());
            case Mail.Arrived arrived -> arrived(arrived.event());
        }
    }

    /**
     * The timer whose deadline has passed longest, unless mail came before anybody looked at the
     * clock.
     */
    private Optional<Timer> due() {
        Instant now = clock.instant();
        if (!mailbox.isEmpty()) {
            return Optional.empty();
        }
        return timers.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private Duration untilNextTimer() {
        Instant now = clock.instant();
        Duration wait =
                timers.values().stream()
                        .min(Instant::compareTo)
                        .map(deadline -> Duration.between(now, deadline))
                        .orElse(LONGEST_WAIT);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private void arrived(V2gtpEvent event) {
        switch (event) {
            case V2gtpFrame frame when frame.type() == PayloadType.EXI_MESSAGE ->
                    message(frame.payload());
            case V2gtpFrame frame -> noteLink("frame of type " + frame.type() + " ignored");
            case Skipped skipped -> noteLink(skipped.toString());
            case Broken broken -> take(new Input.Garbled(broken.text()));
        }
    }

    private void message(Bytes exi) {
        try {
            take(
                    state.phase() == Phase.NEGOTIATION
                            ? handshake(exi)
                            : new Input.Received(Iso2Codec.decode(exi)),
                    exi);
        } catch (ExiException e) {
            take(new Input.Garbled(String.valueOf(e.getMessage())), exi);
        }
    }

    private static Input handshake(Bytes exi) {
        return switch (AppProtocolCodec.decode(exi)) {
            case SupportedAppProtocolRes response -> new Input.Handshake(response);
            case SupportedAppProtocolReq _ ->
                    new Input.Garbled(
                            "expected supportedAppProtocolRes, found supportedAppProtocolReq");
        };
    }

    private void take(Input input) {
        take(input, null);
    }

    /** One input, one step; what is written down is enough to take the step again. */
    private void take(Input input, @Nullable Bytes exi) {
        Phase before = state.phase();
        Instant now = clock.instant();
        journal.add(entry(now, input, exi));
        Step step = Evcc.step(state, input, new Now(now));
        state = step.next();
        if (state.phase() != before) {
            listener.entered(state.phase());
        }
        step.outputs().forEach(this::carryOut);
    }

    private JournalEntry entry(Instant now, Input input, @Nullable Bytes exi) {
        Optional<Bytes> octets = Optional.ofNullable(exi);
        return switch (input) {
            case Input.Received received ->
                    new JournalEntry(
                            now,
                            state.phase(),
                            Kind.RECEIVED,
                            name(received.message()),
                            octets,
                            Optional.of(received.message()));
            case Input.Handshake handshake ->
                    new JournalEntry(
                            now,
                            state.phase(),
                            Kind.RECEIVED,
                            "supportedAppProtocolRes",
                            octets,
                            Optional.of(handshake.response()));
            case Input.Signed signed ->
                    new JournalEntry(
                            now,
                            state.phase(),
                            Kind.INPUT,
                            "signed",
                            Optional.empty(),
                            Optional.of(signed));
            case Input other ->
                    new JournalEntry(
                            now,
                            state.phase(),
                            Kind.INPUT,
                            other.toString(),
                            octets,
                            Optional.of(other));
        };
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.SendHandshake handshake ->
                    send(
                            "supportedAppProtocolReq",
                            AppProtocolCodec.encode(handshake.request()),
                            handshake.request());
            case Output.Send send ->
                    send(name(send.message()), Iso2Codec.encode(send.message()), send.message());
            case Output.Arm arm -> {
                note(output, arm.timer() + " until " + arm.deadline());
                timers.put(arm.timer(), arm.deadline());
            }
            case Output.Disarm disarm -> {
                if (timers.remove(disarm.timer()) != null) {
                    note(output, disarm.timer() + " off");
                }
            }
            case Output.Sign sign -> {
                note(output, "sign with the " + sign.key() + " key");
                answer(() -> new Input.Signed(keys.sign(sign.key(), sign.request())));
            }
            case Output.OpenContract open -> {
                note(output, "open the contract delivered");
                open(open);
            }
            case Output.StoreContract store -> {
                note(output, "contract installed");
                keys.store(store.contract());
            }
            case Output.SetControlPilot pilot -> {
                note(output, "control pilot " + pilot.state());
                body.pilot(pilot.state());
            }
            case Output.MoveContactors move -> {
                note(output, move.close() ? "contactors close" : "contactors open");
                moveContactors(move.close());
            }
            case Output.Observed observed -> {
                note(output, observed.point().toString());
                listener.observed(observed.point());
            }
            case Output.Note text -> {
                note(output, text.text());
                listener.noted(text.text());
            }
            case Output.Close close -> {
                note(output, "close: " + close.ending());
                link.close();
            }
        }
    }

    private void open(Output.OpenContract open) {
        try {
            mailbox.add(
                    new Mail.Happened(
                            new Input.ContractOpened(
                                    keys.open(open.response(), open.signature()))));
        } catch (CarException e) {
            mailbox.add(
                    new Mail.Happened(new Input.ContractRefused(String.valueOf(e.getMessage()))));
        }
    }

    private void moveContactors(boolean close) {
        answer(() -> {
            if (!body.contactors(close)) {
                throw new CarException("its contactors do not " + (close ? "close" : "open"));
            }
            return new Input.ContactorsMoved(close);
        });
    }

    private void answer(Supplier<Input> work) {
        try {
            mailbox.add(new Mail.Happened(work.get()));
        } catch (CarException e) {
            mailbox.add(new Mail.Happened(new Input.OwnFault(String.valueOf(e.getMessage()))));
        }
    }

    private void send(String name, Bytes exi, Object message) {
        journal.add(
                new JournalEntry(
                        clock.instant(),
                        state.phase(),
                        Kind.SENT,
                        name,
                        Optional.of(exi),
                        Optional.of(message)));
        try {
            link.write(new V2gtpFrame(PayloadType.EXI_MESSAGE, exi).encode());
        } catch (IOException e) {
            mailbox.add(new Mail.Happened(new Input.LinkLost(String.valueOf(e.getMessage()))));
        }
    }

    private void read() {
        V2gtpDecoder decoder = new V2gtpDecoder();
        String end;
        try {
            Optional<Bytes> octets = link.read();
            while (octets.isPresent()) {
                decoder.feed(octets.get()).forEach(event -> mailbox.add(new Mail.Arrived(event)));
                octets = link.read();
            }
            end =
                    decoder.midFrame()
                            ? "the station closed in the middle of a message"
                            : "the station closed the connection";
        } catch (IOException e) {
            end = String.valueOf(e.getMessage());
        }
        mailbox.add(new Mail.Happened(new Input.LinkLost(end)));
    }

    private static String name(V2gMessage message) {
        Iso2Body body = message.body().element();
        return body == null ? "message without body" : body.getClass().getSimpleName();
    }

    private void note(Output output, String text) {
        journal.add(
                new JournalEntry(
                        clock.instant(),
                        state.phase(),
                        Kind.OUTPUT,
                        text,
                        Optional.empty(),
                        Optional.of(output)));
    }

    private void noteLink(String text) {
        journal.add(
                new JournalEntry(
                        clock.instant(),
                        state.phase(),
                        Kind.LINK,
                        text,
                        Optional.empty(),
                        Optional.empty()));
    }
}

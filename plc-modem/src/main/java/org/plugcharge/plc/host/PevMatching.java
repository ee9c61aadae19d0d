package org.plugcharge.plc.host;

import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.mme.Mme;
import org.plugcharge.plc.mme.MmeCodec;
import org.plugcharge.plc.mme.MmeFrame;
import org.plugcharge.plc.port.EthernetPort;
import org.plugcharge.plc.port.PortException;
import org.plugcharge.plc.slac.Entropy;
import org.plugcharge.plc.slac.Now;
import org.plugcharge.plc.slac.PevSlac;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * A vehicle's side of SLAC on a real modem, once, on the caller's thread: about a second when all
 * is well, at most 25 s.
 */
public final class PevMatching {

    private static final Duration GLANCE = Duration.ofMillis(5);
    private static final Duration LINK_POLL = Duration.ofMillis(100);

    private final EthernetPort port;
    private final Entropy entropy;
    private final Consumer<String> listener;
    private PevSlac.State state;
    private Instant timer = Instant.MAX;
    private Instant nextPoll = Instant.MIN;

    /** How it ended. */
    public sealed interface Outcome {

        /** Our modem is in the network of {@code station}: IP may start. */
        record Linked(MacAddress station) implements Outcome {}

        /** Given up, after up to three attempts. */
        record GaveUp(PevSlac.Reason reason) implements Outcome {}
    }

    private PevMatching(
            EthernetPort port, Modem modem, Entropy entropy, Consumer<String> listener) {
        this.port = port;
        this.entropy = entropy;
        this.listener = listener;
        this.state =
                PevSlac.begin(
                        PevSlac.Settings.raw(port.address(), modem.address(), modem.profile()));
    }

    /**
     * Plugs in and matches; {@code listener} hears why an attempt failed or a frame was left
     * unanswered. {@link PortException} if the port fails.
     */
    public static Outcome match(
            EthernetPort port, Modem modem, Entropy entropy, Consumer<String> listener) {
        return new PevMatching(port, modem, entropy, listener).run();
    }

    private Outcome run() {
        step(new PevSlac.PluggedIn());
        while (true) {
            if (state instanceof PevSlac.Matched(_, MacAddress station)) {
                return new Outcome.Linked(station);
            }
            if (state instanceof PevSlac.Failed(_, PevSlac.Reason reason)) {
                return new Outcome.GaveUp(reason);
            }
            fireIfDue();
            pollLink();
            port.receive(GLANCE).flatMap(Modem::frame).ifPresent(this::received);
        }
    }

    private void fireIfDue() {
        if (!Instant.now().isBefore(timer)) {
            timer = Instant.MAX;
            step(new PevSlac.Fired());
        }
    }

    private void pollLink() {
        Instant now = Instant.now();
        if (state instanceof PevSlac.Joining && !now.isBefore(nextPoll)) {
            nextPoll = now.plus(LINK_POLL);
            Modem.ask(port, new Mme.LinkStatusReq());
        }
    }

    private void received(MmeFrame frame) {
        if (!(frame.message() instanceof Mme.Qualcomm said)) {
            step(new PevSlac.Received(frame));
        } else if (said instanceof Mme.LinkStatusCnf(int status, boolean linked)
                && status == 0
                && linked
                && frame.source().equals(state.settings().modem())) {
            step(new PevSlac.LinkUp());
        }
    }

    private void step(PevSlac.Input input) {
        PevSlac.Step step = PevSlac.step(state, input, new Now(Instant.now(), entropy));
        state = step.next();
        for (PevSlac.Output output : step.outputs()) {
            switch (output) {
                case PevSlac.Send(MmeFrame frame) -> port.send(MmeCodec.encode(frame));
                case PevSlac.Arm(Instant deadline) -> timer = deadline;
                case PevSlac.Disarm() -> timer = Instant.MAX;
                case PevSlac.Linked _ -> {}
                case PevSlac.GaveUp(PevSlac.Reason reason) ->
                        listener.accept("attempt failed: " + reason);
                case PevSlac.Noted(String text) -> listener.accept(text);
            }
        }
    }
}

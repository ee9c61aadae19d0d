package org.plugcharge.plc.host;

import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.mme.Mme;
import org.plugcharge.plc.mme.MmeCodec;
import org.plugcharge.plc.mme.MmeFrame;
import org.plugcharge.plc.port.EthernetPort;
import org.plugcharge.plc.port.PortException;
import org.plugcharge.plc.slac.Entropy;
import org.plugcharge.plc.slac.EvseSlac;
import org.plugcharge.plc.slac.Now;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A station's side of SLAC on a real modem, on a thread of its own, until it is closed.
 *
 * <p>While a vehicle joins, the modem is asked for its link ten times a second, afterwards once a
 * second. {@link #pluggedIn} and {@link #plugPulled} may be called from any thread and take effect
 * within 50 ms.
 */
public final class EvseMatching implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration JOINING_POLL = Duration.ofMillis(100);
    private static final Duration MATCHED_POLL = Duration.ofSeconds(1);

    private final EthernetPort port;
    private final Entropy entropy;
    private final Listener listener;
    private final Queue<EvseSlac.Input> told = new ConcurrentLinkedQueue<>();
    private final Map<EvseSlac.Timer, Instant> timers = new HashMap<>();
    private final Thread thread = new Thread(this::run, "slac-evse");
    private EvseSlac.State state;
    private Instant nextPoll = Instant.MIN;
    private volatile boolean closed;

    /** Hears what comes of it, on the matching thread; must return at once. */
    public interface Listener {

        /** The vehicle's modem is in our network: IP may start. */
        void linked(MacAddress vehicle);

        /** Given up until the plug is pulled. */
        void gaveUp(EvseSlac.Reason reason);

        /** Something was left unanswered, and why. */
        void noted(String text);

        /** The port failed and matching has ended. */
        void failed(PortException reason);
    }

    private EvseMatching(EthernetPort port, Modem modem, Entropy entropy, Listener listener) {
        this.port = port;
        this.entropy = entropy;
        this.listener = listener;
        this.state =
                EvseSlac.begin(
                        EvseSlac.Settings.of(port.address(), modem.address(), modem.profile()));
    }

    /**
     * Gives the modem its first key and waits for a plug. The port is this matching's from now on
     * and is closed with it.
     */
    public static EvseMatching start(
            EthernetPort port, Modem modem, Entropy entropy, Listener listener) {
        EvseMatching matching = new EvseMatching(port, modem, entropy, listener);
        matching.told.add(new EvseSlac.PowerOn());
        matching.thread.setDaemon(true);
        matching.thread.start();
        return matching;
    }

    /** Control pilot went from A, E or F to B, C or D. */
    public void pluggedIn() {
        told.add(new EvseSlac.PluggedIn());
    }

    /** Control pilot went back to A, E or F: a new key, and whoever was matched is out. */
    public void plugPulled() {
        told.add(new EvseSlac.PlugPulled());
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(GLANCE.multipliedBy(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        port.close();
    }

    private void run() {
        try {
            while (!closed) {
                for (EvseSlac.Input input; (input = told.poll()) != null; ) {
                    step(input);
                }
                fireDue();
                pollLink();
                port.receive(untilNextTimer()).flatMap(Modem::frame).ifPresent(this::received);
            }
        } catch (PortException e) {
            listener.failed(e);
        }
    }

    /** How long to listen: until the next timer, and never longer than a glance. */
    private Duration untilNextTimer() {
        Instant now = Instant.now();
        Duration left =
                timers.values().stream()
                        .min(Comparator.naturalOrder())
                        .map(due -> Duration.between(now, due))
                        .orElse(GLANCE);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(GLANCE) < 0 ? left : GLANCE;
    }

    private void received(MmeFrame frame) {
        if (!(frame.message() instanceof Mme.Qualcomm said)) {
            step(new EvseSlac.Received(frame));
        } else if (said instanceof Mme.LinkStatusCnf(int status, boolean linked)
                && status == 0
                && frame.source().equals(state.settings().modem())) {
            step(linked ? new EvseSlac.LinkUp() : new EvseSlac.LinkDown());
        }
    }

    private void fireDue() {
        Instant now = Instant.now();
        Optional<EvseSlac.Timer> due =
                timers.entrySet().stream()
                        .filter(timer -> !timer.getValue().isAfter(now))
                        .map(Map.Entry::getKey)
                        .findFirst();
        due.ifPresent(timer -> {
            timers.remove(timer);
            step(new EvseSlac.Fired(timer));
        });
    }

    private void pollLink() {
        Instant now = Instant.now();
        boolean joining = state instanceof EvseSlac.Joining;
        if ((joining || state instanceof EvseSlac.Matched) && !now.isBefore(nextPoll)) {
            nextPoll = now.plus(joining ? JOINING_POLL : MATCHED_POLL);
            Modem.ask(port, new Mme.LinkStatusReq());
        }
    }

    private void step(EvseSlac.Input input) {
        EvseSlac.Step step = EvseSlac.step(state, input, new Now(Instant.now(), entropy));
        state = step.next();
        for (EvseSlac.Output output : step.outputs()) {
            switch (output) {
                case EvseSlac.Send(MmeFrame frame) -> port.send(MmeCodec.encode(frame));
                case EvseSlac.Arm(EvseSlac.Timer timer, Instant deadline) ->
                        timers.put(timer, deadline);
                case EvseSlac.Disarm(EvseSlac.Timer timer) -> timers.remove(timer);
                case EvseSlac.Linked(MacAddress vehicle) -> listener.linked(vehicle);
                case EvseSlac.GaveUp(EvseSlac.Reason reason) -> listener.gaveUp(reason);
                case EvseSlac.Noted(String text) -> listener.noted(text);
            }
        }
    }
}

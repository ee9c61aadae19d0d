package org.plugcharge.evcc.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.host.JournalEntry.Kind;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.evcc.session.PilotTrouble;
import org.plugcharge.evcc.session.din70121.DinCar;
import org.plugcharge.evcc.session.din70121.DinMargins;
import org.plugcharge.evcc.session.din70121.Input;
import org.plugcharge.evcc.session.din70121.Output;
import org.plugcharge.evcc.session.din70121.State;
import org.plugcharge.evcc.session.din70121.Step;
import org.plugcharge.evcc.session.din70121.VehiclePlan;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.din70121.Din70121Body;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.din70121.V2gMessage;
import org.plugcharge.v2g.timing.Margins;

import java.time.Instant;
import java.util.Optional;

/** A session of DIN SPEC 70121, once it was agreed on: one input, one step, outputs in order. */
final class DinConversation implements Conversation {

    private final Door door;
    private final CarBody body;
    private final SessionListener listener;
    private final DinMargins margins = new DinMargins();
    private State state;

    DinConversation(Door door, VehiclePlan plan, CarBody body, SessionListener listener) {
        this.door = door;
        this.body = body;
        this.listener = listener;
        this.state = State.of(plan);
    }

    @Override
    public void begin(boolean tls) {
        take(new Input.Begin(), null);
    }

    @Override
    public void received(Bytes exi) {
        try {
            take(new Input.Received(Din70121Codec.decode(exi)), exi);
        } catch (ExiException e) {
            take(new Input.Garbled(String.valueOf(e.getMessage())), exi);
        }
    }

    @Override
    public void garbled(String reason) {
        take(new Input.Garbled(reason), null);
    }

    @Override
    public void stopRequested() {
        take(new Input.StopRequested(), null);
    }

    @Override
    public void unplugged() {
        take(new Input.Unplugged(), null);
    }

    @Override
    public void ownFault(String reason) {
        take(new Input.OwnFault(reason), null);
    }

    @Override
    public void pilotTrouble(PilotTrouble trouble) {
        take(
                switch (trouble) {
                    case FAULT -> new Input.PilotFault();
                    case GONE -> new Input.Unplugged();
                },
                null);
    }

    @Override
    public void linkLost(String reason) {
        take(new Input.LinkLost(reason), null);
    }

    @Override
    public Phase phase() {
        return state.phase();
    }

    @Override
    public Optional<Ending> ending() {
        return state instanceof State.Done(Ending ending) ? Optional.of(ending) : Optional.empty();
    }

    /** One input, one step; what is written down is enough to take the step again. */
    private void take(Input input, @Nullable Bytes exi) {
        Phase before = state.phase();
        Instant now = door.now();
        door.note(entry(now, input, exi));
        Step step = DinCar.step(state, input, new Now(now));
        margins.stepped(input, step, now);
        state = step.next();
        if (state.phase() != before) {
            listener.entered(state.phase());
        }
        step.outputs().forEach(this::carryOut);
    }

    private JournalEntry entry(Instant now, Input input, @Nullable Bytes exi) {
        Optional<Bytes> octets = Optional.ofNullable(exi);
        return input instanceof Input.Received(V2gMessage message)
                ? entry(now, Kind.RECEIVED, name(message), octets, message)
                : entry(now, Kind.INPUT, input.toString(), octets, input);
    }

    private JournalEntry entry(
            Instant now, Kind kind, String name, Optional<Bytes> octets, Object what) {
        return new JournalEntry(now, state.phase(), kind, name, octets, Optional.of(what));
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.Send(V2gMessage message) ->
                    door.send(name(message), Din70121Codec.encode(message), message);
            case Output.Arm(var timer, Instant deadline) -> {
                note(output, timer + " until " + deadline);
                door.arm(timer, deadline, () -> take(new Input.Fired(timer), null));
            }
            case Output.Disarm(var timer) -> {
                if (door.disarm(timer)) {
                    note(output, timer + " off");
                }
            }
            case Output.SetControlPilot(var pilot) -> {
                note(output, "control pilot " + pilot);
                body.pilot(pilot);
            }
            case Output.MoveContactors(boolean close) -> {
                note(output, close ? "contactors close" : "contactors open");
                moveContactors(close);
            }
            case Output.Observed(var point) -> {
                note(output, point.toString());
                listener.observed(point);
            }
            case Output.Note(String text) -> {
                note(output, text);
                listener.noted(text);
            }
            case Output.Close(Ending ending) -> {
                timers(output);
                note(output, "close: " + ending);
                door.close();
            }
        }
    }

    /** How near each timer came: all in the journal, the nearest for people. */
    private void timers(Output output) {
        Margins.Report report = margins.report(door.now());
        note(output, "timers: " + report.text());
        report.nearest().ifPresent(near -> listener.noted("nearest to its limit: " + near.text()));
    }

    private void moveContactors(boolean close) {
        Input answer =
                body.contactors(close)
                        ? new Input.ContactorsMoved(close)
                        : new Input.OwnFault("its contactors do not " + (close ? "close" : "open"));
        door.later(() -> take(answer, null));
    }

    private static String name(V2gMessage message) {
        Din70121Body body = message.body().element();
        return body == null ? "message without body" : body.getClass().getSimpleName();
    }

    private void note(Output output, String text) {
        door.note(entry(door.now(), Kind.OUTPUT, text, Optional.empty(), output));
    }
}

package org.plugcharge.evcc.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.host.JournalEntry.Kind;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.evcc.session.PilotTrouble;
import org.plugcharge.evcc.session.iso2.Evcc;
import org.plugcharge.evcc.session.iso2.Input;
import org.plugcharge.evcc.session.iso2.Iso2Margins;
import org.plugcharge.evcc.session.iso2.Output;
import org.plugcharge.evcc.session.iso2.State;
import org.plugcharge.evcc.session.iso2.Step;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.Iso2Body;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.timing.Margins;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** A session of ISO 15118-2: one input, one step, its outputs in order. */
final class Iso2Conversation implements Conversation {

    private final Door door;
    private final CarKeys keys;
    private final CarBody body;
    private final SessionListener listener;
    private final Iso2Margins margins = new Iso2Margins();
    private final boolean agreed;
    private State state;

    /** {@code agreed} if the station chose ISO 15118-2 among several protocols already. */
    Iso2Conversation(
            Door door,
            VehiclePlan plan,
            CarKeys keys,
            CarBody body,
            SessionListener listener,
            boolean agreed) {
        this.agreed = agreed;
        this.door = door;
        this.keys = keys;
        this.body = body;
        this.listener = listener;
        this.state = State.of(plan);
    }

    @Override
    public void begin(boolean tls) {
        take(new Input.Begin(tls, agreed));
    }

    @Override
    public void received(Bytes exi) {
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

    @Override
    public void garbled(String reason) {
        take(new Input.Garbled(reason));
    }

    @Override
    public void stopRequested() {
        take(new Input.StopRequested());
    }

    @Override
    public void unplugged() {
        take(new Input.Unplugged());
    }

    @Override
    public void ownFault(String reason) {
        take(new Input.OwnFault(reason));
    }

    @Override
    public void pilotTrouble(PilotTrouble trouble) {
        take(
                switch (trouble) {
                    case FAULT -> new Input.PilotFault();
                    case GONE -> new Input.Unplugged();
                });
    }

    @Override
    public void linkLost(String reason) {
        take(new Input.LinkLost(reason));
    }

    @Override
    public Phase phase() {
        return state.phase();
    }

    @Override
    public Optional<Ending> ending() {
        return state instanceof State.Done(Ending ending) ? Optional.of(ending) : Optional.empty();
    }

    private void take(Input input) {
        take(input, null);
    }

    /** One input, one step; what is written down is enough to take the step again. */
    private void take(Input input, @Nullable Bytes exi) {
        Phase before = state.phase();
        Instant now = door.now();
        door.note(entry(now, input, exi));
        Step step = Evcc.step(state, input, new Now(now));
        margins.stepped(input, step, now);
        state = step.next();
        if (state.phase() != before) {
            listener.entered(state.phase());
        }
        step.outputs().forEach(this::carryOut);
    }

    private JournalEntry entry(Instant now, Input input, @Nullable Bytes exi) {
        Optional<Bytes> octets = Optional.ofNullable(exi);
        return switch (input) {
            case Input.Received(V2gMessage message) ->
                    entry(now, Kind.RECEIVED, name(message), octets, message);
            case Input.Handshake(SupportedAppProtocolRes response) ->
                    entry(now, Kind.RECEIVED, "supportedAppProtocolRes", octets, response);
            case Input.Signed signed -> entry(now, Kind.INPUT, "signed", Optional.empty(), signed);
            case Input other -> entry(now, Kind.INPUT, other.toString(), octets, other);
        };
    }

    private JournalEntry entry(
            Instant now, Kind kind, String name, Optional<Bytes> octets, Object what) {
        return new JournalEntry(now, state.phase(), kind, name, octets, Optional.of(what));
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.SendHandshake handshake ->
                    door.send(
                            "supportedAppProtocolReq",
                            AppProtocolCodec.encode(handshake.request()),
                            handshake.request());
            case Output.Send(V2gMessage message) ->
                    door.send(name(message), Iso2Codec.encode(message), message);
            case Output.Arm(var timer, Instant deadline) -> {
                note(output, timer + " until " + deadline);
                door.arm(timer, deadline, () -> take(new Input.Fired(timer)));
            }
            case Output.Disarm(var timer) -> {
                if (door.disarm(timer)) {
                    note(output, timer + " off");
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
            case Output.JudgeTariffs(var tariffs, var signature) -> {
                note(output, "judge the prices");
                answer(() -> new Input.TariffsJudged(keys.objection(tariffs, signature)));
            }
            case Output.Draw(int phases, long milliamps) -> {
                note(output, "draw " + milliamps + " mA of " + phases + " phases");
                body.charger(phases, milliamps);
            }
            case Output.KeepSession(Bytes id) -> {
                note(output, "session " + id.toHex() + " is paused");
                listener.paused(id);
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

    private void open(Output.OpenContract open) {
        Input opened;
        try {
            opened =
                    new Input.ContractOpened(
                            keys.open(open.response(), open.signature(), open.sealedFor()));
        } catch (CarException e) {
            opened = new Input.ContractRefused(String.valueOf(e.getMessage()));
        }
        Input answer = opened;
        door.later(() -> take(answer));
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
        Input done;
        try {
            done = work.get();
        } catch (CarException e) {
            done = new Input.OwnFault(String.valueOf(e.getMessage()));
        }
        Input answer = done;
        door.later(() -> take(answer));
    }

    private static String name(V2gMessage message) {
        Iso2Body body = message.body().element();
        return body == null ? "message without body" : body.getClass().getSimpleName();
    }

    private void note(Output output, String text) {
        door.note(entry(door.now(), Kind.OUTPUT, text, Optional.empty(), output));
    }
}

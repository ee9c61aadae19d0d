package org.plugcharge.secc.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.evse.ScheduleOffer;
import org.plugcharge.secc.session.Now;
import org.plugcharge.secc.session.din70121.Din70121Session;
import org.plugcharge.secc.session.din70121.DinMargins;
import org.plugcharge.secc.session.din70121.DinStation;
import org.plugcharge.secc.session.din70121.Input;
import org.plugcharge.secc.session.din70121.Output;
import org.plugcharge.secc.session.din70121.State;
import org.plugcharge.secc.session.din70121.Step;
import org.plugcharge.secc.session.din70121.Timer;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.din70121.V2gMessage;

import java.time.Instant;
import java.util.Optional;

/** A session of DIN SPEC 70121: one input, one step, its outputs in order. */
final class DinConversation implements Conversation {

    private final Door door;
    private final Outlet outlet;
    private final DinMargins margins = new DinMargins();
    private State state;

    /** A session on a connection made at {@code connected}: setting up counts from there. */
    DinConversation(Door door, DinStation station, Instant connected) {
        this.door = door;
        this.outlet = door.outlet();
        this.state = Din70121Session.begin(station);
        Instant setUp = connected.plus(Timer.COMMUNICATION_SETUP.duration());
        margins.armed(Timer.COMMUNICATION_SETUP, connected, setUp);
        arm(Timer.COMMUNICATION_SETUP, setUp);
    }

    @Override
    public void received(Bytes exi) {
        V2gMessage message = Din70121Codec.decode(exi);
        door.note(Journal.Kind.RECEIVED, message, exi);
        step(new Input.Received(message));
    }

    @Override
    public void hardwareChanged() {
        step(new Input.HardwareChanged());
    }

    @Override
    public void stopRequested() {
        heard(new Input.StopRequested());
    }

    @Override
    public void renegotiationRequested() {
        heard(new Input.SchedulesChanged());
    }

    @Override
    public void linkLost(String reason) {
        step(new Input.LinkLost(reason));
    }

    private void heard(Input input) {
        door.note(Journal.Kind.INPUT, input);
        step(input);
    }

    private void step(Input input) {
        Now now = outlet.now();
        Step step = Din70121Session.step(state, input, now);
        margins.stepped(input, step, now.at());
        state = step.next();
        step.outputs().forEach(this::carryOut);
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.Send(V2gMessage message) ->
                    door.send(message, Din70121Codec.encode(message));
            case Output.Command(var command) -> {
                door.note(Journal.Kind.OUTPUT, command);
                outlet.driver().command(command);
            }
            case Output.Authorize(var identification) -> {
                door.note(Journal.Kind.OUTPUT, output);
                outlet.authorizer()
                        .authorize(outlet.evseId(), identification)
                        .whenComplete((answer, failure) ->
                                later(
                                        new Input.Authorized(
                                                failure == null ? answer : unreachable(failure))));
            }
            case Output.Schedule(var identification, var needs) -> {
                door.note(Journal.Kind.OUTPUT, output);
                outlet.authorizer()
                        .schedule(outlet.evseId(), identification, needs)
                        .whenComplete((offer, failure) ->
                                later(new Input.Scheduled(first(offer, failure))));
            }
            case Output.Tell(var event) -> {
                door.note(Journal.Kind.OUTPUT, event);
                outlet.authorizer().tell(outlet.evseId(), event);
            }
            case Output.Arm(Timer timer, Instant at) -> arm(timer, at);
            case Output.Disarm(Timer timer) -> door.disarm(timer);
            case Output.Close(String reason, boolean orderly) -> {
                door.note(Journal.Kind.OUTPUT, margins.report(outlet.now().at()));
                door.close(reason, orderly);
            }
        }
    }

    private void later(Input input) {
        door.later(() -> heard(input));
    }

    private void arm(Timer timer, Instant at) {
        door.arm(timer, at, () -> heard(new Input.Fired(timer)));
    }

    private static Authorization unreachable(Throwable failure) {
        return new Authorization.Rejected(
                Refusal.UNREACHABLE, "the back end did not answer: " + failure.getMessage());
    }

    /** Without tariffs there is nothing for the vehicle to choose by. */
    private static Optional<ChargingSchedule> first(
            @Nullable ScheduleOffer offer, @Nullable Throwable failure) {
        return offer == null || failure != null
                ? Optional.empty()
                : Optional.of(offer.schedules().getFirst());
    }
}

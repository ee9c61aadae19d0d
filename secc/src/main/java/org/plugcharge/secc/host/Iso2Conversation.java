package org.plugcharge.secc.host;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.ScheduleOffer;
import org.plugcharge.secc.session.Now;
import org.plugcharge.secc.session.iso2.Input;
import org.plugcharge.secc.session.iso2.Iso2Margins;
import org.plugcharge.secc.session.iso2.Iso2Session;
import org.plugcharge.secc.session.iso2.Iso2Station;
import org.plugcharge.secc.session.iso2.Output;
import org.plugcharge.secc.session.iso2.Schedules;
import org.plugcharge.secc.session.iso2.State;
import org.plugcharge.secc.session.iso2.Step;
import org.plugcharge.secc.session.iso2.Timer;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A session of ISO 15118-2: one input, one step, its outputs in order. */
final class Iso2Conversation implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Iso2Conversation.class);

    private final Door door;
    private final Outlet outlet;
    private final Iso2Margins margins = new Iso2Margins();
    private State state;

    /** A session on a connection made at {@code connected}: setting up counts from there. */
    Iso2Conversation(Door door, Iso2Station station, Instant connected) {
        this.door = door;
        this.outlet = door.outlet();
        this.state = Iso2Session.begin(station, outlet.takePaused(), outlet.failedContract());
        Instant setUp = connected.plus(Timer.COMMUNICATION_SETUP.duration());
        margins.armed(Timer.COMMUNICATION_SETUP, connected, setUp);
        arm(Timer.COMMUNICATION_SETUP, setUp);
    }

    @Override
    public void received(Bytes exi) {
        V2gMessage message = Iso2Codec.decode(exi);
        door.note(Journal.Kind.RECEIVED, message, exi);
        step(new Input.Received(message, exi));
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
        heard(new Input.RenegotiationRequested());
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
        Step step = Iso2Session.step(state, input, now);
        margins.stepped(input, step, now.at());
        state = step.next();
        step.outputs().forEach(this::carryOut);
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.Send(V2gMessage message) -> door.send(message, Iso2Codec.encode(message));
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
            case Output.Install(var request) -> {
                door.note(Journal.Kind.OUTPUT, output);
                installed(outlet.authorizer().install(outlet.evseId(), request));
            }
            case Output.Update(var request) -> {
                door.note(Journal.Kind.OUTPUT, output);
                installed(outlet.authorizer().update(outlet.evseId(), request));
            }
            case Output.Schedule(var identification, var needs) -> {
                door.note(Journal.Kind.OUTPUT, output);
                outlet.authorizer()
                        .schedule(outlet.evseId(), identification, needs)
                        .whenComplete((offer, failure) ->
                                later(
                                        new Input.Scheduled(
                                                failure == null
                                                        ? schedules(offer)
                                                        : Optional.empty())));
            }
            case Output.Serve(var services) -> {
                door.note(Journal.Kind.OUTPUT, output);
                outlet.authorizer().serve(outlet.evseId(), services);
            }
            case Output.Keep(var paused) -> {
                door.note(Journal.Kind.OUTPUT, output);
                outlet.keep(paused);
            }
            case Output.Note(var contract) -> {
                door.note(Journal.Kind.OUTPUT, output);
                outlet.note(contract);
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

    private void installed(CompletionStage<Bytes> answer) {
        answer.whenComplete((response, failure) ->
                later(new Input.Installed(failure == null ? decoded(response) : Optional.empty())));
    }

    private Optional<Schedules> schedules(ScheduleOffer offer) {
        try {
            return Optional.of(Schedules.of(offer));
        } catch (ExiException e) {
            LOG.error("event=bad-tariff evse={} reason=\"{}\"", outlet.evseId(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<V2gMessage> decoded(Bytes exi) {
        try {
            return Optional.of(Iso2Codec.decode(exi));
        } catch (ExiException e) {
            LOG.error(
                    "event=bad-installation evse={} reason=\"{}\"",
                    outlet.evseId(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}

package org.plugcharge.evcc.session.din70121;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.din70121.V2gMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** A car in virtual time at a station that answers what it is told to. */
final class Ride {

    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    State state;
    Instant at = START;
    List<Output> last = List.of();
    final List<Output> outputs = new ArrayList<>();

    Ride() {
        this(plan(2));
    }

    Ride(VehiclePlan plan) {
        state = State.of(plan);
        input(new Input.Begin());
    }

    /** 356 V at 40 %. */
    static VehiclePlan plan(int loops) {
        return new VehiclePlan(
                Bytes.fromHex("020000000001"),
                Battery.at(BatterySpec.CAR_400_V, 40),
                150_000,
                loops,
                80,
                Pace.USUAL,
                true);
    }

    Ride input(Input input) {
        at = at.plus(Duration.ofMillis(10));
        Step step = DinCar.step(state, input, new Now(at));
        state = step.next();
        last = step.outputs();
        outputs.addAll(last);
        return this;
    }

    Ride answer(Din70121Response response) {
        return input(new Input.Received(V2gMessage.of(Station.SESSION, response)));
    }

    /** The next request of a loop. */
    Ride pace() {
        return input(new Input.Fired(Timer.PACE));
    }

    Ride contactors(boolean closed) {
        return input(new Input.ContactorsMoved(closed));
    }

    /** The first so many answers of a good station; contactors obey. */
    Ride good(int answers) {
        for (Din70121Response response : Station.all().subList(0, answers)) {
            answer(response);
            if (stage() instanceof Stage.ClosingContactors && answers > 7) {
                contactors(true);
            }
        }
        return this;
    }

    Stage stage() {
        return ((State.Active) state).stage();
    }

    Ending ending() {
        return ((State.Done) state).ending();
    }

    /** What was asked last, as the station reads it. */
    Din70121Request asked() {
        return outputs.stream()
                .filter(Output.Send.class::isInstance)
                .map(sent -> Din70121Codec.encode(((Output.Send) sent).message()))
                .reduce((_, later) -> later)
                .map(exi -> (Din70121Request) Din70121Codec.decode(exi).body().element())
                .orElseThrow();
    }

    boolean did(Output output) {
        return outputs.contains(output);
    }

    /** A car in this stage. */
    static Ride reaching(Class<? extends Stage> stage) {
        return Objects.requireNonNull(stages().get(stage)).get();
    }

    /** A car in each stage. */
    static Map<Class<? extends Stage>, Supplier<Ride>> stages() {
        Map<Class<? extends Stage>, Supplier<Ride>> stages = new LinkedHashMap<>();
        stages.put(Stage.AwaitSessionSetup.class, Ride::new);
        stages.put(Stage.AwaitServiceDiscovery.class, () -> new Ride().good(1));
        stages.put(Stage.AwaitServicePaymentSelection.class, () -> new Ride().good(2));
        stages.put(Stage.AwaitContractAuthentication.class, () -> new Ride().good(3));
        stages.put(Stage.AwaitChargeParameterDiscovery.class, () -> new Ride().good(4));
        stages.put(Stage.AwaitCableCheck.class, () -> new Ride().good(5));
        stages.put(Stage.AwaitPreCharge.class, () -> new Ride().good(6));
        stages.put(Stage.ClosingContactors.class, () -> new Ride().good(7));
        stages.put(Stage.AwaitPowerOn.class, () -> new Ride().good(7).contactors(true));
        stages.put(Stage.AwaitCurrentDemand.class, () -> new Ride().good(8));
        stages.put(Stage.Paused.class, () -> new Ride().good(9));
        stages.put(Stage.AwaitPowerOff.class, Ride::finished);
        stages.put(
                Stage.OpeningContactors.class,
                () -> finished().answer(Station.power(Station.ready())));
        stages.put(Stage.AwaitWeldingDetection.class, Ride::opened);
        stages.put(Stage.AwaitSessionStop.class, () -> opened().answer(Station.welding(10)));
        return stages;
    }

    private static Ride finished() {
        return new Ride().good(9).pace().answer(Station.current(Station.ready(), null));
    }

    private static Ride opened() {
        return finished().answer(Station.power(Station.ready())).contactors(false);
    }
}

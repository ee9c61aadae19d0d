package org.plugcharge.secc.session.din70121;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.V2gMessage;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Peers without manners, by seed: requests in any order, octets of messages with bits turned,
 * timers, faults and answers at any time. Whatever comes, the station is total, says only what can
 * be coded, and energy flows only between a closed and an open contactor.
 */
class RandomSessionTest {

    private static final int SEEDS = 3_000;
    private static final int INPUTS = 60;

    @Test
    void theStationStaysSafeWhateverComes() {
        int charged = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            charged += play(new Random(seed), seed) ? 1 : 0;
        }
        assertThat(charged).as("sessions in which energy flowed").isGreaterThan(SEEDS / 10);
    }

    /** Whether energy flowed. */
    private static boolean play(Random dice, int seed) {
        Walk walk = beginning(dice);
        for (int i = 0; i < INPUTS && !(walk.state instanceof Closed); i++) {
            happen(walk, dice);
            check(walk, seed);
        }
        walk.input(new Input.LinkLost("the end"));
        check(walk, seed);
        long closed =
                walk.commands().stream()
                        .filter(EvseCommand.CloseContactor.class::isInstance)
                        .count();
        if (closed > 0) {
            assertThat(walk.commands().getLast())
                    .as("seed %s", seed)
                    .isEqualTo(new EvseCommand.OpenContactor());
        }
        TransitionTest.assertSafe(walk, walk.state);
        return closed > 0;
    }

    /** Somewhere in a well-behaved session. */
    private static Walk beginning(Random dice) {
        return switch (dice.nextInt(6)) {
            case 0 -> new Walk();
            case 1 -> new Walk().authorized();
            case 2 -> new Walk().checkingCable();
            case 3 -> new Walk().preCharged();
            case 4 -> new Walk().closingContactor();
            default -> new Walk().charging();
        };
    }

    private static void happen(Walk walk, Random dice) {
        switch (dice.nextInt(10)) {
            case 0 -> walk.input(new Input.Fired(pick(dice, List.of(Timer.values()))));
            case 1 -> {
                walk.pilot =
                        dice.nextInt(8) == 0
                                ? pick(dice, List.of(ControlPilot.values()))
                                : ControlPilot.C;
                walk.fault =
                        dice.nextInt(8) == 0 ? pick(dice, List.of(Fault.values())) : Fault.NONE;
                walk.isolation = pick(dice, List.of(Isolation.values()));
                walk.contactor = pick(dice, List.of(Contactor.values()));
                walk.input(new Input.HardwareChanged());
            }
            case 2 -> walk.input(new Input.Authorized(new Authorization.Accepted()));
            case 3 -> walk.input(new Input.Scheduled(Optional.empty()));
            case 4 ->
                    walk.input(
                            dice.nextInt(9) == 0
                                    ? new Input.StopRequested()
                                    : new Input.SchedulesChanged());
            case 5 -> mutated(walk, dice);
            default -> say(walk, dice);
        }
    }

    /** Mostly something that is expected, sometimes anything. */
    private static void say(Walk walk, Random dice) {
        List<Din70121Request> all = Walk.everyRequest();
        List<Din70121Request> fit =
                all.stream()
                        .filter(request -> walk.state.expected().contains(request.getClass()))
                        .toList();
        Din70121Request request =
                fit.isEmpty() || dice.nextInt(20) == 0 ? pick(dice, all) : pick(dice, fit);
        Bytes id = dice.nextInt(30) == 0 ? Session.NONE : walk.state.session().id();
        walk.input(new Input.Received(V2gMessage.of(id, request)));
    }

    /** A message with some bits turned, if it still is one. */
    private static void mutated(Walk walk, Random dice) {
        byte[] octets =
                Din70121Codec.encode(
                                V2gMessage.of(
                                        walk.state.session().id(), pick(dice, Walk.everyRequest())))
                        .toArray();
        for (int i = 0; i <= dice.nextInt(3); i++) {
            octets[dice.nextInt(octets.length)] ^= (byte) (1 << dice.nextInt(8));
        }
        try {
            walk.input(new Input.Received(Din70121Codec.decode(Bytes.of(octets))));
        } catch (ExiException e) {
            walk.input(new Input.LinkLost("not a message: " + e.getMessage()));
        }
    }

    private static <T> T pick(Random dice, List<T> from) {
        return from.get(dice.nextInt(from.size()));
    }

    private static void check(Walk walk, int seed) {
        Walk.answers(walk.outputs); // everything said can be coded
        EvseCommand last = walk.commands().isEmpty() ? null : walk.commands().getLast();
        boolean mayFlow = walk.state instanceof State.Live;
        boolean open = last == null || last instanceof EvseCommand.OpenContactor;
        assertThat(mayFlow || open).as("seed %s: after %s in %s", seed, last, walk.state).isTrue();
    }
}

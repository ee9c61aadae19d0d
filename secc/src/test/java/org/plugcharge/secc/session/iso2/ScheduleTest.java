package org.plugcharge.secc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.evse.ChargingSchedule.Step;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.ScheduleOffer;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.ChargingProfile;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.ProfileEntry;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SaScheduleList;
import org.plugcharge.v2g.iso2.SaScheduleTuple;
import org.plugcharge.v2g.iso2.UnitSymbol;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Schedules: offered, chosen, kept within. */
class ScheduleTest {

    private static final ScheduleOffer TWO =
            new ScheduleOffer(
                    List.of(
                            ChargingSchedule.wholeDay(1, 50_000),
                            new ChargingSchedule(
                                    7,
                                    List.of(
                                            new Step(Duration.ZERO, 100_000),
                                            new Step(Duration.ofMinutes(10), 20_000),
                                            new Step(Duration.ofHours(1), 900_000)),
                                    Duration.ofHours(2),
                                    Optional.empty())),
                    Optional.empty());

    @Test
    void theBackEndIsAskedWithTheVehiclesNeedsAndItsAnswerIsOffered() {
        Walk walk = new Walk().scheduling();
        assertThat(walk.outputs)
                .anySatisfy(output ->
                        assertThat(output)
                                .isInstanceOfSatisfying(
                                        Output.Schedule.class,
                                        asked -> assertThat(asked.needs().phases()).isEmpty()));
        List<SaScheduleTuple> tuples = tuples(walk.input(scheduled()));
        assertThat(tuples).extracting(SaScheduleTuple::id).containsExactly(1, 7);
        assertThat(tuples.getLast().pMaxSchedule().entries())
                .extracting(entry -> entry.pMax().toDecimal().intValue())
                .containsExactly(100_000, 20_000, 350_000);
    }

    private static Input scheduled() {
        return new Input.Scheduled(Optional.of(Schedules.of(TWO)));
    }

    private static List<SaScheduleTuple> tuples(List<Output> outputs) {
        ChargeParameterDiscoveryRes answer = (ChargeParameterDiscoveryRes) Walk.answer(outputs);
        return ((SaScheduleList) Objects.requireNonNull(answer.schedules())).tuples();
    }

    /** What is left out must not be exceeded: the last entry stands for all that follow. */
    @Test
    void aVehicleThatTakesFewEntriesGetsFew() {
        Walk walk = new Walk().authorized();
        ChargeParameterDiscoveryReq all = Walk.dcParameters();
        walk.sendUnanswered(
                new ChargeParameterDiscoveryReq(
                        1, all.energyTransferMode(), all.chargeParameter()));
        assertThat(tuples(walk.input(scheduled())).getLast().pMaxSchedule().entries())
                .extracting(entry -> entry.pMax().toDecimal().intValue())
                .containsExactly(20_000);
    }

    @Test
    void aSlowBackEndIsWaitedForWithOngoingAndThenReplaced() {
        Walk walk = new Walk().scheduling();
        ChargeParameterDiscoveryRes first =
                (ChargeParameterDiscoveryRes)
                        Walk.answer(walk.input(new Input.Fired(Timer.SCHEDULE_ANSWER)));
        assertThat(first.processing()).isEqualTo(EvseProcessing.ONGOING);
        assertThat(((ChargeParameterDiscoveryRes) walk.send(walk.parameters())).processing())
                .isEqualTo(EvseProcessing.ONGOING);
        walk.input(new Input.Fired(Timer.SCHEDULE));
        assertThat(((ChargeParameterDiscoveryRes) walk.send(walk.parameters())).processing())
                .isEqualTo(EvseProcessing.FINISHED);
    }

    @Test
    void thePowerFollowsTheScheduleChosen() {
        Walk walk = new Walk().offered(TWO);
        toCharging(walk, 7);
        walk.send(Walk.demand(500));
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.Deliver(400_000, 250_000));
        walk.at = walk.at.plus(Duration.ofMinutes(11));
        CurrentDemandRes answer = (CurrentDemandRes) walk.send(Walk.demand(500));
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.Deliver(400_000, 50_000));
        assertThat(answer.scheduleTupleId()).isEqualTo(7);
    }

    private static void toCharging(Walk walk, int schedule) {
        walk.cable();
        walk.sendUnanswered(new PowerDeliveryReq(ChargeProgress.START, schedule, null, null));
        walk.contactorCloses();
    }

    /** [V2G2-225] */
    @ParameterizedTest
    @CsvSource({
        "0:100000 600:20000, true",
        "0:20000 300:100000 500:20000, true",
        "0:101000 600:20000, false",
        "0:100000, false",
        "0:100000 601:20000, false",
        "0:90000 300:100000, false",
        "0:-1, false",
        "600:20000 0:100000, false",
    })
    void aProfileKeepsWithinTheScheduleAllTheTime(String entries, boolean good) {
        Walk walk = new Walk().offered(TWO);
        walk.cable();
        List<ProfileEntry> profile =
                Arrays.stream(entries.split(" "))
                        .map(entry -> entry.split(":"))
                        .map(entry ->
                                new ProfileEntry(
                                        Long.parseLong(entry[0]),
                                        PhysicalValue.of(Long.parseLong(entry[1]), UnitSymbol.WATT),
                                        null))
                        .toList();
        PowerDeliveryReq request =
                new PowerDeliveryReq(ChargeProgress.START, 7, new ChargingProfile(profile), null);
        if (good) {
            walk.sendUnanswered(request);
        } else {
            assertThat(walk.send(request).responseCode())
                    .isEqualTo(ResponseCode.FAILED_CHARGING_PROFILE_INVALID);
        }
    }
}

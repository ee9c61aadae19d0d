package org.plugcharge.plc.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.Attenuation;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.mme.Mme;
import org.plugcharge.plc.mme.MmeCodec;
import org.plugcharge.plc.mme.MmeFrame;
import org.plugcharge.plc.mme.Nmk;
import org.plugcharge.plc.mme.RunId;
import org.plugcharge.plc.slac.EvseSlac;
import org.plugcharge.plc.slac.ModemProfile;
import org.plugcharge.plc.slac.Now;
import org.plugcharge.plc.slac.PevSlac;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Both cores on the virtual segment, in virtual time. */
class SegmentMatchTest {

    @Test
    void carAndStationMatchAndDataPasses() {
        Bench bench = new Bench(1, Weather.FAIR, 27);
        Station station = bench.stations.getFirst();
        assertThat(bench.match())
                .isInstanceOfSatisfying(
                        MatchOutcome.Matched.class,
                        matched -> {
                            assertThat(matched.station()).isEqualTo(station);
                            assertThat(matched.took()).isLessThan(Duration.ofMillis(900));
                        });
        assertThat(bench.segment.linked(bench.car, station)).isTrue();
        Bytes data = Bench.data(bench.car.host(), station.host());
        assertThat(bench.segment.transmit(bench.car.host(), data, bench.pace.now()))
                .extracting(Delivery::to)
                .containsExactly(station);
    }

    @Test
    void framesComeInTheOrderOfTheStandard() {
        Bench bench = new Bench(1, Weather.FAIR, 27);
        bench.match();
        List<String> sentByCar =
                bench.seen.stream()
                        .filter(s ->
                                s.station().equals(bench.car)
                                        && s.direction() == Sighting.Direction.SENT)
                        .map(s -> s.frame().message().getClass().getSimpleName())
                        .toList();
        assertThat(sentByCar.subList(0, 5))
                .containsExactly(
                        "SlacParmReq",
                        "StartAttenCharInd",
                        "StartAttenCharInd",
                        "StartAttenCharInd",
                        "MnbcSoundInd");
        assertThat(sentByCar.subList(sentByCar.size() - 4, sentByCar.size()))
                .containsExactly("MnbcSoundInd", "AttenCharRsp", "SlacMatchReq", "SetKeyReq");
        assertThat(sentByCar).filteredOn("MnbcSoundInd"::equals).hasSize(10);
    }

    @Test
    void soundsAreSpacedByTheBatchInterval() {
        Bench bench = new Bench(1, Weather.FAIR, 27);
        bench.match();
        List<Instant> sounds =
                bench.seen.stream()
                        .filter(s ->
                                s.station().equals(bench.car)
                                        && s.direction() == Sighting.Direction.SENT)
                        .filter(s ->
                                s.frame().message() instanceof Mme.MnbcSoundInd
                                        || s.frame().message() instanceof Mme.StartAttenCharInd)
                        .map(Sighting::at)
                        .toList();
        for (int i = 1; i < sounds.size(); i++) {
            assertThat(Duration.between(sounds.get(i - 1), sounds.get(i)))
                    .isBetween(Duration.ofMillis(20), Duration.ofMillis(50));
        }
    }

    @Test
    void theLowestAttenuationWinsWhateverTheOrder() {
        for (int[] decibels :
                new int[][] {{30, 8}, {8, 30}, {27, 8, 30}, {30, 27, 8}, {35, 34, 33, 9, 32}}) {
            Bench bench = new Bench(2, Weather.FAIR, decibels);
            assertThat(bench.match())
                    .isInstanceOfSatisfying(
                            MatchOutcome.Matched.class,
                            matched ->
                                    assertThat(decibels[bench.stations.indexOf(matched.station())])
                                            .isLessThan(10));
        }
    }

    /**
     * Losses may cost the match, never bring the wrong one, as long as the limit keeps neighbours
     * out.
     */
    @Test
    void lossyLinesNeverMatchTheWrongStation() {
        int matched = 0;
        for (long seed = 0; seed < 300; seed++) {
            Random loss = new Random(seed);
            Bench bench = new Bench(seed, (_, _, _) -> loss.nextInt(100) < 5, 30, 12, 20);
            switch (bench.match(15_000)) {
                case MatchOutcome.Matched(Station station, _, _) -> {
                    assertThat(station).as("seed %d", seed).isEqualTo(bench.stations.get(1));
                    matched++;
                }
                case MatchOutcome.CarGaveUp _, MatchOutcome.StationGaveUp _ -> {}
            }
        }
        assertThat(matched).isGreaterThan(280);
    }

    @Test
    void aSilentStationIsWaitedForButNotMissed() {
        Bench bench =
                new Bench(
                        3,
                        (from, _, frame) ->
                                from.host().toString().endsWith("0a")
                                        && MmeCodec.decode(frame).message()
                                                instanceof Mme.AttenCharInd,
                        8,
                        20);
        assertThat(bench.match())
                .isInstanceOfSatisfying(
                        MatchOutcome.Matched.class,
                        matched -> {
                            assertThat(matched.station()).isEqualTo(bench.stations.get(1));
                            assertThat(matched.took())
                                    .isBetween(Duration.ofMillis(1400), Duration.ofMillis(2000));
                        });
    }

    @Test
    void equallyNearStationsAreRefused() {
        assertThat(new Bench(4, Weather.FAIR, 20, 21).match())
                .isInstanceOfSatisfying(
                        MatchOutcome.CarGaveUp.class,
                        gaveUp -> assertThat(gaveUp.reason()).isEqualTo(PevSlac.Reason.AMBIGUOUS));
    }

    @Test
    void distantStationIsNotOurs() {
        assertThat(new Bench(5, Weather.FAIR, 45).match())
                .isInstanceOfSatisfying(
                        MatchOutcome.CarGaveUp.class,
                        gaveUp -> assertThat(gaveUp.reason()).isEqualTo(PevSlac.Reason.TOO_WEAK));
    }

    @Test
    void nobodyThereIsSaidAfterThreeAttemptsOfThreeRequests() {
        Bench bench = new Bench(6, Weather.FAIR);
        assertThat(bench.match())
                .isInstanceOfSatisfying(
                        MatchOutcome.CarGaveUp.class,
                        gaveUp -> assertThat(gaveUp.reason()).isEqualTo(PevSlac.Reason.NO_STATION));
        Set<RunId> runs = new HashSet<>();
        bench.seen.forEach(s -> runs.add(((Mme.SlacParmReq) s.frame().message()).runId()));
        assertThat(bench.seen).hasSize(9);
        assertThat(runs).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SlacParmReq",
                "SlacParmCnf",
                "StartAttenCharInd",
                "MnbcSoundInd",
                "AttenCharInd",
                "AttenCharRsp",
                "SlacMatchReq",
                "SlacMatchCnf"
            })
    void losingTheFirstOfAnyMessageIsSurvived(String name) {
        boolean[] lost = {false};
        Bench bench =
                new Bench(
                        7,
                        (_, _, frame) -> {
                            boolean first =
                                    !lost[0]
                                            && MmeCodec.decode(frame)
                                                    .message()
                                                    .getClass()
                                                    .getSimpleName()
                                                    .equals(name);
                            lost[0] |= first;
                            return first;
                        },
                        27);
        assertThat(bench.match()).isInstanceOf(MatchOutcome.Matched.class);
        assertThat(lost[0]).isTrue();
    }

    @Test
    void keysAreFreshForEveryRun() {
        Set<Object> networks = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            networks.add(((MatchOutcome.Matched) new Bench(seed, Weather.FAIR, 27).match()).nid());
        }
        assertThat(networks).hasSize(50);
    }

    @Test
    void sameSeedSameFrames() {
        Bench one = new Bench(8, Weather.FAIR, 27, 35);
        Bench other = new Bench(8, Weather.FAIR, 27, 35);
        one.match();
        other.match();
        assertThat(one.seen).isEqualTo(other.seen);
    }

    @Test
    void anotherCarsKeyLetsNoDataThrough() {
        Bench bench = new Bench(9, Weather.FAIR, 27);
        Station stranger = Bench.station(3, Station.Role.PEV);
        bench.segment.attach(stranger);
        bench.segment.connect(stranger, bench.stations.getFirst(), Attenuation.flat(20));
        bench.segment.connect(stranger, bench.car, Attenuation.flat(20));
        bench.match();
        Bytes spying = Bench.data(stranger.host(), bench.car.host());
        assertThat(bench.segment.transmit(stranger.host(), spying, bench.pace.now())).isEmpty();
        Bytes open = Bench.data(bench.car.host(), MacAddress.BROADCAST);
        assertThat(bench.segment.transmit(bench.car.host(), open, bench.pace.now()))
                .extracting(Delivery::to)
                .containsExactly(bench.stations.getFirst());
    }

    @Test
    void pulledPlugEndsTheLinkAtBothEnds() {
        Bench bench = new Bench(10, Weather.FAIR, 27);
        bench.match();
        assertThat(bench.segment.disconnect(bench.car, bench.stations.getFirst(), bench.pace.now()))
                .hasSize(2)
                .allSatisfy(told -> assertThat(told).isInstanceOf(Delivery.LinkDown.class));
    }

    @Test
    void keyFromTheLineReachesNoModem() {
        Bench bench = new Bench(11, Weather.FAIR, 27);
        bench.match();
        Mme forged = new Mme.SetKeyReq(0, Nmk.HOMEPLUG_AV.id(), Nmk.HOMEPLUG_AV);
        Station station = bench.stations.getFirst();
        Bytes frame = MmeCodec.encode(new MmeFrame(station.modem(), bench.car.host(), forged));
        assertThat(bench.segment.transmit(bench.car.host(), frame, bench.pace.now())).isEmpty();
        assertThat(bench.segment.linked(bench.car, station)).isTrue();
    }

    @Test
    void wallClockServesToo() throws InterruptedException {
        Bench bench = new Bench(12, Weather.FAIR, 27);
        MatchOutcome outcome =
                SegmentMatch.match(
                        bench.segment,
                        bench.car,
                        bench.stations,
                        Pace.real(),
                        Bench.seeded(12),
                        bench.seen::add);
        assertThat(outcome).isInstanceOf(MatchOutcome.Matched.class);
    }

    @Test
    void stationReportsAModemThatRefusesItsKey() {
        EvseSlac.Settings settings =
                EvseSlac.Settings.of(
                        MacAddress.parse("02:00:00:00:00:0a"),
                        MacAddress.parse("02:00:00:00:01:0a"),
                        ModemProfile.HOMEPLUG);
        Now now = new Now(Bench.START, Bench.seeded(13));
        EvseSlac.Step first = EvseSlac.step(EvseSlac.begin(settings), new EvseSlac.PowerOn(), now);
        MmeFrame refused =
                new MmeFrame(settings.host(), settings.modem(), new Mme.SetKeyCnf(1, 0, 0));
        assertThat(EvseSlac.step(first.next(), new EvseSlac.Received(refused), now).outputs())
                .contains(new EvseSlac.GaveUp(EvseSlac.Reason.KEY_REFUSED));
    }
}

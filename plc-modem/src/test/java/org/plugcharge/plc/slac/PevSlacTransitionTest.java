package org.plugcharge.plc.slac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plugcharge.plc.mme.Frames.CAR;
import static org.plugcharge.plc.mme.Frames.NMK;
import static org.plugcharge.plc.mme.Frames.RUN;
import static org.plugcharge.plc.mme.Frames.STATION;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.Attenuation;
import org.plugcharge.plc.mme.Frames;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.mme.Mme;
import org.plugcharge.plc.mme.MmeFrame;
import org.plugcharge.plc.mme.Nid;
import org.plugcharge.plc.mme.Nmk;
import org.plugcharge.plc.mme.RunId;
import org.plugcharge.plc.slac.PevSlac.Input;
import org.plugcharge.plc.slac.PevSlac.Results;
import org.plugcharge.plc.slac.PevSlac.Run;
import org.plugcharge.plc.slac.PevSlac.Settings;
import org.plugcharge.plc.slac.PevSlac.State;
import org.plugcharge.plc.slac.PevSlac.Step;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every state of the car's side with every event: none may be without a row. */
class PevSlacTransitionTest {

    private static final TransitionTable TABLE =
            TransitionTable.parse(
                    """
                    event              Unplugged        AwaitParameters                          Sounding                         AwaitResults             AwaitMatch          SettingKey          Joining    Matched    Resting          Failed
                    PluggedIn          AwaitParameters  .                                        .                                .                        .                   .                   .          .          .                .
                    PlugPulled         .                Unplugged                                Unplugged                        Unplugged                Unplugged           Unplugged           Unplugged  Unplugged  Unplugged        Unplugged
                    LinkUp             .                .                                        .                                .                        .                   .                   Matched    .          .                .
                    LinkDown           .                .                                        .                                .                        .                   .                   .          Failed     .                .
                    Fired              .                AwaitParameters|Sounding|Resting|Failed  Sounding|AwaitResults|AwaitMatch Resting|AwaitMatch       AwaitMatch|Resting  SettingKey|Resting  Resting    .          AwaitParameters  .
                    SlacParmReq        .                .                                        .                                .                        .                   .                   .          .          .                .
                    SlacParmCnf        .                .|AwaitParameters                        .                                .                        .                   .                   .          .          .                .
                    StartAttenCharInd  .                .                                        .                                .                        .                   .                   .          .          .                .
                    MnbcSoundInd       .                .                                        .                                .                        .                   .                   .          .          .                .
                    AttenProfileInd    .                .                                        .                                .                        .                   .                   .          .          .                .
                    AttenCharInd       .                .                                        Sounding                         AwaitResults|AwaitMatch  AwaitMatch          .                   .          .          .                .
                    AttenCharRsp       .                .                                        .                                .                        .                   .                   .          .          .                .
                    ValidateReq        .                .                                        .                                .                        .                   .                   .          .          .                .
                    ValidateCnf        .                .                                        .                                .                        .                   .                   .          .          .                .
                    SlacMatchReq       .                .                                        .                                .                        .                   .                   .          .          .                .
                    SlacMatchCnf       .                .                                        .                                .                        SettingKey          .                   .          .          .                .
                    SetKeyReq          .                .                                        .                                .                        .                   .                   .          .          .                .
                    SetKeyCnf          .                .                                        .                                .                        .                   Joining             .          .          .                .
                    VersionReq         .                .                                        .                                .                        .                   .                   .          .          .                .
                    VersionCnf         .                .                                        .                                .                        .                   .                   .          .          .                .
                    LinkStatusReq      .                .                                        .                                .                        .                   .                   .          .          .                .
                    LinkStatusCnf      .                .                                        .                                .                        .                   .                   .          .          .                .
                    Other              .                .                                        .                                .                        .                   .                   .          .          .                .
                    """);

    private static final MacAddress MODEM = MacAddress.parse("02:00:00:00:01:ca");
    private static final MacAddress NEIGHBOUR = MacAddress.parse("02:00:00:00:00:5f");
    private static final Settings SETTINGS = Settings.raw(CAR, MODEM, ModemProfile.QUALCOMM);
    private static final Instant T0 = Instant.parse("2026-11-21T12:00:00Z");
    private static final Now NOW = new Now(T0, count -> Bytes.of(new byte[count]));
    private static final Run FIRST = new Run(RUN, 1, T0);
    private static final Run LAST = new Run(RUN, 3, T0);
    private static final Results NONE = new Results(Set.of(STATION), Map.of());
    private static final Results NONE_OF_TWO = new Results(Set.of(STATION, NEIGHBOUR), Map.of());
    private static final Results ONE_OF_TWO =
            new Results(Set.of(STATION, NEIGHBOUR), Map.of(STATION, 27_000));
    private static final Results ALL = new Results(Set.of(STATION), Map.of(STATION, 27_000));

    private static final List<State> STATES =
            List.of(
                    new PevSlac.Unplugged(SETTINGS),
                    new PevSlac.AwaitParameters(SETTINGS, FIRST, 1, Set.of()),
                    new PevSlac.AwaitParameters(SETTINGS, FIRST, 3, Set.of()),
                    new PevSlac.AwaitParameters(SETTINGS, LAST, 3, Set.of()),
                    new PevSlac.AwaitParameters(SETTINGS, FIRST, 1, Set.of(STATION)),
                    new PevSlac.Sounding(SETTINGS, FIRST, T0.plusMillis(1200), 1, NONE),
                    new PevSlac.Sounding(SETTINGS, FIRST, T0.plusMillis(1200), 13, NONE),
                    new PevSlac.Sounding(SETTINGS, FIRST, T0.plusMillis(1200), 13, ALL),
                    new PevSlac.AwaitResults(SETTINGS, FIRST, NONE),
                    new PevSlac.AwaitResults(SETTINGS, FIRST, NONE_OF_TWO),
                    new PevSlac.AwaitResults(SETTINGS, FIRST, ONE_OF_TWO),
                    new PevSlac.AwaitMatch(SETTINGS, FIRST, STATION, 1),
                    new PevSlac.AwaitMatch(SETTINGS, FIRST, STATION, 3),
                    new PevSlac.SettingKey(SETTINGS, FIRST, STATION, NMK, 1),
                    new PevSlac.SettingKey(SETTINGS, FIRST, STATION, NMK, 3),
                    new PevSlac.Joining(SETTINGS, FIRST, STATION),
                    new PevSlac.Matched(SETTINGS, STATION),
                    new PevSlac.Resting(SETTINGS, FIRST),
                    new PevSlac.Failed(SETTINGS, PevSlac.Reason.NO_STATION));

    private static Map<String, Input> events() {
        Map<String, Input> events = new LinkedHashMap<>();
        events.put("PluggedIn", new PevSlac.PluggedIn());
        events.put("PlugPulled", new PevSlac.PlugPulled());
        events.put("LinkUp", new PevSlac.LinkUp());
        events.put("LinkDown", new PevSlac.LinkDown());
        events.put("Fired", new PevSlac.Fired());
        for (Mme message : Frames.MESSAGES) {
            MacAddress source = message instanceof Mme.SetKeyCnf ? MODEM : STATION;
            events.put(
                    message.getClass().getSimpleName(),
                    new PevSlac.Received(new MmeFrame(CAR, source, message)));
        }
        return events;
    }

    @Test
    void everyKindOfEventIsTried() {
        Set<String> needed = new TreeSet<>(TransitionTable.kinds(Input.class));
        needed.remove("Received");
        needed.addAll(TransitionTable.kinds(Mme.class));
        assertThat(events().keySet()).containsExactlyInAnyOrderElementsOf(needed);
        assertThat(TABLE.rows().keySet()).containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void everyKindOfStateIsTried() {
        assertThat(TABLE.states())
                .containsExactlyInAnyOrderElementsOf(TransitionTable.kinds(State.class));
        assertThat(STATES)
                .extracting(s -> s.getClass().getSimpleName())
                .containsAll(TABLE.states());
    }

    @Test
    void everyPairDoesWhatItsRowSays() {
        for (String state : TABLE.states()) {
            events().forEach((name, event) ->
                    assertThat(outcomes(state, event))
                            .as("%s in %s", name, state)
                            .isEqualTo(TABLE.next(state, name)));
        }
    }

    private static Set<String> outcomes(String kind, Input event) {
        Set<String> outcomes = new TreeSet<>();
        for (State state : STATES) {
            if (state.getClass().getSimpleName().equals(kind)) {
                Step step = PevSlac.step(state, event, NOW);
                boolean sends = step.outputs().stream().anyMatch(PevSlac.Send.class::isInstance);
                boolean same = step.next().equals(state) && !sends;
                outcomes.add(same ? "." : step.next().getClass().getSimpleName());
            }
        }
        return outcomes;
    }

    private static Step received(State state, MacAddress source, Mme message) {
        return PevSlac.step(state, new PevSlac.Received(new MmeFrame(CAR, source, message)), NOW);
    }

    private static final RunId FOREIGN = new RunId(Bytes.fromHex("0000000000000001"));

    @Test
    void otherRunIdsAreIgnored() {
        State asked = new PevSlac.AwaitParameters(SETTINGS, FIRST, 1, Set.of());
        State waiting = new PevSlac.AwaitResults(SETTINGS, FIRST, NONE);
        State matching = new PevSlac.AwaitMatch(SETTINGS, FIRST, STATION, 1);
        assertThat(
                        received(
                                        asked,
                                        STATION,
                                        new Mme.SlacParmCnf(
                                                MacAddress.BROADCAST, 10, 6, 1, CAR, FOREIGN))
                                .next())
                .isEqualTo(asked);
        assertThat(
                        received(
                                        waiting,
                                        STATION,
                                        new Mme.AttenCharInd(CAR, FOREIGN, 10, Attenuation.flat(1)))
                                .next())
                .isEqualTo(waiting);
        assertThat(
                        received(
                                        matching,
                                        STATION,
                                        new Mme.SlacMatchCnf(CAR, STATION, FOREIGN, NMK.id(), NMK))
                                .next())
                .isEqualTo(matching);
    }

    @Test
    void matchFromAnotherStationIsIgnored() {
        State matching = new PevSlac.AwaitMatch(SETTINGS, FIRST, STATION, 1);
        Mme replayed = new Mme.SlacMatchCnf(CAR, NEIGHBOUR, RUN, NMK.id(), NMK);
        assertThat(received(matching, NEIGHBOUR, replayed).next()).isEqualTo(matching);
    }

    @Test
    void networkIdentifierMustBelongToTheKey() {
        State matching = new PevSlac.AwaitMatch(SETTINGS, FIRST, STATION, 1);
        Mme wrong =
                new Mme.SlacMatchCnf(
                        CAR, STATION, RUN, new Nid(Bytes.fromHex("00000000000001")), NMK);
        assertThat(received(matching, STATION, wrong).next()).isEqualTo(matching);
    }

    @Test
    void keyThatModemsAreShippedWithIsRefused() {
        State matching = new PevSlac.AwaitMatch(SETTINGS, FIRST, STATION, 1);
        Mme open = new Mme.SlacMatchCnf(CAR, STATION, RUN, Nmk.HOMEPLUG_AV.id(), Nmk.HOMEPLUG_AV);
        assertThat(received(matching, STATION, open).next()).isEqualTo(matching);
    }

    @Test
    void stationWhoseConfirmationWasLostMayBeOurs() {
        State waiting = new PevSlac.AwaitResults(SETTINGS, FIRST, NONE);
        Mme near = new Mme.AttenCharInd(CAR, RUN, 10, Attenuation.flat(8));
        State both = received(waiting, NEIGHBOUR, near).next();
        assertThat(
                        received(
                                        both,
                                        STATION,
                                        new Mme.AttenCharInd(CAR, RUN, 10, Attenuation.flat(27)))
                                .next())
                .isEqualTo(new PevSlac.AwaitMatch(SETTINGS, FIRST, NEIGHBOUR, 1));
    }

    @Test
    void resultsAreCapped() {
        State waiting = new PevSlac.AwaitResults(SETTINGS, FIRST, NONE);
        for (int station = 0; station < 1000; station++) {
            MacAddress source =
                    new MacAddress(
                            Bytes.of(
                                    (byte) 2,
                                    (byte) 1,
                                    (byte) 0,
                                    (byte) 0,
                                    (byte) (station >> 8),
                                    (byte) station));
            waiting =
                    received(
                                    waiting,
                                    source,
                                    new Mme.AttenCharInd(CAR, RUN, 10, Attenuation.flat(8)))
                            .next();
        }
        assertThat(((PevSlac.AwaitResults) waiting).results().means()).hasSize(64);
    }

    @Test
    void modemThatRefusesTheKeyEndsTheAttempt() {
        State setting = new PevSlac.SettingKey(SETTINGS, FIRST, STATION, NMK, 1);
        assertThat(received(setting, MODEM, new Mme.SetKeyCnf(0, 0, 0)).outputs())
                .contains(new PevSlac.GaveUp(PevSlac.Reason.KEY_REFUSED));
    }

    @Test
    void repetitionEndsAfterTenSeconds() {
        Run old = new Run(RUN, 2, T0.minusSeconds(10));
        State joining = new PevSlac.Joining(SETTINGS, old, STATION);
        assertThat(PevSlac.step(joining, new PevSlac.Fired(), NOW).next())
                .isEqualTo(new PevSlac.Failed(SETTINGS, PevSlac.Reason.NO_LINK));
    }
}

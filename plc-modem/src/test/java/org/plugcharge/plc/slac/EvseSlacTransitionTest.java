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
import org.plugcharge.plc.mme.RunId;
import org.plugcharge.plc.slac.EvseSlac.AwaitMatch;
import org.plugcharge.plc.slac.EvseSlac.AwaitResponse;
import org.plugcharge.plc.slac.EvseSlac.AwaitStart;
import org.plugcharge.plc.slac.EvseSlac.Input;
import org.plugcharge.plc.slac.EvseSlac.Session;
import org.plugcharge.plc.slac.EvseSlac.SessionId;
import org.plugcharge.plc.slac.EvseSlac.Settings;
import org.plugcharge.plc.slac.EvseSlac.Sounding;
import org.plugcharge.plc.slac.EvseSlac.State;
import org.plugcharge.plc.slac.EvseSlac.Step;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every state of the station's side with every event: none may be without a row. */
class EvseSlacTransitionTest {

    private static final TransitionTable TABLE =
            TransitionTable.parse(
                    """
                    event                      Off         SettingKey          Unplugged   Matching    Joining     Matched     Failed
                    PowerOn                    SettingKey  SettingKey          SettingKey  SettingKey  SettingKey  SettingKey  SettingKey
                    PluggedIn                  SettingKey  .|SettingKey        Matching    .           .           .           SettingKey
                    PlugPulled                 .           .|SettingKey        .           SettingKey  SettingKey  SettingKey  SettingKey
                    LinkUp                     .           .                   .           .           Matched     .           .
                    LinkDown                   .           .                   .           .           .           Failed      .
                    KeyTimer                   .           SettingKey|Failed   .           .           .           .           .
                    InitTimer                  .           .                   .           .|Failed    .           .           .
                    SessionTimer               .           .                   .           .|Matching  .           .           .
                    JoinTimer                  .           .                   .           .           Failed      .           .
                    SlacParmReq                .           .                   .           Matching    .           .           .
                    SlacParmCnf                .           .                   .           .           .           .           .
                    StartAttenCharInd          .           .                   .           .|Matching  .           .           .
                    MnbcSoundInd               .           .                   .           .           .           .           .
                    AttenProfileInd            .           .                   .           .|Matching  .           .           .
                    AttenCharInd               .           .                   .           .           .           .           .
                    AttenCharRsp               .           .                   .           .|Matching  .           .           .
                    ValidateReq                .           .                   .           Matching    .           .           .
                    ValidateCnf                .           .                   .           .           .           .           .
                    SlacMatchReq               .           .                   .           .|Joining   Joining     .           .
                    SlacMatchCnf               .           .                   .           .           .           .           .
                    SetKeyReq                  .           .                   .           .           .           .           .
                    SetKeyCnf                  .           Unplugged|Matching  .           .           .           .           .
                    VersionReq                 .           .                   .           .           .           .           .
                    VersionCnf                 .           .                   .           .           .           .           .
                    LinkStatusReq              .           .                   .           .           .           .           .
                    LinkStatusCnf              .           .                   .           .           .           .           .
                    Other                      .           .                   .           .           .           .           .
                    """);

    private static final MacAddress MODEM = MacAddress.parse("02:00:00:00:01:5e");
    private static final Settings SETTINGS = Settings.of(STATION, MODEM, ModemProfile.QUALCOMM);
    private static final SessionId SESSION = new SessionId(CAR, RUN);
    private static final Instant T0 = Instant.parse("2026-11-21T12:00:00Z");
    private static final Now NOW = new Now(T0, count -> Bytes.of(new byte[count]));

    private static final Attenuation HEARD = Attenuation.flat(27);

    private static final Set<State> STATES = states();

    private static Set<State> states() {
        Mme.AttenCharInd indication = new Mme.AttenCharInd(CAR, RUN, 10, HEARD);
        List<Session> sessions =
                List.of(
                        new AwaitStart(),
                        new Sounding(List.of()),
                        new Sounding(Collections.nCopies(9, HEARD)),
                        new AwaitResponse(indication, 1),
                        new AwaitResponse(indication, 3),
                        new AwaitMatch());
        Set<State> states =
                new LinkedHashSet<>(
                        List.of(
                                new EvseSlac.Off(SETTINGS),
                                new EvseSlac.SettingKey(SETTINGS, NMK, 1, false),
                                new EvseSlac.SettingKey(SETTINGS, NMK, 3, true),
                                new EvseSlac.Unplugged(SETTINGS, NMK),
                                new EvseSlac.Matching(SETTINGS, NMK, Map.of()),
                                new EvseSlac.Joining(SETTINGS, NMK, SESSION),
                                new EvseSlac.Matched(SETTINGS, NMK, SESSION),
                                new EvseSlac.Failed(SETTINGS, EvseSlac.Reason.NO_LINK)));
        sessions.forEach(session ->
                states.add(new EvseSlac.Matching(SETTINGS, NMK, Map.of(SESSION, session))));
        return states;
    }

    private static Map<String, Input> events() {
        Map<String, Input> events = new LinkedHashMap<>();
        events.put("PowerOn", new EvseSlac.PowerOn());
        events.put("PluggedIn", new EvseSlac.PluggedIn());
        events.put("PlugPulled", new EvseSlac.PlugPulled());
        events.put("LinkUp", new EvseSlac.LinkUp());
        events.put("LinkDown", new EvseSlac.LinkDown());
        events.put("KeyTimer", new EvseSlac.Fired(new EvseSlac.KeyTimer()));
        events.put("InitTimer", new EvseSlac.Fired(new EvseSlac.InitTimer()));
        events.put("SessionTimer", new EvseSlac.Fired(new EvseSlac.SessionTimer(SESSION)));
        events.put("JoinTimer", new EvseSlac.Fired(new EvseSlac.JoinTimer()));
        for (Mme message : Frames.MESSAGES) {
            boolean local =
                    message instanceof Mme.SetKeyCnf || message instanceof Mme.AttenProfileInd;
            events.put(
                    message.getClass().getSimpleName(),
                    new EvseSlac.Received(new MmeFrame(STATION, local ? MODEM : CAR, message)));
        }
        return events;
    }

    @Test
    void everyKindOfEventIsTried() {
        Set<String> needed = new TreeSet<>(TransitionTable.kinds(Input.class));
        needed.removeAll(Set.of("Received", "Fired"));
        needed.addAll(TransitionTable.kinds(Mme.class));
        needed.addAll(TransitionTable.kinds(EvseSlac.Timer.class));
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
        assertThat(
                        STATES.stream()
                                .filter(EvseSlac.Matching.class::isInstance)
                                .flatMap(s -> ((EvseSlac.Matching) s).sessions().values().stream())
                                .map(s -> s.getClass().getSimpleName()))
                .containsAll(TransitionTable.kinds(Session.class));
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
                Step step = EvseSlac.step(state, event, NOW);
                boolean sends = step.outputs().stream().anyMatch(EvseSlac.Send.class::isInstance);
                boolean same = step.next().equals(state) && !sends;
                outcomes.add(same ? "." : step.next().getClass().getSimpleName());
            }
        }
        return outcomes;
    }

    @Test
    void otherRunIdsAreIgnoredWithAReason() {
        State state = new EvseSlac.Matching(SETTINGS, NMK, Map.of(SESSION, new AwaitMatch()));
        Mme foreign =
                new Mme.SlacMatchReq(CAR, STATION, new RunId(Bytes.fromHex("0000000000000001")));
        Step step =
                EvseSlac.step(
                        state, new EvseSlac.Received(new MmeFrame(STATION, CAR, foreign)), NOW);
        assertThat(step.next()).isEqualTo(state);
        assertThat(step.outputs())
                .containsExactly(
                        new EvseSlac.Noted(
                                "SlacMatchReq from 02:00:00:00:00:ca ignored: no session"
                                        + " 0000000000000001 of this car awaits a match"));
    }

    @Test
    void framesForOtherStationsAreIgnored() {
        State state = new EvseSlac.Matching(SETTINGS, NMK, Map.of(SESSION, new AwaitMatch()));
        Mme request = new Mme.SlacMatchReq(CAR, STATION, RUN);
        MmeFrame elsewhere = new MmeFrame(MacAddress.parse("02:00:00:00:00:99"), CAR, request);
        assertThat(EvseSlac.step(state, new EvseSlac.Received(elsewhere), NOW).next())
                .isEqualTo(state);
    }

    @Test
    void matchNamingAnotherStationIsIgnored() {
        State state = new EvseSlac.Matching(SETTINGS, NMK, Map.of(SESSION, new AwaitMatch()));
        Mme request = new Mme.SlacMatchReq(CAR, MacAddress.parse("02:00:00:00:00:99"), RUN);
        assertThat(
                        EvseSlac.step(
                                        state,
                                        new EvseSlac.Received(new MmeFrame(STATION, CAR, request)),
                                        NOW)
                                .next())
                .isEqualTo(state);
    }

    @Test
    void keysFromStrangersAreNotOurModemsAnswer() {
        State state = new EvseSlac.SettingKey(SETTINGS, NMK, 1, true);
        MmeFrame forged = new MmeFrame(STATION, CAR, new Mme.SetKeyCnf(1, 0, 0));
        assertThat(EvseSlac.step(state, new EvseSlac.Received(forged), NOW).next())
                .isEqualTo(state);
    }

    @Test
    void floodOfRequestsIsCappedAndTheRunningMatchLives() {
        State state = new EvseSlac.Matching(SETTINGS, NMK, Map.of(SESSION, new AwaitMatch()));
        for (int car = 0; car < 1000; car++) {
            MacAddress vehicle =
                    new MacAddress(
                            Bytes.of(
                                    (byte) 2,
                                    (byte) 1,
                                    (byte) 0,
                                    (byte) 0,
                                    (byte) (car >> 8),
                                    (byte) car));
            MmeFrame frame = new MmeFrame(MacAddress.BROADCAST, vehicle, new Mme.SlacParmReq(RUN));
            state = EvseSlac.step(state, new EvseSlac.Received(frame), NOW).next();
        }
        assertThat(((EvseSlac.Matching) state).sessions())
                .hasSize(SETTINGS.sessions())
                .containsKey(SESSION);
    }

    @Test
    void meanIsOverWhatWasHeardWhenSoundsAreMissing() {
        List<Attenuation> heard =
                List.of(Attenuation.flat(20), Attenuation.flat(30), Attenuation.flat(40));
        State state = new EvseSlac.Matching(SETTINGS, NMK, Map.of(SESSION, new Sounding(heard)));
        Step step =
                EvseSlac.step(state, new EvseSlac.Fired(new EvseSlac.SessionTimer(SESSION)), NOW);
        assertThat(step.outputs())
                .contains(
                        new EvseSlac.Send(
                                new MmeFrame(
                                        CAR,
                                        STATION,
                                        new Mme.AttenCharInd(CAR, RUN, 3, Attenuation.flat(30)))));
    }
}

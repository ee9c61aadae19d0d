package org.plugcharge.plc.slac;

import org.plugcharge.plc.mme.Attenuation;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.mme.Mme;
import org.plugcharge.plc.mme.Mme.AttenCharInd;
import org.plugcharge.plc.mme.Mme.AttenCharRsp;
import org.plugcharge.plc.mme.Mme.AttenProfileInd;
import org.plugcharge.plc.mme.Mme.SetKeyCnf;
import org.plugcharge.plc.mme.Mme.SetKeyReq;
import org.plugcharge.plc.mme.Mme.SlacMatchCnf;
import org.plugcharge.plc.mme.Mme.SlacMatchReq;
import org.plugcharge.plc.mme.Mme.SlacParmCnf;
import org.plugcharge.plc.mme.Mme.SlacParmReq;
import org.plugcharge.plc.mme.Mme.StartAttenCharInd;
import org.plugcharge.plc.mme.Mme.ValidateCnf;
import org.plugcharge.plc.mme.Mme.ValidateReq;
import org.plugcharge.plc.mme.MmeFrame;
import org.plugcharge.plc.mme.Nmk;
import org.plugcharge.plc.mme.RunId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The station's side of SLAC: gives its modem a fresh key, sounds every car that asks, and hands
 * the key to the one that chooses it.
 *
 * <p>Several cars may be sounded at a time, up to {@link Settings#sessions}; each (car, RunID) is a
 * session of its own. A CM_VALIDATE.REQ is answered with failure: the plug cannot be validated by
 * control pilot yet.
 */
public final class EvseSlac {

    private static final int VALIDATION_FAILURE = 3;

    private EvseSlac() {}

    /**
     * What stays the same: the station's addresses, its kind of modem, how long to wait for the
     * first CM_SLAC_PARM.REQ after plug-in (TT_EVSE_SLAC_init, 20 to 50 s), and how many cars may
     * be sounded at once (at least 5).
     */
    public record Settings(
            MacAddress host,
            MacAddress modem,
            ModemProfile profile,
            Duration slacInit,
            int sessions) {

        /** A wait of 40 s and 32 sessions. */
        public static Settings of(MacAddress host, MacAddress modem, ModemProfile profile) {
            return new Settings(host, modem, profile, Duration.ofSeconds(40), 32);
        }
    }

    /** One car's run. */
    public record SessionId(MacAddress vehicle, RunId runId) {}

    /** What the station waits for. */
    public sealed interface State {
        /** What stays the same. */
        Settings settings();
    }

    /** Nothing has happened; the modem has an unknown key. */
    public record Off(Settings settings) implements State {}

    /**
     * The modem has been given {@code nmk} for the {@code sent}-th time and has not answered;
     * {@code plugged}: a car is there.
     */
    public record SettingKey(Settings settings, Nmk nmk, int sent, boolean plugged)
            implements State {}

    /** The modem holds {@code nmk}; no car. */
    public record Unplugged(Settings settings, Nmk nmk) implements State {}

    /** A car is plugged in somewhere near, perhaps here. */
    public record Matching(Settings settings, Nmk nmk, Map<SessionId, Session> sessions)
            implements State {
        /** Keeps its own copy, in the order of arrival. */
        public Matching {
            sessions = Collections.unmodifiableMap(new LinkedHashMap<>(sessions));
        }
    }

    /** The car has our key; its modem is joining. */
    public record Joining(Settings settings, Nmk nmk, SessionId chosen) implements State {}

    /** The link is up. */
    public record Matched(Settings settings, Nmk nmk, SessionId chosen) implements State {}

    /** Given up until the car is unplugged. */
    public record Failed(Settings settings, Reason reason) implements State {}

    /** How far one car has come. */
    public sealed interface Session {}

    /** CM_SLAC_PARM.CNF is out. */
    public record AwaitStart() implements Session {}

    /** Sounds come in. */
    public record Sounding(List<Attenuation> profiles) implements Session {
        /** Keeps its own copy. */
        public Sounding {
            profiles = List.copyOf(profiles);
        }
    }

    /** CM_ATTEN_CHAR.IND has been sent {@code sent} times. */
    public record AwaitResponse(AttenCharInd indication, int sent) implements Session {}

    /** The car has our attenuation and decides. */
    public record AwaitMatch() implements Session {}

    /** Why matching was given up. */
    public enum Reason {
        /** The modem refused the key. */
        KEY_REFUSED,
        /** The modem did not answer. */
        MODEM_SILENT,
        /** No car asked in TT_EVSE_SLAC_init. */
        NO_VEHICLE_ASKED,
        /** Matched, but the link did not come up in TT_match_join. */
        NO_LINK,
        /** The link was there and is gone. */
        LINK_LOST
    }

    /** What may happen. */
    public sealed interface Input {}

    /** Begin, or begin anew with a new key. */
    public record PowerOn() implements Input {}

    /** Control pilot went from A, E or F to B, C or D. */
    public record PluggedIn() implements Input {}

    /** Control pilot went back to A, E or F. */
    public record PlugPulled() implements Input {}

    /** A frame came from the modem. */
    public record Received(MmeFrame frame) implements Input {}

    /** The modem sees a peer in its network. */
    public record LinkUp() implements Input {}

    /** The modem sees no peer any more. */
    public record LinkDown() implements Input {}

    /** A timer that was armed has run out. */
    public record Fired(Timer timer) implements Input {}

    /** What to do, in order. */
    public sealed interface Output {}

    /** Give this frame to the modem. */
    public record Send(MmeFrame frame) implements Output {}

    /** Start the timer, or start it anew. */
    public record Arm(Timer timer, Instant deadline) implements Output {}

    /** Stop the timer if it runs. */
    public record Disarm(Timer timer) implements Output {}

    /** The car at the other end is {@code vehicle} and the link is up: IP may start. */
    public record Linked(MacAddress vehicle) implements Output {}

    /** Given up. */
    public record GaveUp(Reason reason) implements Output {}

    /** Something was left unanswered, and why; for the log. */
    public record Noted(String text) implements Output {}

    /** The timers. */
    public sealed interface Timer {}

    /** The modem's answer to CM_SET_KEY.REQ is due. */
    public record KeyTimer() implements Timer {}

    /** TT_EVSE_SLAC_init. */
    public record InitTimer() implements Timer {}

    /** The one timer of a session. */
    public record SessionTimer(SessionId session) implements Timer {}

    /** TT_match_join. */
    public record JoinTimer() implements Timer {}

    /** The next state and what to do on the way. */
    public record Step(State next, List<Output> outputs) {
        /** Keeps its own copy. */
        public Step {
            outputs = List.copyOf(outputs);
        }

        static Step to(State next, Output... outputs) {
            return new Step(next, List.of(outputs));
        }
    }

    /** The first state. */
    public static State begin(Settings settings) {
        return new Off(settings);
    }

    /** One step. */
    public static Step step(State state, Input input, Now now) {
        return switch (input) {
            case PowerOn() -> freshKey(state, now, false);
            case PluggedIn() -> pluggedIn(state, now);
            case PlugPulled() -> plugPulled(state, now);
            case Received(MmeFrame frame) -> received(state, frame, now);
            case LinkUp() -> linkUp(state);
            case LinkDown() -> linkDown(state);
            case Fired(Timer timer) -> fired(state, timer, now);
        };
    }

    /** A new key for every session [V2G3-M09-17]. */
    private static Step freshKey(State state, Now now, boolean plugged) {
        Nmk nmk = new Nmk(now.entropy().octets(16));
        List<Output> outputs = disarmAll(state);
        SettingKey next = new SettingKey(state.settings(), nmk, 1, plugged);
        outputs.addAll(setKey(next, now));
        return new Step(next, outputs);
    }

    private static List<Output> setKey(SettingKey state, Now now) {
        SetKeyReq request = new SetKeyReq(0, state.nmk().id(), state.nmk());
        return List.of(
                new Send(new MmeFrame(MacAddress.LOCAL_MODEM, state.settings().host(), request)),
                new Arm(new KeyTimer(), now.instant().plus(Timing.SET_KEY)));
    }

    private static List<Output> disarmAll(State state) {
        List<Output> outputs = new ArrayList<>();
        switch (state) {
            case Off _, Unplugged _, Matched _, Failed _ -> {}
            case SettingKey _ -> outputs.add(new Disarm(new KeyTimer()));
            case Joining _ -> outputs.add(new Disarm(new JoinTimer()));
            case Matching(_, _, var sessions) -> {
                outputs.add(new Disarm(new InitTimer()));
                sessions.keySet()
                        .forEach(session -> outputs.add(new Disarm(new SessionTimer(session))));
            }
        }
        return outputs;
    }

    private static Step pluggedIn(State state, Now now) {
        return switch (state) {
            case Off _, Failed _ -> freshKey(state, now, true);
            case SettingKey s -> Step.to(new SettingKey(s.settings(), s.nmk(), s.sent(), true));
            case Unplugged(Settings settings, Nmk nmk) -> beginMatching(settings, nmk, now);
            case Matching _, Joining _, Matched _ -> Step.to(state);
        };
    }

    private static Step beginMatching(Settings settings, Nmk nmk, Now now) {
        return Step.to(new Matching(settings, nmk, Map.of()), awaitVehicle(settings, now));
    }

    private static Arm awaitVehicle(Settings settings, Now now) {
        return new Arm(new InitTimer(), now.instant().plus(settings.slacInit()));
    }

    private static Step plugPulled(State state, Now now) {
        return switch (state) {
            case Off _, Unplugged _ -> Step.to(state);
            case SettingKey s -> Step.to(new SettingKey(s.settings(), s.nmk(), s.sent(), false));
            case Matching _, Joining _, Matched _, Failed _ -> freshKey(state, now, false);
        };
    }

    private static Step linkUp(State state) {
        return switch (state) {
            case Joining(Settings settings, Nmk nmk, SessionId chosen) ->
                    Step.to(
                            new Matched(settings, nmk, chosen),
                            new Disarm(new JoinTimer()),
                            new Linked(chosen.vehicle()));
            case Off _, SettingKey _, Unplugged _, Matching _, Matched _, Failed _ ->
                    Step.to(state);
        };
    }

    private static Step linkDown(State state) {
        return switch (state) {
            case Matched(Settings settings, _, _) -> giveUp(settings, Reason.LINK_LOST);
            case Off _, SettingKey _, Unplugged _, Matching _, Joining _, Failed _ ->
                    Step.to(state);
        };
    }

    private static Step giveUp(Settings settings, Reason reason) {
        return Step.to(new Failed(settings, reason), new GaveUp(reason));
    }

    private static Step received(State state, MmeFrame frame, Now now) {
        MacAddress destination = frame.destination();
        if (!destination.equals(MacAddress.BROADCAST)
                && !destination.equals(state.settings().host())) {
            return ignored(state, frame, "it is for another station");
        }
        return switch (state) {
            case SettingKey setting when frame.message() instanceof SetKeyCnf answer ->
                    keyAnswered(setting, frame, answer, now);
            case Matching matching -> matching(matching, frame, now);
            case Joining joining when frame.message() instanceof SlacMatchReq request ->
                    matchRepeated(joining, frame, request);
            case Off _, SettingKey _, Unplugged _, Joining _, Matched _, Failed _ ->
                    ignored(state, frame, "not expected in " + state.getClass().getSimpleName());
        };
    }

    private static Step ignored(State state, MmeFrame frame, String why) {
        return Step.to(
                state,
                new Noted(
                        "%s from %s ignored: %s"
                                .formatted(
                                        frame.message().getClass().getSimpleName(),
                                        frame.source(),
                                        why)));
    }

    private static Step keyAnswered(SettingKey state, MmeFrame frame, SetKeyCnf answer, Now now) {
        Settings settings = state.settings();
        if (!frame.source().equals(settings.modem())) {
            return ignored(state, frame, "only our own modem answers for our key");
        }
        List<Output> outputs = new ArrayList<>(List.of(new Disarm(new KeyTimer())));
        Step next;
        if (!settings.profile().accepted(answer)) {
            next = giveUp(settings, Reason.KEY_REFUSED);
        } else if (state.plugged()) {
            next = beginMatching(settings, state.nmk(), now);
        } else {
            next = Step.to(new Unplugged(settings, state.nmk()));
        }
        outputs.addAll(next.outputs());
        return new Step(next.next(), outputs);
    }

    private static Step matching(Matching state, MmeFrame frame, Now now) {
        return switch (frame.message()) {
            case SlacParmReq request ->
                    parametersAsked(
                            state, new SessionId(frame.source(), request.runId()), frame, now);
            case StartAttenCharInd start ->
                    soundsAnnounced(
                            state, new SessionId(frame.source(), start.runId()), frame, now);
            case AttenProfileInd profile -> soundHeard(state, frame, profile, now);
            case AttenCharRsp response -> attenuationTaken(state, frame, response, now);
            case SlacMatchReq request -> matchAsked(state, frame, request, now);
            case ValidateReq request -> validateAsked(state, frame, request);
            case Mme.MnbcSoundInd _ -> Step.to(state);
            case SlacParmCnf _,
                    AttenCharInd _,
                    ValidateCnf _,
                    SlacMatchCnf _,
                    SetKeyReq _,
                    SetKeyCnf _,
                    Mme.Qualcomm _,
                    Mme.Other _ ->
                    ignored(state, frame, "not for a station that is matching");
        };
    }

    /** A repeated request restarts the session [V2G3-A09-16]. */
    private static Step parametersAsked(Matching state, SessionId id, MmeFrame frame, Now now) {
        if (!state.sessions().containsKey(id)
                && state.sessions().size() >= state.settings().sessions()) {
            return ignored(state, frame, "already sounding " + state.sessions().size() + " cars");
        }
        SlacParmCnf answer =
                new SlacParmCnf(
                        MacAddress.BROADCAST,
                        Timing.SOUNDS,
                        Timing.SOUNDING_ON_WIRE,
                        Timing.RESPONSE_TO_STATION,
                        id.vehicle(),
                        id.runId());
        return Step.to(
                with(state, id, new AwaitStart()),
                new Disarm(new InitTimer()),
                send(state, id.vehicle(), answer),
                arm(id, now, Timing.MATCH_SEQUENCE));
    }

    private static Step soundsAnnounced(Matching state, SessionId id, MmeFrame frame, Now now) {
        return switch (state.sessions().get(id)) {
            case AwaitStart() ->
                    Step.to(
                            with(state, id, new Sounding(List.of())),
                            arm(id, now, Timing.SOUNDING));
            case Sounding _ -> Step.to(state);
            case null, default ->
                    ignored(
                            state,
                            frame,
                            "no session " + id.runId() + " of this car awaits sounds");
        };
    }

    /** The profile has no RunID: it counts for whatever session of that car is being sounded. */
    private static Step soundHeard(
            Matching state, MmeFrame frame, AttenProfileInd profile, Now now) {
        if (!frame.source().equals(state.settings().modem())) {
            return ignored(state, frame, "only our own modem measures for us");
        }
        for (var entry : state.sessions().entrySet()) {
            if (entry.getKey().vehicle().equals(profile.vehicle())
                    && entry.getValue() instanceof Sounding sounding) {
                return soundCounted(state, entry.getKey(), sounding, profile.attenuation(), now);
            }
        }
        return ignored(state, frame, "car " + profile.vehicle() + " is not being sounded");
    }

    private static Step soundCounted(
            Matching state, SessionId id, Sounding sounding, Attenuation heard, Now now) {
        List<Attenuation> profiles = new ArrayList<>(sounding.profiles());
        if (!profiles.isEmpty()
                && profiles.getFirst().groups().length() != heard.groups().length()) {
            return Step.to(state, new Noted("profile with another number of groups left out"));
        }
        profiles.add(heard);
        Matching next = with(state, id, new Sounding(profiles));
        return profiles.size() < Timing.SOUNDS ? Step.to(next) : report(next, id, profiles, now);
    }

    private static Step report(Matching state, SessionId id, List<Attenuation> profiles, Now now) {
        AttenCharInd indication =
                new AttenCharInd(
                        id.vehicle(), id.runId(), profiles.size(), Attenuation.mean(profiles));
        return indicate(state, id, indication, 1, now);
    }

    private static Step indicate(
            Matching state, SessionId id, AttenCharInd indication, int sent, Now now) {
        return Step.to(
                with(state, id, new AwaitResponse(indication, sent)),
                send(state, id.vehicle(), indication),
                arm(id, now, Timing.MATCH_RESPONSE));
    }

    private static Step attenuationTaken(
            Matching state, MmeFrame frame, AttenCharRsp response, Now now) {
        SessionId id = new SessionId(frame.source(), response.runId());
        if (!(state.sessions().get(id) instanceof AwaitResponse)) {
            return ignored(state, frame, "no session " + id.runId() + " of this car awaits it");
        }
        if (response.result() != 0) {
            return dropped(
                    state,
                    id,
                    "the car refused the attenuation with result " + response.result(),
                    now);
        }
        return Step.to(with(state, id, new AwaitMatch()), arm(id, now, Timing.MATCH_SESSION));
    }

    private static Step validateAsked(Matching state, MmeFrame frame, ValidateReq request) {
        ValidateCnf answer = new ValidateCnf(request.signalType(), 0, VALIDATION_FAILURE);
        return Step.to(state, send(state, frame.source(), answer));
    }

    private static Step matchAsked(Matching state, MmeFrame frame, SlacMatchReq request, Now now) {
        SessionId id = new SessionId(frame.source(), request.runId());
        if (!(state.sessions().get(id) instanceof AwaitMatch)) {
            return ignored(
                    state, frame, "no session " + id.runId() + " of this car awaits a match");
        }
        if (!names(request, id, state.settings())) {
            return ignored(
                    state,
                    frame,
                    "it names car %s and station %s"
                            .formatted(request.vehicle(), request.station()));
        }
        List<Output> outputs = disarmAll(state);
        outputs.add(send(state, id.vehicle(), match(id, state.settings(), state.nmk())));
        outputs.add(new Arm(new JoinTimer(), now.instant().plus(Timing.MATCH_JOIN)));
        return new Step(new Joining(state.settings(), state.nmk(), id), outputs);
    }

    private static Step matchRepeated(Joining state, MmeFrame frame, SlacMatchReq request) {
        SessionId id = new SessionId(frame.source(), request.runId());
        if (!id.equals(state.chosen()) || !names(request, id, state.settings())) {
            return ignored(state, frame, "another car is joining");
        }
        return Step.to(state, send(state, id.vehicle(), match(id, state.settings(), state.nmk())));
    }

    private static boolean names(SlacMatchReq request, SessionId id, Settings settings) {
        return request.vehicle().equals(id.vehicle()) && request.station().equals(settings.host());
    }

    private static SlacMatchCnf match(SessionId id, Settings settings, Nmk nmk) {
        return new SlacMatchCnf(id.vehicle(), settings.host(), id.runId(), nmk.id(), nmk);
    }

    private static Step fired(State state, Timer timer, Now now) {
        return switch (timer) {
            case KeyTimer() when state instanceof SettingKey setting -> modemSilent(setting, now);
            case InitTimer()
                    when state instanceof Matching matching && matching.sessions().isEmpty() ->
                    giveUp(state.settings(), Reason.NO_VEHICLE_ASKED);
            case SessionTimer(SessionId id) when state instanceof Matching matching ->
                    sessionLate(matching, id, now);
            case JoinTimer() when state instanceof Joining ->
                    giveUp(state.settings(), Reason.NO_LINK);
            case KeyTimer _, InitTimer _, SessionTimer _, JoinTimer _ -> Step.to(state);
        };
    }

    private static Step modemSilent(SettingKey state, Now now) {
        if (state.sent() > Timing.MATCH_RETRIES) {
            return giveUp(state.settings(), Reason.MODEM_SILENT);
        }
        SettingKey again =
                new SettingKey(state.settings(), state.nmk(), state.sent() + 1, state.plugged());
        return new Step(again, setKey(again, now));
    }

    private static Step sessionLate(Matching state, SessionId id, Now now) {
        return switch (state.sessions().get(id)) {
            case null -> Step.to(state);
            case AwaitStart() -> dropped(state, id, "no CM_START_ATTEN_CHAR.IND in time", now);
            case Sounding(var profiles) when profiles.isEmpty() ->
                    dropped(state, id, "not one sound was heard", now);
            case Sounding(var profiles) -> report(state, id, profiles, now);
            case AwaitResponse(var indication, int sent) when sent <= Timing.MATCH_RETRIES ->
                    indicate(state, id, indication, sent + 1, now);
            case AwaitResponse _ -> dropped(state, id, "no CM_ATTEN_CHAR.RSP in time", now);
            case AwaitMatch() -> dropped(state, id, "no CM_SLAC_MATCH.REQ in time", now);
        };
    }

    private static Step dropped(Matching state, SessionId id, String why, Now now) {
        Map<SessionId, Session> sessions = new LinkedHashMap<>(state.sessions());
        sessions.remove(id);
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Disarm(new SessionTimer(id)));
        outputs.add(
                new Noted("session %s of %s dropped: %s".formatted(id.runId(), id.vehicle(), why)));
        if (sessions.isEmpty()) {
            outputs.add(awaitVehicle(state.settings(), now));
        }
        return new Step(new Matching(state.settings(), state.nmk(), sessions), outputs);
    }

    private static Matching with(Matching state, SessionId id, Session session) {
        Map<SessionId, Session> sessions = new LinkedHashMap<>(state.sessions());
        sessions.put(id, session);
        return new Matching(state.settings(), state.nmk(), sessions);
    }

    private static Send send(State state, MacAddress destination, Mme message) {
        return new Send(new MmeFrame(destination, state.settings().host(), message));
    }

    private static Arm arm(SessionId id, Now now, Duration wait) {
        return new Arm(new SessionTimer(id), now.instant().plus(wait));
    }
}

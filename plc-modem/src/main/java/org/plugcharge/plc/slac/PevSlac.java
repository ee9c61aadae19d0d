package org.plugcharge.plc.slac;

import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.mme.Mme;
import org.plugcharge.plc.mme.Mme.AttenCharInd;
import org.plugcharge.plc.mme.Mme.AttenCharRsp;
import org.plugcharge.plc.mme.Mme.MnbcSoundInd;
import org.plugcharge.plc.mme.Mme.SetKeyCnf;
import org.plugcharge.plc.mme.Mme.SetKeyReq;
import org.plugcharge.plc.mme.Mme.SlacMatchCnf;
import org.plugcharge.plc.mme.Mme.SlacMatchReq;
import org.plugcharge.plc.mme.Mme.SlacParmCnf;
import org.plugcharge.plc.mme.Mme.SlacParmReq;
import org.plugcharge.plc.mme.Mme.StartAttenCharInd;
import org.plugcharge.plc.mme.MmeFrame;
import org.plugcharge.plc.mme.Nmk;
import org.plugcharge.plc.mme.RunId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The car's side of SLAC: makes itself heard, collects what <em>every</em> station says, and joins
 * the one that hears it best.
 *
 * <p>It decides as soon as all stations that answered have reported, else when TT_EV_atten_results
 * is over. A result above {@link Settings#limit}, or a runner-up nearer than {@link Settings#gap},
 * is no match: without validation by control pilot a car must not guess. The whole is tried up to
 * three times within ten seconds.
 */
public final class PevSlac {

    /** More stations than this are not one car's neighbours. */
    private static final int STATIONS = 64;

    private PevSlac() {}

    /**
     * What stays the same: the car's addresses, its kind of modem, and three figures in thousandths
     * of a decibel: what to take off every mean for the calibration of both ends, above which mean
     * a station is not ours, and how much weaker the runner-up must be.
     */
    public record Settings(
            MacAddress host,
            MacAddress modem,
            ModemProfile profile,
            int calibration,
            int limit,
            int gap) {

        /**
         * Raw values, as field stations report them: nothing taken off, 40 dB at most, 3 dB to the
         * runner-up. The standard's 10 dB holds only after a calibration no public source gives.
         */
        public static Settings raw(MacAddress host, MacAddress modem, ModemProfile profile) {
            return new Settings(host, modem, profile, 0, 40_000, 3_000);
        }
    }

    /** What one attempt is made with: its RunID, which attempt it is and when the first began. */
    public record Run(RunId runId, int number, Instant since) {}

    /** What the car waits for. */
    public sealed interface State {
        /** What stays the same. */
        Settings settings();
    }

    /** Not plugged in. */
    public record Unplugged(Settings settings) implements State {}

    /** CM_SLAC_PARM.REQ has been sent {@code sent} times; these stations have answered so far. */
    public record AwaitParameters(Settings settings, Run run, int sent, Set<MacAddress> stations)
            implements State {
        /** Keeps its own copy. */
        public AwaitParameters {
            stations = Collections.unmodifiableSet(new LinkedHashSet<>(stations));
        }
    }

    /** Making sounds; {@code sent} counts the announcements and sounds so far. */
    public record Sounding(
            Settings settings, Run run, Instant resultsDue, int sent, Results results)
            implements State {}

    /** All sounds are out. */
    public record AwaitResults(Settings settings, Run run, Results results) implements State {}

    /** CM_SLAC_MATCH.REQ has been sent {@code sent} times. */
    public record AwaitMatch(Settings settings, Run run, MacAddress station, int sent)
            implements State {}

    /**
     * The modem has been given the station's key for the {@code sent}-th time and has not answered.
     */
    public record SettingKey(Settings settings, Run run, MacAddress station, Nmk nmk, int sent)
            implements State {}

    /** The modem joins the station's network. */
    public record Joining(Settings settings, Run run, MacAddress station) implements State {}

    /** The link is up. */
    public record Matched(Settings settings, MacAddress station) implements State {}

    /** An attempt failed; the next follows after TT_matching_rate. */
    public record Resting(Settings settings, Run run) implements State {}

    /** Given up until the car is unplugged. */
    public record Failed(Settings settings, Reason reason) implements State {}

    /**
     * Who answered, and the mean attenuation (thousandths of a decibel) of those that have
     * reported.
     */
    public record Results(Set<MacAddress> stations, Map<MacAddress, Integer> means) {
        /** Keeps its own copies. */
        public Results {
            stations = Collections.unmodifiableSet(new LinkedHashSet<>(stations));
            means = Collections.unmodifiableMap(new LinkedHashMap<>(means));
        }

        boolean complete() {
            return means.keySet().containsAll(stations);
        }

        Results with(MacAddress station, int mean) {
            Map<MacAddress, Integer> more = new LinkedHashMap<>(means);
            more.put(station, mean);
            return new Results(stations, more);
        }
    }

    /** Why an attempt, or the whole, was given up. */
    public enum Reason {
        /** No station answered CM_SLAC_PARM.REQ. */
        NO_STATION,
        /** No station reported an attenuation. */
        NO_RESULT,
        /** The best station is too far away to be the one we are plugged into. */
        TOO_WEAK,
        /** Two stations hear us nearly equally well. */
        AMBIGUOUS,
        /** The chosen station did not answer CM_SLAC_MATCH.REQ. */
        NO_MATCH,
        /** Our modem refused the key. */
        KEY_REFUSED,
        /** Our modem did not answer. */
        MODEM_SILENT,
        /** Matched, but the link did not come up in TT_match_join. */
        NO_LINK,
        /** The link was there and is gone. */
        LINK_LOST
    }

    /** What may happen. */
    public sealed interface Input {}

    /** The plug is in: begin. */
    public record PluggedIn() implements Input {}

    /** The plug is out. */
    public record PlugPulled() implements Input {}

    /** A frame came from the modem. */
    public record Received(MmeFrame frame) implements Input {}

    /** The modem sees a peer in its network. */
    public record LinkUp() implements Input {}

    /** The modem sees no peer any more. */
    public record LinkDown() implements Input {}

    /** The timer has run out. */
    public record Fired() implements Input {}

    /** What to do, in order. */
    public sealed interface Output {}

    /** Give this frame to the modem. */
    public record Send(MmeFrame frame) implements Output {}

    /** Start the one timer, or start it anew. */
    public record Arm(Instant deadline) implements Output {}

    /** Stop the timer if it runs. */
    public record Disarm() implements Output {}

    /** The link to {@code station} is up: IP may start. */
    public record Linked(MacAddress station) implements Output {}

    /** An attempt was given up; another follows unless the state is {@link Failed}. */
    public record GaveUp(Reason reason) implements Output {}

    /** Something was left out, and why; for the log. */
    public record Noted(String text) implements Output {}

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
        return new Unplugged(settings);
    }

    /** One step. */
    public static Step step(State state, Input input, Now now) {
        return switch (input) {
            case PluggedIn() -> pluggedIn(state, now);
            case PlugPulled() -> Step.to(new Unplugged(state.settings()), new Disarm());
            case Received(MmeFrame frame) -> received(state, frame, now);
            case LinkUp() -> linkUp(state);
            case LinkDown() -> linkDown(state);
            case Fired() -> fired(state, now);
        };
    }

    private static Step pluggedIn(State state, Now now) {
        return switch (state) {
            case Unplugged(Settings settings) -> attempt(settings, 1, now.instant(), now);
            case AwaitParameters _,
                    Sounding _,
                    AwaitResults _,
                    AwaitMatch _,
                    SettingKey _,
                    Joining _,
                    Matched _,
                    Resting _,
                    Failed _ ->
                    Step.to(state);
        };
    }

    private static Step attempt(Settings settings, int number, Instant since, Now now) {
        Run run = new Run(new RunId(now.entropy().octets(8)), number, since);
        return ask(new AwaitParameters(settings, run, 1, Set.of()), now);
    }

    private static Step ask(AwaitParameters state, Now now) {
        return Step.to(
                state,
                send(state, MacAddress.BROADCAST, new SlacParmReq(state.run().runId())),
                arm(now, Timing.MATCH_RESPONSE));
    }

    private static Step linkUp(State state) {
        return switch (state) {
            case Joining(Settings settings, _, MacAddress station) ->
                    Step.to(new Matched(settings, station), new Disarm(), new Linked(station));
            case Unplugged _,
                    AwaitParameters _,
                    Sounding _,
                    AwaitResults _,
                    AwaitMatch _,
                    SettingKey _,
                    Matched _,
                    Resting _,
                    Failed _ ->
                    Step.to(state);
        };
    }

    private static Step linkDown(State state) {
        return switch (state) {
            case Matched(Settings settings, _) ->
                    Step.to(new Failed(settings, Reason.LINK_LOST), new GaveUp(Reason.LINK_LOST));
            case Unplugged _,
                    AwaitParameters _,
                    Sounding _,
                    AwaitResults _,
                    AwaitMatch _,
                    SettingKey _,
                    Joining _,
                    Resting _,
                    Failed _ ->
                    Step.to(state);
        };
    }

    private static Step received(State state, MmeFrame frame, Now now) {
        MacAddress destination = frame.destination();
        if (!destination.equals(MacAddress.BROADCAST)
                && !destination.equals(state.settings().host())) {
            return ignored(state, frame, "it is for another station");
        }
        return switch (state) {
            case AwaitParameters asked when frame.message() instanceof SlacParmCnf answer ->
                    stationFound(asked, frame, answer);
            case Sounding sounding when frame.message() instanceof AttenCharInd result ->
                    resultEarly(sounding, frame, result);
            case AwaitResults waiting when frame.message() instanceof AttenCharInd result ->
                    resultCame(waiting, frame, result, now);
            case AwaitMatch asked when frame.message() instanceof SlacMatchCnf answer ->
                    matchCame(asked, frame, answer, now);
            case AwaitMatch asked when frame.message() instanceof AttenCharInd result ->
                    resultLate(asked, frame, result);
            case SettingKey setting when frame.message() instanceof SetKeyCnf answer ->
                    keyAnswered(setting, frame, answer, now);
            case Unplugged _,
                    AwaitParameters _,
                    Sounding _,
                    AwaitResults _,
                    AwaitMatch _,
                    SettingKey _,
                    Joining _,
                    Matched _,
                    Resting _,
                    Failed _ ->
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

    private static Step stationFound(AwaitParameters state, MmeFrame frame, SlacParmCnf answer) {
        if (!answer.runId().equals(state.run().runId())) {
            return ignored(state, frame, "its RunID " + answer.runId() + " is not ours");
        }
        if (!answer.forwardingStation().equals(state.settings().host())) {
            return ignored(
                    state,
                    frame,
                    "its forwarding station " + answer.forwardingStation() + " is not ours");
        }
        if (!state.stations().contains(frame.source()) && state.stations().size() >= STATIONS) {
            return ignored(state, frame, "already heard " + STATIONS + " stations");
        }
        Set<MacAddress> stations = new LinkedHashSet<>(state.stations());
        stations.add(frame.source());
        return Step.to(new AwaitParameters(state.settings(), state.run(), state.sent(), stations));
    }

    private static Step resultEarly(Sounding state, MmeFrame frame, AttenCharInd result) {
        String why = refusal(state.settings(), state.run(), state.results(), frame, result);
        if (!why.isEmpty()) {
            return ignored(state, frame, why);
        }
        Results results =
                state.results().with(frame.source(), result.attenuation().meanMillidecibel());
        return Step.to(
                new Sounding(
                        state.settings(), state.run(), state.resultsDue(), state.sent(), results),
                response(state, state.run(), frame.source()));
    }

    private static Step resultCame(
            AwaitResults state, MmeFrame frame, AttenCharInd result, Now now) {
        String why = refusal(state.settings(), state.run(), state.results(), frame, result);
        if (!why.isEmpty()) {
            return ignored(state, frame, why);
        }
        Results results =
                state.results().with(frame.source(), result.attenuation().meanMillidecibel());
        AwaitResults next = new AwaitResults(state.settings(), state.run(), results);
        Send response = response(state, state.run(), frame.source());
        return results.complete() ? after(response, decide(next, now)) : Step.to(next, response);
    }

    /** Our response was lost: say it again, or the station drops us. */
    private static Step resultLate(AwaitMatch state, MmeFrame frame, AttenCharInd result) {
        return result.runId().equals(state.run().runId())
                ? Step.to(state, response(state, state.run(), frame.source()))
                : ignored(state, frame, "its RunID " + result.runId() + " is not ours");
    }

    /**
     * A station whose CM_SLAC_PARM.CNF was lost may be the very one we are plugged into: its result
     * counts too.
     */
    private static String refusal(
            Settings settings, Run run, Results results, MmeFrame frame, AttenCharInd result) {
        if (!result.runId().equals(run.runId())) {
            return "its RunID " + result.runId() + " is not ours";
        }
        if (!result.vehicle().equals(settings.host())) {
            return "it speaks of car " + result.vehicle();
        }
        if (!results.means().containsKey(frame.source()) && results.means().size() >= STATIONS) {
            return "already heard " + STATIONS + " stations";
        }
        return result.soundCount() == 0 ? "it counts no sound" : "";
    }

    private static Send response(State state, Run run, MacAddress station) {
        return send(state, station, new AttenCharRsp(state.settings().host(), run.runId(), 0));
    }

    private static Step after(Send first, Step step) {
        List<Output> outputs = new ArrayList<>(List.of(first));
        outputs.addAll(step.outputs());
        return new Step(step.next(), outputs);
    }

    private static Step decide(AwaitResults state, Now now) {
        Settings settings = state.settings();
        List<Map.Entry<MacAddress, Integer>> ranked =
                state.results().means().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.<Integer>naturalOrder()))
                        .toList();
        if (ranked.isEmpty()) {
            return attemptFailed(settings, state.run(), Reason.NO_RESULT, now);
        }
        int best = ranked.getFirst().getValue();
        if (best - settings.calibration() > settings.limit()) {
            return attemptFailed(settings, state.run(), Reason.TOO_WEAK, now);
        }
        if (ranked.size() > 1 && ranked.get(1).getValue() - best < settings.gap()) {
            return attemptFailed(settings, state.run(), Reason.AMBIGUOUS, now);
        }
        return askMatch(new AwaitMatch(settings, state.run(), ranked.getFirst().getKey(), 1), now);
    }

    private static Step askMatch(AwaitMatch state, Now now) {
        SlacMatchReq request =
                new SlacMatchReq(state.settings().host(), state.station(), state.run().runId());
        return Step.to(
                state, send(state, state.station(), request), arm(now, Timing.MATCH_RESPONSE));
    }

    private static Step matchCame(AwaitMatch state, MmeFrame frame, SlacMatchCnf answer, Now now) {
        if (!answer.runId().equals(state.run().runId())) {
            return ignored(state, frame, "its RunID " + answer.runId() + " is not ours");
        }
        if (!frame.source().equals(state.station())
                || !answer.station().equals(state.station())
                || !answer.vehicle().equals(state.settings().host())) {
            return ignored(
                    state,
                    frame,
                    "it matches car %s and station %s"
                            .formatted(answer.vehicle(), answer.station()));
        }
        if (!answer.nid().equals(answer.nmk().id()) || answer.nmk().equals(Nmk.HOMEPLUG_AV)) {
            return ignored(state, frame, "its network key is not one of a session");
        }
        return setKey(
                new SettingKey(state.settings(), state.run(), state.station(), answer.nmk(), 1),
                now);
    }

    private static Step setKey(SettingKey state, Now now) {
        SetKeyReq request = new SetKeyReq(0, state.nmk().id(), state.nmk());
        return Step.to(
                state, send(state, MacAddress.LOCAL_MODEM, request), arm(now, Timing.SET_KEY));
    }

    private static Step keyAnswered(SettingKey state, MmeFrame frame, SetKeyCnf answer, Now now) {
        Settings settings = state.settings();
        if (!frame.source().equals(settings.modem())) {
            return ignored(state, frame, "only our own modem answers for our key");
        }
        if (!settings.profile().accepted(answer)) {
            return attemptFailed(settings, state.run(), Reason.KEY_REFUSED, now);
        }
        return Step.to(
                new Joining(settings, state.run(), state.station()), arm(now, Timing.MATCH_JOIN));
    }

    private static Step fired(State state, Now now) {
        return switch (state) {
            case AwaitParameters asked -> parametersLate(asked, now);
            case Sounding sounding -> nextSound(sounding, now);
            case AwaitResults waiting -> decide(waiting, now);
            case AwaitMatch(var settings, var run, var station, int sent) ->
                    sent <= Timing.MATCH_RETRIES
                            ? askMatch(new AwaitMatch(settings, run, station, sent + 1), now)
                            : attemptFailed(settings, run, Reason.NO_MATCH, now);
            case SettingKey(var settings, var run, var station, var nmk, int sent) ->
                    sent <= Timing.MATCH_RETRIES
                            ? setKey(new SettingKey(settings, run, station, nmk, sent + 1), now)
                            : attemptFailed(settings, run, Reason.MODEM_SILENT, now);
            case Joining(var settings, var run, _) ->
                    attemptFailed(settings, run, Reason.NO_LINK, now);
            case Resting(var settings, var run) ->
                    attempt(settings, run.number() + 1, run.since(), now);
            case Unplugged _, Matched _, Failed _ -> Step.to(state);
        };
    }

    private static Step parametersLate(AwaitParameters state, Now now) {
        if (!state.stations().isEmpty()) {
            Results none = new Results(state.stations(), Map.of());
            Instant due = now.instant().plus(Timing.ATTENUATION_RESULTS);
            return nextSound(new Sounding(state.settings(), state.run(), due, 0, none), now);
        }
        return state.sent() <= Timing.MATCH_RETRIES
                ? ask(
                        new AwaitParameters(
                                state.settings(), state.run(), state.sent() + 1, Set.of()),
                        now)
                : attemptFailed(state.settings(), state.run(), Reason.NO_STATION, now);
    }

    /** Three announcements, then ten sounds, one each TP_EV_batch_msg_interval. */
    private static Step nextSound(Sounding state, Now now) {
        int sent = state.sent();
        Settings settings = state.settings();
        Run run = state.run();
        if (sent == Timing.START_INDICATIONS + Timing.SOUNDS) {
            AwaitResults next = new AwaitResults(settings, run, state.results());
            return state.results().complete()
                    ? decide(next, now)
                    : Step.to(next, new Arm(state.resultsDue()));
        }
        Mme message =
                sent < Timing.START_INDICATIONS
                        ? new StartAttenCharInd(
                                Timing.SOUNDS,
                                Timing.SOUNDING_ON_WIRE,
                                Timing.RESPONSE_TO_STATION,
                                settings.host(),
                                run.runId())
                        : sound(sent - Timing.START_INDICATIONS, run, now);
        return Step.to(
                new Sounding(settings, run, state.resultsDue(), sent + 1, state.results()),
                send(state, MacAddress.BROADCAST, message),
                arm(now, Timing.BATCH_INTERVAL));
    }

    private static MnbcSoundInd sound(int index, Run run, Now now) {
        Bytes random = now.entropy().octets(16);
        return new MnbcSoundInd(Timing.SOUNDS - 1 - index, run.runId(), random);
    }

    private static Step attemptFailed(Settings settings, Run run, Reason reason, Now now) {
        Instant again = now.instant().plus(Timing.MATCHING_RATE);
        boolean mayRepeat =
                run.number() < Timing.MATCHES
                        && again.isBefore(run.since().plus(Timing.MATCHING_REPETITION));
        return mayRepeat
                ? Step.to(new Resting(settings, run), new GaveUp(reason), new Arm(again))
                : Step.to(new Failed(settings, reason), new Disarm(), new GaveUp(reason));
    }

    private static Send send(State state, MacAddress destination, Mme message) {
        return new Send(new MmeFrame(destination, state.settings().host(), message));
    }

    private static Arm arm(Now now, Duration wait) {
        return new Arm(now.instant().plus(wait));
    }
}

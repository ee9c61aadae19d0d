package org.plugcharge.ocpp.station;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.json.PayloadText;
import org.plugcharge.ocpp.rpc.CallFailure;
import org.plugcharge.ocpp.v201.IdToken;
import org.plugcharge.ocpp.v201.IdTokenType;
import org.plugcharge.ocpp.v201.StoppedReason;
import org.plugcharge.ocpp.v201.TransactionEventRequest;
import org.plugcharge.ocpp.v201.TransactionEventType;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.evse.MeterReading;
import org.plugcharge.secc.evse.SignedReading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

class TransactionRecorderTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final IdToken TOKEN = new IdToken(null, "DEPNCC00000001", IdTokenType.EMAID);

    private int ids;
    private final TransactionRecorder recorder =
            new TransactionRecorder(1, Duration.ofSeconds(30), () -> "tx-" + ids++);

    @ParameterizedTest
    @EnumSource(ChargingEvent.EndReason.class)
    void aSessionIsNumberedWithoutAGap(ChargingEvent.EndReason reason) {
        List<TransactionEventRequest> events = new ArrayList<>();
        events.add(recorder.started(started(0), TOKEN, false));
        for (int second = 1; second <= 100; second++) {
            recorder.metered(metered(second), false).ifPresent(events::add);
        }
        assertThat(recorder.runs("tx-0")).isTrue();
        recorder.ended(ended(101, reason), true).ifPresent(events::add);
        assertThat(recorder.runs("tx-0")).isFalse();
        assertThat(events)
                .extracting(TransactionEventRequest::seqNo)
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(events.getFirst().idToken()).isEqualTo(TOKEN);
        assertThat(events.getLast().eventType()).isEqualTo(TransactionEventType.ENDED);
        assertThat(events.getLast().offline()).isTrue();
        assertThat(events.getLast().transactionInfo().stoppedReason()).isNotNull();
        for (TransactionEventRequest event : events) {
            assertThat(PayloadText.read(PayloadText.write(event), TransactionEventRequest.class))
                    .isEqualTo(event);
        }
    }

    @Test
    void aStopIsRemoteOnlyIfTheCsmsAskedForIt() {
        recorder.stopRequested();
        recorder.started(started(0), TOKEN, false);
        assertThat(recorder.runs("tx-0")).isTrue();
        assertThat(stoppedReason()).isEqualTo(StoppedReason.LOCAL);
        recorder.started(started(10), TOKEN, false);
        recorder.stopRequested();
        recorder.metered(metered(50), false);
        assertThat(stoppedReason()).isEqualTo(StoppedReason.REMOTE);
        assertThat(recorder.runs("tx-1")).isFalse();
    }

    private StoppedReason stoppedReason() {
        TransactionEventRequest end =
                recorder.ended(ended(60, ChargingEvent.EndReason.STATION), false).orElseThrow();
        return Objects.requireNonNull(end.transactionInfo().stoppedReason());
    }

    @Test
    void nothingIsToldWithoutATransaction() {
        assertThat(recorder.metered(metered(5), false)).isEmpty();
        assertThat(recorder.ended(ended(6, ChargingEvent.EndReason.FAULT), false)).isEmpty();
    }

    @Test
    void theNextSessionStartsAtZeroWithAnotherId() {
        recorder.started(started(0), TOKEN, false);
        recorder.ended(ended(5, ChargingEvent.EndReason.VEHICLE), false);
        TransactionEventRequest second = recorder.started(started(60), TOKEN, false);
        assertThat(second.seqNo()).isZero();
        assertThat(second.transactionInfo().transactionId()).isEqualTo("tx-1");
    }

    @Test
    void anInterruptedTransactionEndsWithItsLastRegister() {
        recorder.started(started(0), TOKEN, false);
        TransactionEventRequest last = recorder.metered(metered(40), false).orElseThrow();
        TransactionEventRequest end = TransactionRecorder.interrupted(last, START.plusSeconds(600));
        assertThat(end.seqNo()).isEqualTo(2);
        assertThat(PayloadText.write(end))
                .contains("\"Transaction.End\"")
                .contains("\"value\":1040")
                .contains("PowerLoss");
    }

    @Test
    void whatTheMeterSignedGoesAlong() {
        MeterReading signed =
                new MeterReading(
                        "M",
                        START,
                        1000,
                        Optional.of(
                                new SignedReading(
                                        START, 1000, "OCMF|{}|{}", Bytes.of(new byte[64]))));
        TransactionEventRequest start =
                recorder.started(
                        new ChargingEvent.Started(START, new Identification.External(), signed),
                        TOKEN,
                        false);
        assertThat(PayloadText.write(start))
                .contains("\"signedMeterData\":\"T0NNRnx7fXx7fQ==\"")
                .contains("\"encodingMethod\":\"OCMF\"");
        assertThat(PayloadText.write(recorder.metered(metered(40), false).orElseThrow()))
                .doesNotContain("signedMeter");
    }

    @Test
    void backoffDoublesAndStops() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), 3, Duration.ofSeconds(2));
        assertThat(backoff.after(1, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(4, 0)).isEqualTo(Duration.ofSeconds(8));
        assertThat(backoff.after(4000, 0.5)).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void onlyAWrongFormIsHopeless() {
        assertThat(Hopeless.is(new CallFailure.Refused("FormatViolation", ""))).isTrue();
        assertThat(Hopeless.is(new CallFailure.Refused("InternalError", ""))).isFalse();
        assertThat(Hopeless.is(new CallFailure.Refused("SecurityError", ""))).isFalse();
        assertThat(Hopeless.is(new CallFailure.TimedOut())).isFalse();
        assertThat(Hopeless.is(new CallFailure.Disconnected())).isFalse();
    }

    private static ChargingEvent.Started started(int second) {
        return new ChargingEvent.Started(
                START.plusSeconds(second), new Identification.External(), meter(second));
    }

    private static ChargingEvent.Metered metered(int second) {
        return new ChargingEvent.Metered(
                START.plusSeconds(second), meter(second), 400_000, 100_000, 50);
    }

    private static ChargingEvent.Ended ended(int second, ChargingEvent.EndReason reason) {
        return new ChargingEvent.Ended(START.plusSeconds(second), meter(second), reason);
    }

    private static MeterReading meter(int second) {
        return new MeterReading("M", START.plusSeconds(second), 1000L + second);
    }
}

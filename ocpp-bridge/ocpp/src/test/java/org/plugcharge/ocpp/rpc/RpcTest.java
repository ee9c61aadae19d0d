package org.plugcharge.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.ocpp.v201.AuthorizationStatus;
import org.plugcharge.ocpp.v201.AuthorizeRequest;
import org.plugcharge.ocpp.v201.AuthorizeResponse;
import org.plugcharge.ocpp.v201.CertificateAction;
import org.plugcharge.ocpp.v201.CertificateStatus;
import org.plugcharge.ocpp.v201.Get15118EVCertificateRequest;
import org.plugcharge.ocpp.v201.HeartbeatRequest;
import org.plugcharge.ocpp.v201.HeartbeatResponse;
import org.plugcharge.ocpp.v201.IdToken;
import org.plugcharge.ocpp.v201.IdTokenInfo;
import org.plugcharge.ocpp.v201.IdTokenType;
import org.plugcharge.ocpp.v201.Role;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class RpcTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(30);
    private static final AuthorizeRequest AUTHORIZE =
            new AuthorizeRequest(
                    new IdToken(null, "DE8AA1A2B3C4D59", IdTokenType.EMAID), null, null);
    private static final AuthorizeResponse ACCEPTED =
            new AuthorizeResponse(
                    new IdTokenInfo(
                            AuthorizationStatus.ACCEPTED, null, null, null, null, null, null, null),
                    CertificateStatus.ACCEPTED);

    private RpcState state = RpcState.opened(Role.STATION, RpcLimits.DEFAULT, "s");

    @Test
    void aCallIsSentAndItsAnswerDelivered() {
        assertThat(step(new RpcInput.Call(1, AUTHORIZE, LATER)))
                .containsExactly(
                        new RpcOutput.Arm(1, LATER),
                        new RpcOutput.Send(
                                "[2,\"s-0\",\"Authorize\",{\"idToken\":{\"idToken\":\"DE8AA1A2B3C4D59\",\"type\":\"eMAID\"}}]"));
        assertThat(
                        received(
                                "[3,\"s-0\",{\"idTokenInfo\":{\"status\":\"Accepted\",\"customData\":{\"vendorId\":\"x\",\"a\":[1]}},"
                                    + "\"certificateStatus\":\"Accepted\"}]"))
                .containsExactly(new RpcOutput.Disarm(1), new RpcOutput.Completed(1, ACCEPTED));
    }

    @Test
    void onlyOneCallIsInFlight() {
        step(new RpcInput.Call(1, new HeartbeatRequest(), LATER));
        assertThat(step(new RpcInput.Call(2, AUTHORIZE, LATER)))
                .containsExactly(new RpcOutput.Arm(2, LATER));
        assertThat(received("[3,\"s-0\",{\"currentTime\":\"2026-11-21T12:00:00.5+01:00\"}]"))
                .hasSize(3)
                .contains(
                        new RpcOutput.Completed(
                                1, new HeartbeatResponse(Instant.parse("2026-11-21T11:00:00.5Z"))))
                .last()
                .isInstanceOf(RpcOutput.Send.class);
    }

    @Test
    void anAnswerAfterTheDeadlineIsDropped() {
        step(new RpcInput.Call(1, new HeartbeatRequest(), LATER));
        assertThat(step(new RpcInput.Fired(1)))
                .containsExactly(new RpcOutput.Failed(1, new CallFailure.TimedOut()));
        assertThat(received("[3,\"s-0\",{\"currentTime\":\"2026-11-21T12:00:00Z\"}]"))
                .singleElement()
                .isInstanceOf(RpcOutput.Report.class);
    }

    @Test
    void aCallPastItsDeadlineInTheQueueIsNeverSent() {
        step(new RpcInput.Call(1, new HeartbeatRequest(), LATER));
        step(new RpcInput.Call(2, AUTHORIZE, LATER));
        assertThat(step(new RpcInput.Fired(2)))
                .containsExactly(new RpcOutput.Failed(2, new CallFailure.TimedOut()));
        assertThat(received("[4,\"s-0\",\"InternalError\",\"\",{}]"))
                .containsExactly(
                        new RpcOutput.Disarm(1),
                        new RpcOutput.Failed(1, new CallFailure.Refused("InternalError", "")));
        assertThat(state.outstanding()).isZero();
    }

    @Test
    void whatThePeerWouldRefuseIsNotSent() {
        List<RpcOutput> outputs =
                step(
                        new RpcInput.Call(
                                7,
                                new Get15118EVCertificateRequest(
                                        "urn:iso:15118:2:2013:MsgDef",
                                        CertificateAction.INSTALL,
                                        "A".repeat(5601)),
                                LATER));
        assertThat(outputs).noneMatch(RpcOutput.Send.class::isInstance);
        assertThat(outputs.getLast())
                .isInstanceOfSatisfying(
                        RpcOutput.Failed.class,
                        failed ->
                                assertThat(failed.failure())
                                        .isInstanceOf(CallFailure.Unsendable.class));
    }

    @Test
    void aLostConnectionFailsEveryCall() {
        step(new RpcInput.Call(1, new HeartbeatRequest(), LATER));
        step(new RpcInput.Call(2, AUTHORIZE, LATER));
        assertThat(step(new RpcInput.Closed()))
                .contains(
                        new RpcOutput.Failed(1, new CallFailure.Disconnected()),
                        new RpcOutput.Failed(2, new CallFailure.Disconnected()));
    }

    @Test
    void theSameCallAgainGetsTheSameAnswerAgain() {
        state = RpcState.opened(Role.CSMS, RpcLimits.DEFAULT, "c");
        String heartbeat = "[2,\"h1\",\"Heartbeat\",{}]";
        assertThat(received(heartbeat)).singleElement().isInstanceOf(RpcOutput.Deliver.class);
        assertThat(received(heartbeat)).singleElement().isInstanceOf(RpcOutput.Report.class);
        List<RpcOutput> answer = step(new RpcInput.Answer("h1", new HeartbeatResponse(NOW)));
        assertThat(received(heartbeat)).hasSize(2).endsWith(answer.getFirst());
        assertThat(
                        sent(
                                received(
                                        "[2,\"h1\",\"Authorize\",{\"idToken\":{\"idToken\":\"A\",\"type\":\"Local\"}}]")))
                .startsWith("[4,\"h1\",\"RpcFrameworkError\"");
    }

    @Test
    void aPeerThatDoesNotWaitIsRefused() {
        state = RpcState.opened(Role.CSMS, RpcLimits.DEFAULT, "c");
        for (int i = 0; i < RpcLimits.DEFAULT.incoming(); i++) {
            received("[2,\"h" + i + "\",\"Heartbeat\",{}]");
        }
        assertThat(sent(received("[2,\"more\",\"Heartbeat\",{}]")))
                .startsWith("[4,\"more\",\"ProtocolError\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense|-1|RpcFrameworkError",
                "{}|-1|RpcFrameworkError",
                "[]|-1|RpcFrameworkError",
                "[2]|-1|RpcFrameworkError",
                "[2,5,\"Heartbeat\",{}]|-1|RpcFrameworkError",
                "[\"2\",\"i\",\"Heartbeat\",{}]|-1|RpcFrameworkError",
                "[9,\"i\",\"Heartbeat\",{}]|i|MessageTypeNotSupported",
                "[2222222222222222222,\"i\",\"Heartbeat\",{}]|i|MessageTypeNotSupported",
                "[2,\"i\",\"Heartbeat\",{}|i|RpcFrameworkError",
                "[2,\"i\",\"Heartbeat\",{}] []|i|RpcFrameworkError",
                "[2,\"i\",\"Heartbeat\",{},1]|i|RpcFrameworkError",
                "[2,\"i\",\"Heartbeat\"]|i|TypeConstraintViolation",
                "[2,\"i\",\"Heartbeat\",null]|i|TypeConstraintViolation",
                "[2,\"i\",\"Heartbeat\",{\"a\":1}]|i|PropertyConstraintViolation",
                "[2,\"i\",\"Nonsense\",{}]|i|NotImplemented",
                "[2,\"i\",\"TriggerMessage\",{\"requestedMessage\":\"Heartbeat\"}]|i|NotSupported",
                "[2,\"i\",\"Authorize\",{}]|i|OccurenceConstraintViolation",
                "[2,\"i\",\"Authorize\",{\"idToken\":{\"idToken\":\"A\",\"type\":\"EMAID\"}}]|i|FormatViolation",
                "[2,\"i\",\"Authorize\",{\"idToken\":{\"idToken\":1,\"type\":\"eMAID\"}}]|i|TypeConstraintViolation",
                "[2,\"i\",\"Authorize\",{\"idToken\":{\"idToken\":\"A\\u0000\",\"type\":\"eMAID\"}}]|i|FormatViolation",
                "[2,\"i\",\"Authorize\",{\"idToken\":null}]|i|TypeConstraintViolation",
                "[2,\"i\",\"Authorize\",{\"idToken\":{\"idToken\":\"A\",\"idToken\":\"B\",\"type\":\"eMAID\"}}]|i|FormatViolation",
                "[2,\"i\",\"Authorize\",{\"idToken\":{\"idToken\":\"A\",\"type\":\"eMAID\"},\"iso15118CertificateHashData\":[]}]|i|OccurenceConstraintViolation",
                "[2,\"i\",\"StatusNotification\",{\"timestamp\":\"2026-00-01T00:00:00Z\",\"connectorStatus\":\"Available\",\"evseId\":1,\"connectorId\":1}]|i|FormatViolation",
                "[2,\"i\",\"StatusNotification\",{\"timestamp\":\"+10000-01-01T00:00:00Z\",\"connectorStatus\":\"Available\",\"evseId\":1,\"connectorId\":1}]|i|FormatViolation",
                "[2,\"i\",\"StatusNotification\",{\"timestamp\":\"2026-01-01T00:00:00Z\",\"connectorStatus\":\"Available\",\"evseId\":1.5,\"connectorId\":1}]|i|TypeConstraintViolation",
                "[2,\"i\",\"StatusNotification\",{\"timestamp\":\"2026-01-01T00:00:00Z\",\"connectorStatus\":\"Available\",\"evseId\":99999999999,\"connectorId\":1}]|i|FormatViolation",
                "[2,\"i\",\"StatusNotification\",{\"timestamp\":\"2026-01-01T00:00:00Z\",\"connectorStatus\":\"Available\",\"evseId\":1e999999,\"connectorId\":1}]|i|FormatViolation",
                "[2,\"i\",\"StatusNotification\",{\"timestamp\":\"2026-01-01T00:00:00Z\",\"connectorStatus\":\"Available\",\"evseId\":NaN,\"connectorId\":1}]|i|FormatViolation",
            })
    void whatIsNoCallGetsItsError(String frame, String id, String code) {
        state = RpcState.opened(Role.CSMS, RpcLimits.DEFAULT, "c");
        assertThat(sent(received(frame))).startsWith("[4,\"" + id + "\",\"" + code + "\",");
        assertThat(received("[2,\"next\",\"Heartbeat\",{}]"))
                .singleElement()
                .isInstanceOf(RpcOutput.Deliver.class);
    }

    @Test
    void depthAndLengthHaveLimits() {
        state = RpcState.opened(Role.CSMS, RpcLimits.DEFAULT, "c");
        String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        assertThat(sent(received("[2,\"i\",\"Heartbeat\",{\"customData\":" + deep + "}]")))
                .startsWith("[4,\"i\",\"FormatViolation\"");
        assertThat(
                        sent(
                                received(
                                        "[2,\"i\",\"Heartbeat\",{\"customData\":{\"x\":\""
                                                + "A".repeat(300_000)
                                                + "\"}}]")))
                .startsWith("[4,\"-1\",\"RpcFrameworkError\"");
    }

    @Test
    void everyCutOfAFrameIsAnError() {
        String frame =
                "[2,\"i\",\"Authorize\",{\"idToken\":{\"idToken\":\"DE8AA1A2B3C4D59\",\"type\":\"eMAID\"},\"certificate\":\"PEM\"}]";
        for (int length = 0; length < frame.length(); length++) {
            state = RpcState.opened(Role.CSMS, RpcLimits.DEFAULT, "c");
            assertThat(sent(received(frame.substring(0, length)))).startsWith("[4,");
        }
    }

    @Test
    void mutatedFramesNeverEscapeTheStep() {
        String frame =
                "[2,\"i\",\"TransactionEvent\",{\"eventType\":\"Started\",\"timestamp\":\"2026-11-21T12:00:00Z\","
                    + "\"triggerReason\":\"Authorized\",\"seqNo\":0,\"transactionInfo\":{\"transactionId\":\"t\"},"
                    + "\"meterValue\":[{\"timestamp\":\"2026-11-21T12:00:00Z\",\"sampledValue\":[{\"value\":1.5e3}]}]}]";
        java.util.Random dice = new java.util.Random(20261121);
        String alphabet = "[]{}\",:0129eE+-.ntf\\u\0é\ud83d";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder mutant = new StringBuilder(frame);
            for (int n = dice.nextInt(3); n >= 0; n--) {
                mutant.setCharAt(
                        dice.nextInt(mutant.length()),
                        alphabet.charAt(dice.nextInt(alphabet.length())));
            }
            state = RpcState.opened(Role.CSMS, RpcLimits.DEFAULT, "c");
            assertThat(received(mutant.toString())).isNotEmpty();
        }
    }

    @Test
    void aWrongAnswerFailsTheCallAndTheNextGoesOn() {
        step(new RpcInput.Call(1, new HeartbeatRequest(), LATER));
        step(new RpcInput.Call(2, AUTHORIZE, LATER));
        List<RpcOutput> outputs = received("[3,\"s-0\",{\"currentTime\":5}]");
        assertThat(outputs.get(1))
                .isInstanceOfSatisfying(
                        RpcOutput.Failed.class,
                        failed ->
                                assertThat(failed.failure())
                                        .isInstanceOf(CallFailure.BadAnswer.class));
        assertThat(sent(outputs)).startsWith("[2,\"s-1\",\"Authorize\"");
    }

    @Test
    void errorsFromThePeerAreNotAnsweredWithErrors() {
        assertThat(received("[4,\"x\",\"GenericError\",\"\",{}]"))
                .singleElement()
                .isInstanceOf(RpcOutput.Report.class);
        assertThat(received("[4,\"-1\"]")).singleElement().isInstanceOf(RpcOutput.Report.class);
        assertThat(received("[3,\"x\"]")).singleElement().isInstanceOf(RpcOutput.Report.class);
    }

    @Test
    void anAnswerOfOursThatBreaksItsShapeBecomesAnError() {
        state = RpcState.opened(Role.CSMS, RpcLimits.DEFAULT, "c");
        received(
                "[2,\"g\",\"Get15118EVCertificate\",{\"iso15118SchemaVersion\":\"v\",\"action\":\"Install\",\"exiRequest\":\"AA==\"}]");
        var tooLong =
                new org.plugcharge.ocpp.v201.Get15118EVCertificateResponse(
                        org.plugcharge.ocpp.v201.EVCertificateStatus.ACCEPTED,
                        null,
                        "A".repeat(5601));
        assertThat(sent(step(new RpcInput.Answer("g", tooLong))))
                .startsWith("[4,\"g\",\"InternalError\"");
    }

    private List<RpcOutput> received(String frame) {
        return step(new RpcInput.Received(frame));
    }

    private List<RpcOutput> step(RpcInput input) {
        Rpc.Step step = Rpc.step(state, input, NOW);
        state = step.next();
        return new ArrayList<>(step.outputs());
    }

    private static String sent(List<RpcOutput> outputs) {
        return outputs.stream()
                .filter(RpcOutput.Send.class::isInstance)
                .map(o -> ((RpcOutput.Send) o).frame())
                .findFirst()
                .orElse("nothing sent: " + outputs);
    }
}

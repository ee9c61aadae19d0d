package org.plugcharge.secc.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.secc.session.AppProtocolNegotiation.Choice;
import org.plugcharge.secc.session.AppProtocolNegotiation.Protocol;
import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a vehicle offers, and what is chosen. [V2G2-169] */
class AppProtocolNegotiationTest {

    private static final Map<String, String> NAMESPACES =
            Map.of(
                    "din", "urn:din:70121:2012:MsgDef",
                    "iso2", "urn:iso:15118:2:2013:MsgDef",
                    "dc20", "urn:iso:std:iso:15118:-20:DC",
                    "odd", "urn:example:odd");

    /**
     * Offers are {@code namespace major minor schema priority}; {@code served} is what the station
     * has; the outcome is the response code, the schema id and the protocol.
     */
    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource({
        "alone, iso2 2 0 1 1, iso2, OK 1 ISO2",
        "best priority wins, iso2 2 0 1 2 / din 2 0 2 1, iso2 din, OK 2 DIN",
        "whatever the order it is offered in, din 2 0 2 1 / iso2 2 0 1 2, iso2 din, OK 2 DIN",
        "whatever the station likes, iso2 2 0 5 1 / din 2 0 6 2, din iso2, OK 5 ISO2",
        "what is not served is skipped, dc20 1 0 1 1 / iso2 2 0 2 2, iso2 din, OK 2 ISO2",
        "what is not known is skipped, odd 9 9 1 1 / din 2 0 2 20, iso2 din, OK 2 DIN",
        "the worst priority is enough, odd 1 0 1 1 / iso2 2 0 255 20, iso2, OK 255 ISO2",
        "minor deviation upwards, iso2 2 1 3 1, iso2, MINOR 3 ISO2",
        "minor deviation far, iso2 2 4294967295 3 1, iso2, MINOR 3 ISO2",
        "minor deviation at the best priority, iso2 2 7 3 1 / din 2 0 4 2, iso2 din, MINOR 3 ISO2",
        "another major is another protocol, iso2 1 0 3 1, iso2, NONE",
        "another major and one that fits, iso2 3 0 3 1 / iso2 2 0 4 2, iso2, OK 4 ISO2",
        "schema id 0 is an id, iso2 2 0 0 1, iso2, OK 0 ISO2",
        "schema id 0 of the second, odd 1 0 1 1 / iso2 2 0 0 2, iso2, OK 0 ISO2",
        "the same twice: the better priority, iso2 2 0 8 5 / iso2 2 0 9 4, iso2, OK 9 ISO2",
        "the same priority twice: the first, din 2 0 8 1 / iso2 2 0 9 1, iso2 din, OK 8 DIN",
        "the same schema id twice: the better, odd 1 0 7 1 / iso2 2 0 7 2, iso2, OK 7 ISO2",
        "nothing shared, dc20 1 0 1 1 / odd 1 0 2 2, iso2 din, NONE",
        "nothing served, iso2 2 0 1 1, , NONE",
    })
    void table(String what, String offers, String served, String outcome) {
        Choice choice =
                AppProtocolNegotiation.choose(
                        request(offers), protocols(served == null ? "" : served));
        assertThat(text(choice)).as(what).isEqualTo(outcome);
    }

    private static SupportedAppProtocolReq request(String offers) {
        return new SupportedAppProtocolReq(
                Arrays.stream(offers.split(" / ", -1))
                        .map(AppProtocolNegotiationTest::offer)
                        .toList());
    }

    private static AppProtocol offer(String text) {
        String[] words = text.split(" ", -1);
        return new AppProtocol(
                String.valueOf(NAMESPACES.get(words[0])),
                Long.parseLong(words[1]),
                Long.parseLong(words[2]),
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]));
    }

    private static List<Protocol> protocols(String served) {
        return Arrays.stream(served.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> Protocol.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
                .toList();
    }

    private static String text(Choice choice) {
        SupportedAppProtocolRes answer =
                (SupportedAppProtocolRes)
                        AppProtocolCodec.decode(AppProtocolCodec.encode(choice.answer()));
        String code =
                switch (answer.responseCode()) {
                    case OK_SUCCESSFUL_NEGOTIATION -> "OK";
                    case OK_SUCCESSFUL_NEGOTIATION_WITH_MINOR_DEVIATION -> "MINOR";
                    case FAILED_NO_NEGOTIATION -> "NONE";
                };
        return choice.protocol()
                .map(protocol -> code + " " + answer.schemaId() + " " + protocol)
                .orElse(code);
    }

    @Test
    void withoutAProtocolThereIsNoSchemaId() {
        Choice choice =
                AppProtocolNegotiation.choose(request("odd 1 0 1 1"), List.of(Protocol.ISO2));
        assertThat(choice.answer())
                .isEqualTo(
                        new SupportedAppProtocolRes(
                                AppProtocolResponseCode.FAILED_NO_NEGOTIATION, null));
    }

    @Test
    void theLastOfTwentyIsFound() {
        List<AppProtocol> offers = new ArrayList<>();
        for (int i = 1; i < 20; i++) {
            offers.add(new AppProtocol("urn:example:" + i, 1, 0, i, i));
        }
        offers.add(offer("iso2 2 0 200 20"));
        SupportedAppProtocolReq twenty =
                (SupportedAppProtocolReq)
                        AppProtocolCodec.decode(
                                AppProtocolCodec.encode(new SupportedAppProtocolReq(offers)));
        assertThat(text(AppProtocolNegotiation.choose(twenty, List.of(Protocol.ISO2))))
                .isEqualTo("OK 200 ISO2");
    }
}

package org.plugcharge.evcc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrettyJsonTest {

    @Test
    void whatIsShortStaysOnOneLine() {
        assertThat(
                        PrettyJson.of(
                                "{\"unit\":\"V\",\"value\":-398e1, \"list\":[1,true,null],"
                                        + " \"none\":{},\"empty\":[]}"))
                .isEqualTo(
                        "{ \"unit\": \"V\", \"value\": -398e1, \"list\": [1, true, null], \"none\":"
                                + " {}, \"empty\": [] }");
    }

    @Test
    void whatIsLongIsIndented() {
        String value = "x".repeat(60);
        assertThat(
                        PrettyJson.of("{\"first\":\"" + value + "\",\"second\":{\"third\":[1,2]}}")
                                .lines())
                .containsExactly(
                        "{",
                        "  \"first\": \"" + value + "\",",
                        "  \"second\": { \"third\": [1, 2] }",
                        "}");
    }

    @Test
    void bracketsAndQuotesInTextStayText() {
        assertThat(PrettyJson.of("{\"a\":\"}],\\\"{\"}")).isEqualTo("{ \"a\": \"}],\\\"{\" }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain words",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "[1,",
                "[1]]",
                "{} {}",
                "\"text",
                "{\"a\":\"\\",
                "{1:2}",
                "12",
                "TLS 1.2, [x]"
            })
    void whatIsNoJsonIsShownAsItIs(String text) {
        assertThat(PrettyJson.of(text)).isEqualTo(text);
    }

    @Test
    void deepNestingIsShownAsItIs() {
        String fits = "[".repeat(PrettyJson.MAX_DEPTH) + "]".repeat(PrettyJson.MAX_DEPTH);
        String bomb = "[".repeat(20_000) + "]".repeat(20_000);
        assertThat(PrettyJson.of(fits)).isNotEqualTo(fits);
        assertThat(PrettyJson.of(bomb)).isEqualTo(bomb);
    }

    @Test
    void longTextIsCutAndSaysSo() {
        assertThat(PrettyJson.of("{" + " ".repeat(PrettyJson.MAX_CHARACTERS) + "}"))
                .hasSizeLessThan(PrettyJson.MAX_CHARACTERS + 40)
                .endsWith("and 2 more characters");
    }
}

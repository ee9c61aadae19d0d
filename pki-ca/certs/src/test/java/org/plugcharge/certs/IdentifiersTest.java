package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"WMIV1234567890ABC", "wmiv1234567890abc", "WMIV1234567890ABCX"})
    void pcid(String text) {
        Pcid pcid = Pcid.parse(text);
        assertThat(pcid.manufacturer()).isEqualTo("WMI");
        assertThat(pcid.masked()).startsWith("WMI*").hasSameSizeAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WMIV1234567890AB",
                "WMIV1234567890ABCXY",
                "WMI-V1234567890AB",
                "WMIV1234567890AB\u00c4"
            })
    void noPcid(String text) {
        assertThatThrownBy(() -> Pcid.parse(text))
                .isInstanceOf(IdentifierException.class)
                .hasMessageContaining("17 or 18");
    }

    @ParameterizedTest
    @CsvSource({
        "DE*ICE*E12345, DE*ICE*E12345",
        "deicee12345, DE*ICE*E12345",
        "UK123E1234, UK*123*E1234",
        "DE*8AA*E1*2, DE*8AA*E1*2"
    })
    void evseId(String text, String canonical) {
        assertThat(EvseId.parse(text).canonical()).isEqualTo(canonical);
        assertThat(EvseId.parse(EvseId.parse(text).canonical())).isEqualTo(EvseId.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "DE*ICE*12345", "D*ICE*E1", "DE*ICE*E", "DE*ICE*E*1", "+49*839*000001"})
    void noEvseId(String text) {
        assertThatThrownBy(() -> EvseId.parse(text)).isInstanceOf(IdentifierException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789ab", "01:23:45:67:89:AB", "01-23-45-67-89-ab"})
    void evccid(String text) {
        assertThat(Evccid.parse(text).canonical()).isEqualTo("0123456789AB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789a", "0123456789abcd", "01:2345:6789:ab", "zz23456789ab"})
    void noEvccid(String text) {
        assertThatThrownBy(() -> Evccid.parse(text)).isInstanceOf(IdentifierException.class);
    }
}

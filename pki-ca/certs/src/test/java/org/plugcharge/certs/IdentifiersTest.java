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

    @ParameterizedTest
    @CsvSource({
        "DE-ICE-S-0001-2, DE-ICE-S-0001-2",
        "deices00012, DE-ICE-S-0001-2",
        "UK-123-SX-1, UK-123-S-X-1"
    })
    void seccid(String text, String canonical) {
        assertThat(Seccid.parse(text).canonical()).isEqualTo(canonical);
        assertThat(Seccid.parse(Seccid.parse(text).canonical())).isEqualTo(Seccid.parse(text));
        assertThat(Seccid.parse("DE-ICE-S-0001-2").operatorId()).isEqualTo("DE*ICE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "DE-ICE-E-0001-2", "DE-ICE-S--2", "D1-ICE-S-1-2", "DE-ICE-S-\u00e9-2"})
    void noSeccid(String text) {
        assertThatThrownBy(() -> Seccid.parse(text))
                .isInstanceOf(IdentifierException.class)
                .hasMessageStartingWith("SECCID: expected ");
    }

    @ParameterizedTest
    @CsvSource({
        "WPC-V-TESTVEHICLE0001-4, WPC-V-TESTVEHICLE0001-4",
        "wpcvtestvehicle00014, WPC-V-TESTVEHICLE0001-4"
    })
    void vehicleEvccid(String text, String canonical) {
        VehicleEvccid evccid = VehicleEvccid.parse(text);
        assertThat(evccid.canonical()).isEqualTo(canonical);
        assertThat(VehicleEvccid.parse(evccid.canonical())).isEqualTo(evccid);
        assertThat(evccid.manufacturer()).isEqualTo("WPC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789AB", "WPC-V-TOOSHORT-4", "WPC-X-TESTVEHICLE0001-4"})
    void noVehicleEvccid(String text) {
        assertThatThrownBy(() -> VehicleEvccid.parse(text)).isInstanceOf(IdentifierException.class);
    }

    /** The algorithm is presumed, not confirmed; what matters is that 18 characters come out. */
    @ParameterizedTest
    @ValueSource(strings = {"WMIV1234567890ABC", "WPCTESTVEHICLE001"})
    void aPcidIsLengthened(String text) {
        Pcid pcid = new Pcid(text).withCheckCharacter();
        assertThat(pcid.text()).startsWith(text).hasSize(Pcid.LONG);
        assertThat(pcid.withCheckCharacter()).isEqualTo(pcid);
        assertThat(pcid.hasPresumedCheckCharacter()).isTrue();
        char other = pcid.text().charAt(17) == '0' ? '1' : '0';
        assertThat(new Pcid(text + other).hasPresumedCheckCharacter()).isFalse();
        assertThat(new Pcid(text).hasCheckCharacter()).isFalse();
    }
}

package org.plugcharge.plc.mme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.exi.Bytes;

/**
 * Keys against values published with other implementations (open-plc-utils ini files, EVerest's
 * unit tests).
 */
class NmkTest {

    @ParameterizedTest
    @CsvSource({
        "50D3E4933F855B7040784DF815AA8DB7, B0F2E695666B03",
        "B59319D7E8157BA001B018669CCEE30D, 026BCBA5354E08",
        "3452235445AEF2D455FEFF31A3B303AD, B1C913B5AA0702"
    })
    void networkIdentifierFollowsFromTheKey(String nmk, String nid) {
        assertThat(new Nmk(Bytes.fromHex(nmk)).id().octets()).isEqualTo(Bytes.fromHex(nid));
    }

    @ParameterizedTest
    @CsvSource({
        "HomePlugAV, 50D3E4933F855B7040784DF815AA8DB7",
        "EVerest, F70F4E022BB1081BCBA1A09DF6E08F6B"
    })
    void keyFollowsFromThePassword(String password, String nmk) {
        assertThat(Nmk.fromPassword(password).octets()).isEqualTo(Bytes.fromHex(nmk));
    }

    @Test
    void keyIsNotShown() {
        assertThat(Nmk.HOMEPLUG_AV.toString())
                .doesNotContainIgnoringCase("50D3E493")
                .contains("b0f2e695666b03");
        assertThat(Frames.carrying(new Mme.SetKeyReq(0, Frames.NMK.id(), Frames.NMK)).describe())
                .doesNotContain(Frames.NMK.octets().toHex());
    }

    @Test
    void wrongLengthIsRefused() {
        assertThatThrownBy(() -> new Nmk(Bytes.of(new byte[15])))
                .hasMessageContaining("expected 16 octets");
        assertThatThrownBy(() -> new Nid(Bytes.of(new byte[8])))
                .hasMessageContaining("expected 7 octets");
    }
}

package org.plugcharge.plc.mme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;

import java.util.List;

class AttenuationTest {

    @Test
    void meanIsTakenGroupByGroupAndRounded() {
        Attenuation one = new Attenuation(Bytes.of((byte) 10, (byte) 255, (byte) 1));
        Attenuation two = new Attenuation(Bytes.of((byte) 20, (byte) 255, (byte) 2));
        assertThat(Attenuation.mean(List.of(one, two)).groups())
                .isEqualTo(Bytes.of((byte) 15, (byte) 255, (byte) 2));
        assertThat(Attenuation.mean(List.of(one, one, two)).groups())
                .isEqualTo(Bytes.of((byte) 13, (byte) 255, (byte) 1));
    }

    @Test
    void meanOverGroupsIsInThousandths() {
        assertThat(new Attenuation(Bytes.of((byte) 14, (byte) 15)).meanMillidecibel())
                .isEqualTo(14_500);
        assertThat(Attenuation.flat(255).meanMillidecibel()).isEqualTo(255_000);
        assertThat(Attenuation.flat(27)).hasToString("27.0 dB over 58 groups");
    }

    @Test
    void groupsAreLimited() {
        assertThatThrownBy(() -> new Attenuation(Bytes.EMPTY)).hasMessageContaining("1 to 58");
        assertThatThrownBy(() -> new Attenuation(Bytes.of(new byte[59])))
                .hasMessageContaining("1 to 58");
        assertThatThrownBy(() -> Attenuation.flat(256)).hasMessageContaining("255 dB");
    }
}

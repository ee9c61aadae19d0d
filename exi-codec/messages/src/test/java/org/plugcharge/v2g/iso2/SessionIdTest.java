package org.plugcharge.v2g.iso2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;

class SessionIdTest {

    @Test
    void zeroOfAnyLengthAsksForANewSession() {
        assertThat(SessionId.parse(Bytes.fromHex("00")).asksForNew()).isTrue();
        assertThat(SessionId.parse(Bytes.fromHex("0000000000000000")).asksForNew()).isTrue();
        assertThat(SessionId.parse(Bytes.EMPTY)).isEqualTo(SessionId.NEW);
        assertThat(SessionId.parse(Bytes.fromHex("01")).asksForNew()).isFalse();
    }

    @Test
    void hasEightOctets() {
        assertThat(SessionId.parse(Bytes.fromHex("0102030405060708")))
                .hasToString("0102030405060708");
        assertThatThrownBy(() -> SessionId.parse(Bytes.fromHex("010203040506070809")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

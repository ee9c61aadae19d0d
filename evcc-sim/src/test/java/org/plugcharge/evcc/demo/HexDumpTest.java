package org.plugcharge.evcc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;

class HexDumpTest {

    @Test
    void sixteenALineWithOffsetAndAscii() {
        Bytes octets =
                Bytes.fromHex("01fe8001")
                        .plus(Bytes.of("Plug <&> Charge".getBytes(StandardCharsets.US_ASCII)));
        assertThat(HexDump.of(octets).lines())
                .containsExactly(
                        "0000  01 fe 80 01 50 6c 75 67  20 3c 26 3e 20 43 68 61  ....Plug <&> Cha",
                        "0010  72 67 65                                          rge");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(HexDump.of(Bytes.EMPTY)).isEmpty();
    }

    @Test
    void longOnesAreCutAndSaySo() {
        String dump = HexDump.of(Bytes.owning(new byte[HexDump.MAX_OCTETS + 5]));
        assertThat(dump.lines()).hasSize(HexDump.MAX_OCTETS / 16 + 1);
        assertThat(dump).endsWith("and 5 more octets");
    }
}

package org.plugcharge.plc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.Frames;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.mme.Mme;
import org.plugcharge.plc.mme.MmeCodec;
import org.plugcharge.plc.mme.MmeFrame;
import org.plugcharge.plc.port.EthernetPort;
import org.plugcharge.plc.port.PortException;
import org.plugcharge.plc.slac.ModemProfile;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

class ModemTest {

    private static final MacAddress MODEM = MacAddress.parse("00:b0:52:00:01:07");

    /** Answers with what was laid ready, then with silence. */
    private static final class Port implements EthernetPort {
        final List<Bytes> sent = new ArrayList<>();
        final Queue<Bytes> ready = new ArrayDeque<>();

        @Override
        public MacAddress address() {
            return Frames.STATION;
        }

        @Override
        public void send(Bytes frame) {
            sent.add(frame);
        }

        @Override
        public Optional<Bytes> receive(Duration wait) {
            return Optional.ofNullable(ready.poll());
        }

        @Override
        public void close() {}
    }

    private final Port port = new Port();

    @Test
    void aModemIsFoundAmongOtherFrames() {
        port.ready.add(Bytes.of(new byte[60]));
        port.ready.add(MmeCodec.encode(Frames.carrying(new Mme.SlacParmReq(Frames.RUN))));
        Mme answer = new Mme.VersionCnf(0, 0x22, "MAC-QCA7005");
        port.ready.add(MmeCodec.encode(new MmeFrame(Frames.STATION, MODEM, answer)));
        assertThat(Modem.find(port))
                .isEqualTo(new Modem(MODEM, ModemProfile.QUALCOMM, "MAC-QCA7005"));
        assertThat(MmeCodec.decode(port.sent.getFirst()))
                .isEqualTo(
                        new MmeFrame(MacAddress.LOCAL_MODEM, Frames.STATION, new Mme.VersionReq()));
    }

    @Test
    void whatAModemSaysOfItselfSteersNoTerminal() {
        Mme answer = new Mme.VersionCnf(0, 0x22, "MAC\u001b[2J\nQCA");
        port.ready.add(MmeCodec.encode(new MmeFrame(Frames.STATION, MODEM, answer)));
        assertThat(Modem.find(port).version()).isEqualTo("MAC?[2J?QCA");
    }

    @Test
    void anAnswerToAnotherHostIsNotOurs() {
        Mme answer = new Mme.VersionCnf(0, 0x22, "MAC-QCA7005");
        port.ready.add(MmeCodec.encode(new MmeFrame(Frames.CAR, MODEM, answer)));
        assertThatThrownBy(() -> Modem.find(port)).isInstanceOf(PortException.class);
    }

    @Test
    void withoutAModemTheAdviceIsToLookAtIt() {
        assertThatThrownBy(() -> Modem.find(port))
                .isInstanceOf(PortException.class)
                .hasMessageStartingWith("no PLC modem answers");
        assertThat(port.sent).hasSize(4);
    }
}

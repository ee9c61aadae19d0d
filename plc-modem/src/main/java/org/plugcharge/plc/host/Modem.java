package org.plugcharge.plc.host;

import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.mme.Mme;
import org.plugcharge.plc.mme.MmeCodec;
import org.plugcharge.plc.mme.MmeException;
import org.plugcharge.plc.mme.MmeFrame;
import org.plugcharge.plc.port.EthernetPort;
import org.plugcharge.plc.port.PortException;
import org.plugcharge.plc.slac.ModemProfile;

import java.time.Duration;
import java.util.Optional;

/** The modem behind a port: its own address, whose it is, and the firmware it says it runs. */
public record Modem(MacAddress address, ModemProfile profile, String version) {

    private static final int TRIES = 4;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /**
     * Asks the modem who it is, for two seconds at most; {@link PortException} if none answers.
     * Only the QCA7000 family answers this question.
     */
    public static Modem find(EthernetPort port) {
        for (int i = 0; i < TRIES; i++) {
            ask(port, new Mme.VersionReq());
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (long left = PATIENCE.toNanos(); left > 0; left = end - System.nanoTime()) {
                Optional<MmeFrame> answer =
                        port.receive(Duration.ofNanos(left)).flatMap(Modem::frame);
                if (answer.isPresent()
                        && answer.get().destination().equals(port.address())
                        && answer.get().message() instanceof Mme.VersionCnf told) {
                    return new Modem(
                            answer.get().source(),
                            ModemProfile.QUALCOMM,
                            printable(told.version()));
                }
            }
        }
        throw new PortException(
                "no PLC modem answers; is the interface the one with the modem, is the modem of the"
                        + " QCA7000 family, and has it booted?");
    }

    /** The version goes to terminals and logs: nothing in it may steer them. */
    private static String printable(String version) {
        return version.replaceAll("[^ -~]", "?");
    }

    /** Sends a message to the modem itself. */
    static void ask(EthernetPort port, Mme message) {
        port.send(MmeCodec.encode(new MmeFrame(MacAddress.LOCAL_MODEM, port.address(), message)));
    }

    /** What the octets say, if they are a management message. */
    static Optional<MmeFrame> frame(Bytes octets) {
        try {
            return Optional.of(MmeCodec.decode(octets));
        } catch (MmeException e) {
            return Optional.empty();
        }
    }
}

package org.plugcharge.evcc.host;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvErrorCode;
import org.plugcharge.v2g.iso2.DcEvStatus;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Body;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.IsolationLevel;
import org.plugcharge.v2g.iso2.MeterInfo;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.V2gtpDecoder;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

/**
 * Codes the messages of the charge loop until the virtual machine has them loaded: the first real
 * answer has 250 ms to be understood.
 */
public final class Rehearsal {

    private static final int ROUNDS = 200;
    private static final Bytes SESSION = Bytes.fromHex("0000000000000001");

    private Rehearsal() {}

    /** Takes a tenth of a second or two. */
    public static void run() {
        PhysicalValue volts = PhysicalValue.of(400, UnitSymbol.VOLT);
        PhysicalValue amps = PhysicalValue.of(300, UnitSymbol.AMPERE);
        CurrentDemandReq request =
                new CurrentDemandReq(
                        new DcEvStatus(true, DcEvErrorCode.NO_ERROR, 50),
                        amps,
                        volts,
                        amps,
                        null,
                        false,
                        false,
                        null,
                        null,
                        volts);
        CurrentDemandRes response =
                new CurrentDemandRes(
                        ResponseCode.OK,
                        new DcEvseStatus(
                                0,
                                EvseNotification.NONE,
                                IsolationLevel.VALID,
                                DcEvseStatusCode.READY),
                        volts,
                        amps,
                        false,
                        false,
                        false,
                        volts,
                        amps,
                        null,
                        "ZZ00000",
                        1,
                        new MeterInfo("M", 1L, null, null, null),
                        false);
        for (int i = 0; i < ROUNDS; i++) {
            roundTrip(request);
            roundTrip(response);
        }
        DinRehearsal.run();
    }

    private static void roundTrip(Iso2Body body) {
        Bytes octets =
                new V2gtpFrame(
                                PayloadType.EXI_MESSAGE,
                                Iso2Codec.encode(V2gMessage.of(SESSION, body)))
                        .encode();
        new V2gtpDecoder()
                .feed(octets)
                .forEach(event -> {
                    if (event instanceof V2gtpFrame frame) {
                        Iso2Codec.decode(frame.payload());
                    }
                });
    }
}

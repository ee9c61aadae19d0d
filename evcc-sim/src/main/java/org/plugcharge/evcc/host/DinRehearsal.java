package org.plugcharge.evcc.host;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.din70121.CurrentDemandReq;
import org.plugcharge.v2g.din70121.CurrentDemandRes;
import org.plugcharge.v2g.din70121.DcEvErrorCode;
import org.plugcharge.v2g.din70121.DcEvStatus;
import org.plugcharge.v2g.din70121.DcEvseStatus;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.Din70121Body;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.din70121.EvseNotification;
import org.plugcharge.v2g.din70121.IsolationLevel;
import org.plugcharge.v2g.din70121.PhysicalValue;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.UnitSymbol;
import org.plugcharge.v2g.din70121.V2gMessage;

/** {@link Rehearsal} for DIN SPEC 70121. */
final class DinRehearsal {

    private static final int ROUNDS = 200;
    private static final Bytes SESSION = Bytes.fromHex("0000000000000001");

    private DinRehearsal() {}

    static void run() {
        PhysicalValue volts = PhysicalValue.of(400, UnitSymbol.VOLT);
        PhysicalValue amps = PhysicalValue.of(300, UnitSymbol.AMPERE);
        CurrentDemandReq request =
                new CurrentDemandReq(
                        new DcEvStatus(true, null, null, DcEvErrorCode.NO_ERROR, 50),
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
                                IsolationLevel.VALID,
                                DcEvseStatusCode.READY,
                                0,
                                EvseNotification.NONE),
                        volts,
                        amps,
                        false,
                        false,
                        false,
                        volts,
                        amps,
                        null);
        for (int i = 0; i < ROUNDS; i++) {
            roundTrip(request);
            roundTrip(response);
        }
    }

    private static void roundTrip(Din70121Body body) {
        Din70121Codec.decode(Din70121Codec.encode(V2gMessage.of(SESSION, body)));
    }
}

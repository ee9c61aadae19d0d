package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.MeterInfo;
import org.plugcharge.v2g.iso20.Receipt;

/**
 * A meter reading with the session it belongs to, which the car signs in MeteringConfirmationReq.
 */
@GlobalElement("SignedMeteringData")
public record SignedMeteringData(
        @Attribute(value = "Id", xs = Xs.ID) String id,
        @Wire(value = "SessionID", xs = Xs.HEX_BINARY) @Length(min = 8, max = 8) Bytes sessionId,
        @Wire("MeterInfo") MeterInfo meterInfo,
        @Wire("Receipt") @Nullable Receipt receipt,
        SmdtControlMode controlMode) {}

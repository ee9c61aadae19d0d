package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** A service by name, and its fee. */
@ComplexType("AdditionalServiceType")
public record AdditionalService(
        @Wire("ServiceName") @Length(max = 80) String serviceName,
        @Wire("ServiceFee") RationalNumber serviceFee) {}

package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

/**
 * The station's technical state, sent beside the charge loop in the stream of V2GTP type 0x8103:
 * position of the device, isolation, and everything that keeps it from charging.
 */
@GlobalElement("ACDP_SystemStatusRes")
public record AcdpSystemStatusRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSEMechanicalChargingDeviceStatus")
                MechanicalChargingDeviceStatus mechanicalDeviceStatus,
        @Wire("EVSEReadyToCharge") boolean readyToCharge,
        @Wire("EVSEIsolationStatus") IsolationStatus isolationStatus,
        @Wire("EVSEDisabled") boolean disabled,
        @Wire("EVSEUtilityInterruptEvent") boolean utilityInterruptEvent,
        @Wire("EVSEEmergencyShutdown") boolean emergencyShutdown,
        @Wire("EVSEMalfunction") boolean malfunction,
        @Wire("EVInChargePosition") boolean evInChargePosition,
        @Wire("EVAssociationStatus") boolean evAssociated)
        implements AcdpResponse {}

package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** What the car's power circuit has noticed in the charge loop. */
@SimpleType("WPT_EVPCChargeDiagnosticsType")
public enum EvpcChargeDiagnostics {
    @WireName("EVPCNoIssue")
    NO_ISSUE,
    @WireName("EVPCTempOverheatDetected")
    TEMP_OVERHEAT_DETECTED,
    @WireName("EVPCPowerTransferAnomalyDetected")
    POWER_TRANSFER_ANOMALY_DETECTED,
    @WireName("EVPCAnomalyDetected")
    ANOMALY_DETECTED
}

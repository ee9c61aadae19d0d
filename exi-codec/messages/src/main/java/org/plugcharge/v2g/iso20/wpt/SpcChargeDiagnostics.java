package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/**
 * What the supply power circuit has noticed in the charge loop: foreign objects (FOD), living
 * objects (LOP), heat, and other anomalies.
 */
@SimpleType("WPT_SPCChargeDiagnosticsType")
public enum SpcChargeDiagnostics {
    @WireName("SPCNoIssue")
    NO_ISSUE,
    @WireName("SPCFODDetected")
    FOD_DETECTED,
    @WireName("SPCLOPDetected")
    LOP_DETECTED,
    @WireName("SPCTempOverheatDetected")
    TEMP_OVERHEAT_DETECTED,
    @WireName("SPCPowerTransferAnomalyDetected")
    POWER_TRANSFER_ANOMALY_DETECTED,
    @WireName("SPCAnomalyDetected")
    ANOMALY_DETECTED
}

package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;

/** The low-frequency positioning system of a device: either its transmitters or its receivers. */
@ComplexType("WPT_LF_SystemSetupDataType")
public record LfSystemSetupData(LfSystem system) {}

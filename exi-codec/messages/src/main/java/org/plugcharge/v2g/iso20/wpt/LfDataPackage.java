package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** One package of the low-frequency system, with its number: what was sent, or received, in it. */
@ComplexType("WPT_LF_DataPackageType")
public record LfDataPackage(
        @Wire(value = "PackageIndex", xs = Xs.UNSIGNED_BYTE) int index, LfPackageData data) {}

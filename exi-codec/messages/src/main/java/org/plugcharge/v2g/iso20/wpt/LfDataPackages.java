package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** How many packages there are, and one of them: the schema has no room for more in a message. */
@ComplexType("WPT_LF_DataPackageListType")
public record LfDataPackages(
        @Wire(value = "NumPackages", xs = Xs.UNSIGNED_BYTE) int numPackages,
        @Wire("WPT_LF_DataPackage") LfDataPackage dataPackage) {}

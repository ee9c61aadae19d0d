package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Wire;

/** What was received in a package: called a list in the schema, which has exactly one. */
@ComplexType("WPT_LF_RxDataListType")
@LocalElement("LF_RxData")
public record LfRxDataList(@Wire("WPT_LF_RxDataList") LfRxData data) implements LfPackageData {}

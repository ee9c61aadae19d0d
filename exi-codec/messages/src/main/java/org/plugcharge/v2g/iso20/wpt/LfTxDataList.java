package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Wire;

/** What was sent in a package: called a list in the schema, which has exactly one. */
@ComplexType("WPT_LF_TxDataListType")
@LocalElement("LF_TxData")
public record LfTxDataList(@Wire("WPT_LF_TxDataList") LfTxData data) implements LfPackageData {}

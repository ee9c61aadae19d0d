package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;

/** What a receiver has heard: called a list in the schema, which has exactly one. */
@ComplexType("WPT_LF_RxRSSIListType")
public record LfRxRssiList(@Wire("RSSIDataList") LfRxRssi data) {}

package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.Choice;

/** What a package of the low-frequency system holds. */
@Choice
public sealed interface LfPackageData permits LfTxDataList, LfRxDataList {}

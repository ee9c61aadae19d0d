package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** What a service is about. */
@SimpleType("serviceCategoryType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum ServiceCategory {
    @WireName("EVCharging")
    EV_CHARGING,
    @WireName("Internet")
    INTERNET,
    @WireName("ContractCertificate")
    CONTRACT_CERTIFICATE,
    @WireName("OtherCustom")
    OTHER_CUSTOM
}

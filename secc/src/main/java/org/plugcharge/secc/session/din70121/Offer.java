package org.plugcharge.secc.session.din70121;

import org.plugcharge.v2g.din70121.EvRequestedEnergyTransfer;
import org.plugcharge.v2g.din70121.EvseSupportedEnergyTransfer;
import org.plugcharge.v2g.din70121.PaymentOption;
import org.plugcharge.v2g.din70121.PaymentOptions;
import org.plugcharge.v2g.din70121.ServiceCategory;
import org.plugcharge.v2g.din70121.ServiceCharge;
import org.plugcharge.v2g.din70121.ServiceTag;

import java.util.List;

/** What every station offers: DC at the combined connector, identification at the station. */
final class Offer {

    static final int CHARGING_ID = 1;

    static final PaymentOptions PAYMENT =
            new PaymentOptions(List.of(PaymentOption.EXTERNAL_PAYMENT));

    /** Neither name nor scope: both are not used [V2G-DC-628], [V2G-DC-629]. */
    static final ServiceCharge CHARGING =
            new ServiceCharge(
                    new ServiceTag(CHARGING_ID, null, ServiceCategory.EV_CHARGING, null),
                    false,
                    EvseSupportedEnergyTransfer.DC_EXTENDED);

    static final EvRequestedEnergyTransfer TRANSFER = EvRequestedEnergyTransfer.DC_EXTENDED;

    private Offer() {}
}

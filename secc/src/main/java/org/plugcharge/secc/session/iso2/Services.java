package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.v2g.iso2.ChargeService;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.Parameter;
import org.plugcharge.v2g.iso2.ParameterSet;
import org.plugcharge.v2g.iso2.ParameterValue;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentOptionList;
import org.plugcharge.v2g.iso2.Service;
import org.plugcharge.v2g.iso2.ServiceCategory;
import org.plugcharge.v2g.iso2.ServiceList;
import org.plugcharge.v2g.iso2.ServiceParameterList;
import org.plugcharge.v2g.iso2.SupportedEnergyTransferMode;

import java.util.ArrayList;
import java.util.List;

/**
 * What a station offers, by the service numbers of ISO 15118-2: 1 charging, 2 contract
 * certificates.
 */
final class Services {

    static final int CHARGING = 1;
    static final int CERTIFICATE = 2;
    static final int INSTALLATION = 1;
    static final List<EnergyTransferMode> MODES =
            List.of(EnergyTransferMode.DC_CORE, EnergyTransferMode.DC_EXTENDED);

    private Services() {}

    static PaymentOptionList payment(Iso2Station station) {
        List<PaymentOption> options = new ArrayList<>();
        if (station.offersContract()) {
            options.add(PaymentOption.CONTRACT);
        }
        if (station.external()) {
            options.add(PaymentOption.EXTERNAL_PAYMENT);
        }
        return new PaymentOptionList(options);
    }

    static ChargeService charging() {
        return new ChargeService(
                CHARGING,
                "AC_DC_Charging",
                ServiceCategory.EV_CHARGING,
                null,
                false,
                new SupportedEnergyTransferMode(MODES));
    }

    static @Nullable ServiceList others(Iso2Station station) {
        return station.offersInstallation()
                ? new ServiceList(
                        List.of(
                                new Service(
                                        CERTIFICATE,
                                        "Certificate",
                                        ServiceCategory.CONTRACT_CERTIFICATE,
                                        null,
                                        true)))
                : null;
    }

    static boolean offers(Iso2Station station, int serviceId) {
        return serviceId == CHARGING || (serviceId == CERTIFICATE && station.offersInstallation());
    }

    static @Nullable ServiceParameterList parameters(int serviceId) {
        return serviceId == CERTIFICATE
                ? new ServiceParameterList(
                        List.of(
                                new ParameterSet(
                                        INSTALLATION,
                                        List.of(
                                                new Parameter(
                                                        "Service",
                                                        new ParameterValue.OfString(
                                                                "Installation"))))))
                : null;
    }
}

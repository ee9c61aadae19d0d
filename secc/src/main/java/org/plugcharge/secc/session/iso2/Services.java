package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.secc.evse.AcLimits;
import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.v2g.iso2.ChargeService;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.Parameter;
import org.plugcharge.v2g.iso2.ParameterSet;
import org.plugcharge.v2g.iso2.ParameterValue;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentOptionList;
import org.plugcharge.v2g.iso2.SelectedService;
import org.plugcharge.v2g.iso2.Service;
import org.plugcharge.v2g.iso2.ServiceCategory;
import org.plugcharge.v2g.iso2.ServiceList;
import org.plugcharge.v2g.iso2.ServiceParameterList;
import org.plugcharge.v2g.iso2.SupportedEnergyTransferMode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a station offers in a session: charging as its hardware can, 1; contract certificates, 2;
 * and what the operator added. Who resumes a session is offered what it chose before.
 */
final class Services {

    static final int CHARGING = 1;
    static final int CERTIFICATE = 2;
    static final int INSTALLATION = 1;
    static final int UPDATE = 2;

    private static final int MAX_OTHERS = 8;
    private static final ValueAddedService CERTIFICATES =
            new ValueAddedService(
                    new Service(
                            CERTIFICATE,
                            "Certificate",
                            ServiceCategory.CONTRACT_CERTIFICATE,
                            null,
                            true),
                    List.of(
                            certificate(INSTALLATION, "Installation"),
                            certificate(UPDATE, "Update")));

    private Services() {}

    private static ParameterSet certificate(int id, String what) {
        return new ParameterSet(
                id, List.of(new Parameter("Service", new ParameterValue.OfString(what))));
    }

    static PaymentOptionList payment(Session session) {
        Iso2Station station = session.station();
        List<PaymentOption> options = new ArrayList<>();
        if (station.offersContract() && !session.contractFailed()) {
            options.add(PaymentOption.CONTRACT);
        }
        if (station.external()) {
            options.add(PaymentOption.EXTERNAL_PAYMENT);
        }
        session.resumed()
                .map(PausedSession::payment)
                .filter(options::contains)
                .ifPresent(before -> options.removeIf(option -> option != before));
        return new PaymentOptionList(options);
    }

    static ChargeService charging(Session session) {
        return new ChargeService(
                CHARGING,
                "AC_DC_Charging",
                ServiceCategory.EV_CHARGING,
                null,
                false,
                new SupportedEnergyTransferMode(modes(session)));
    }

    static List<EnergyTransferMode> modes(Session session) {
        List<EnergyTransferMode> all =
                switch (session.station().limits()) {
                    case DcLimits _ ->
                            List.of(EnergyTransferMode.DC_CORE, EnergyTransferMode.DC_EXTENDED);
                    case AcLimits ac when ac.phases() == 1 ->
                            List.of(EnergyTransferMode.AC_SINGLE_PHASE_CORE);
                    case AcLimits _ ->
                            List.of(
                                    EnergyTransferMode.AC_THREE_PHASE_CORE,
                                    EnergyTransferMode.AC_SINGLE_PHASE_CORE);
                };
        return session.resumed()
                .map(PausedSession::mode)
                .filter(all::contains)
                .map(List::of)
                .orElse(all);
    }

    /** The phases of an AC mode. */
    static int phases(EnergyTransferMode mode) {
        return mode == EnergyTransferMode.AC_THREE_PHASE_CORE ? 3 : 1;
    }

    /** The services beside charging; of one category, if the vehicle asks for one. */
    static @Nullable ServiceList others(Iso2Station station, @Nullable ServiceCategory category) {
        List<Service> services =
                others(station).stream()
                        .map(ValueAddedService::service)
                        .filter(service -> category == null || service.category() == category)
                        .toList();
        return services.isEmpty() ? null : new ServiceList(services);
    }

    private static List<ValueAddedService> others(Iso2Station station) {
        List<ValueAddedService> all = new ArrayList<>();
        if (station.offersInstallation()) {
            all.add(CERTIFICATES);
        }
        all.addAll(station.policy().services());
        return all.subList(0, Math.min(all.size(), MAX_OTHERS));
    }

    static boolean offers(Iso2Station station, int serviceId) {
        return serviceId == CHARGING || other(station, serviceId).isPresent();
    }

    private static Optional<ValueAddedService> other(Iso2Station station, int serviceId) {
        return others(station).stream().filter(service -> service.id() == serviceId).findFirst();
    }

    /** Whether this service is offered, with this parameter set if it names one. */
    static boolean offers(Iso2Station station, SelectedService selected) {
        Integer set = selected.parameterSetId();
        return selected.serviceId() == CHARGING
                || other(station, selected.serviceId())
                        .filter(service -> set == null || has(service, set))
                        .isPresent();
    }

    private static boolean has(ValueAddedService service, int set) {
        return service.parameterSets().stream()
                .anyMatch(offered -> offered.parameterSetId() == set);
    }

    static @Nullable ServiceParameterList parameters(Iso2Station station, int serviceId) {
        return other(station, serviceId)
                .map(ValueAddedService::parameterSets)
                .filter(sets -> !sets.isEmpty())
                .map(ServiceParameterList::new)
                .orElse(null);
    }

    /** Whether the vehicle may ask for a certificate in this way; who names no set may in both. */
    static boolean selects(List<SelectedService> selected, int parameterSet) {
        return selected.stream()
                .filter(service -> service.serviceId() == CERTIFICATE)
                .map(SelectedService::parameterSetId)
                .anyMatch(set -> set == null || set == parameterSet);
    }

    /** What the operator added, of what was selected. */
    static Map<Integer, Integer> valueAdded(List<SelectedService> selected) {
        Map<Integer, Integer> chosen = new TreeMap<>();
        for (SelectedService service : selected) {
            if (service.serviceId() > CERTIFICATE) {
                Integer set = service.parameterSetId();
                chosen.put(service.serviceId(), set == null ? 0 : set);
            }
        }
        return chosen;
    }
}

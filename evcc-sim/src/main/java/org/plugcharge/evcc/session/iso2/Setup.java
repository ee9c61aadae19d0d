package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.session.iso2.State.Active;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.Iso2Namespaces;
import org.plugcharge.v2g.iso2.ParameterSet;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.SelectedService;
import org.plugcharge.v2g.iso2.SelectedServiceList;
import org.plugcharge.v2g.iso2.Service;
import org.plugcharge.v2g.iso2.ServiceCategory;
import org.plugcharge.v2g.iso2.ServiceDetailReq;
import org.plugcharge.v2g.iso2.ServiceDetailRes;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.SessionId;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.SessionSetupRes;

import java.util.List;
import java.util.Optional;

/** From the handshake to the choice of services. */
final class Setup {

    private static final int SCHEMA_ID = 1;
    private static final int VERSION_MAJOR = 2;
    private static final int INSTALLATION_PARAMETER_SET = 1;

    private Setup() {}

    static Step begin(VehiclePlan plan, boolean tls, Now now) {
        if (plan.payment() == PaymentOption.CONTRACT && !tls) {
            return Moves.done(new Ending.Failed(new Failure.NeedsTls())); // [V2G2-633]
        }
        if (plan.payment() == PaymentOption.CONTRACT
                && plan.contract().isEmpty()
                && !plan.installContract()) {
            return Moves.done(
                    new Ending.Failed(new Failure.OwnFault("it has no charging contract")));
        }
        AppProtocol offer = new AppProtocol(Iso2Namespaces.MESSAGE, VERSION_MAJOR, 0, SCHEMA_ID, 1);
        return Step.to(
                new Active(Session.of(plan), new Stage.AwaitAppProtocol()),
                new Output.SendHandshake(new SupportedAppProtocolReq(List.of(offer))),
                new Output.Arm(
                        Timer.MESSAGE, now.plus(plan.pace().stretched(Timeouts.APP_PROTOCOL))),
                new Output.Arm(Timer.COMMUNICATION_SETUP, now.plus(Timeouts.COMMUNICATION_SETUP)));
    }

    static Step negotiated(Active active, SupportedAppProtocolRes response, Now now) {
        boolean agreed =
                response.responseCode() != AppProtocolResponseCode.FAILED_NO_NEGOTIATION
                        && Integer.valueOf(SCHEMA_ID).equals(response.schemaId());
        if (!agreed) {
            return Moves.breakOff(active, new Failure.NoProtocol());
        }
        Session session = active.session();
        return Moves.ask(
                session,
                new Stage.AwaitSessionSetup(),
                new SessionSetupReq(session.plan().evccId()),
                now);
    }

    static Step sessionSetUp(Active active, Bytes id, SessionSetupRes response, Now now) {
        if (SessionId.parse(id).asksForNew()) {
            return Moves.breakOff(
                    active,
                    new Failure.WrongSession("an id other than zero", id.toHex())); // [V2G2-750]
        }
        return Moves.ask(
                        active.session().named(id),
                        new Stage.AwaitServiceDiscovery(),
                        new ServiceDiscoveryReq(null, null),
                        now)
                .after(
                        new Output.Disarm(Timer.COMMUNICATION_SETUP),
                        new Output.Note("station " + response.evseId()));
    }

    static Step servicesDiscovered(Session session, ServiceDiscoveryRes response, Now now) {
        VehiclePlan plan = session.plan();
        Optional<EnergyTransferMode> mode =
                plan.modes().stream()
                        .filter(
                                response.chargeService().supportedEnergyTransferModes().modes()
                                        ::contains)
                        .findFirst();
        if (mode.isEmpty()) {
            return Moves.leave(session, new Failure.NotOffered("direct current charging"), now);
        }
        if (!response.paymentOptions().options().contains(plan.payment())) {
            return Moves.leave(session, new Failure.NotOffered(inWords(plan.payment())), now);
        }
        int chargeService = response.chargeService().serviceId();
        if (!plan.installContract()) {
            return select(
                    session,
                    mode.get(),
                    false,
                    List.of(new SelectedService(chargeService, null)),
                    now);
        }
        return certificateService(response)
                .map(id ->
                        Moves.ask(
                                session,
                                new Stage.AwaitServiceDetail(mode.get(), chargeService, id),
                                new ServiceDetailReq(id),
                                now))
                .orElseGet(() -> withoutInstallation(session, mode.get(), chargeService, now));
    }

    static Step serviceDetailed(
            Session session, Stage.AwaitServiceDetail stage, ServiceDetailRes response, Now now) {
        boolean installs =
                response.parameters() != null
                        && response.parameters().parameterSets().stream()
                                .mapToInt(ParameterSet::parameterSetId)
                                .anyMatch(id -> id == INSTALLATION_PARAMETER_SET);
        if (!installs) {
            return withoutInstallation(session, stage.mode(), stage.chargeServiceId(), now);
        }
        List<SelectedService> services =
                List.of(
                        new SelectedService(stage.chargeServiceId(), null),
                        new SelectedService(
                                stage.certificateServiceId(), INSTALLATION_PARAMETER_SET));
        return select(session, stage.mode(), true, services, now);
    }

    private static Step withoutInstallation(
            Session session, EnergyTransferMode mode, int chargeService, Now now) {
        if (session.plan().contract().isEmpty()) {
            return Moves.leave(
                    session, new Failure.NotOffered("installation of charging contracts"), now);
        }
        return select(session, mode, false, List.of(new SelectedService(chargeService, null)), now)
                .after(
                        new Output.Note(
                                "the station installs no contracts; the car uses the one it has"));
    }

    private static Step select(
            Session session,
            EnergyTransferMode mode,
            boolean install,
            List<SelectedService> services,
            Now now) {
        return Moves.ask(
                session,
                new Stage.AwaitPaymentSelection(mode, install),
                new PaymentServiceSelectionReq(
                        session.plan().payment(), new SelectedServiceList(services)),
                now);
    }

    private static Optional<Integer> certificateService(ServiceDiscoveryRes response) {
        List<Service> services =
                response.services() == null ? List.of() : response.services().services();
        return services.stream()
                .filter(service -> service.category() == ServiceCategory.CONTRACT_CERTIFICATE)
                .map(Service::serviceId)
                .findFirst();
    }

    private static String inWords(PaymentOption payment) {
        return switch (payment) {
            case CONTRACT -> "Plug and Charge";
            case EXTERNAL_PAYMENT -> "payment at the station";
        };
    }
}

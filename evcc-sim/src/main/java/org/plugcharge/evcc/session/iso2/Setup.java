package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
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
import org.plugcharge.v2g.iso2.ResponseCode;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the handshake to the choice of services. */
final class Setup {

    private static final int SCHEMA_ID = 1;
    private static final int VERSION_MAJOR = 2;
    private static final int CERTIFICATE_SERVICE = 2;
    private static final int INSTALLATION_PARAMETER_SET = 1;
    private static final int UPDATE_PARAMETER_SET = 2;

    private Setup() {}

    static Step begin(VehiclePlan plan, Input.Begin begin, Now now) {
        if (plan.payment() == PaymentOption.CONTRACT && !begin.tls()) {
            return Moves.done(new Ending.Failed(new Failure.NeedsTls())); // [V2G2-633]
        }
        if (plan.payment() == PaymentOption.CONTRACT
                && plan.contract().isEmpty()
                && plan.certificate() != CertificateWish.INSTALL) {
            return Moves.done(
                    new Ending.Failed(new Failure.OwnFault("it has no charging contract")));
        }
        Step step = begin.agreed() ? setUp(Session.of(plan), now) : offer(plan, now);
        return step.after(
                new Output.Arm(Timer.COMMUNICATION_SETUP, now.plus(Timeouts.COMMUNICATION_SETUP)));
    }

    private static Step offer(VehiclePlan plan, Now now) {
        AppProtocol offer = new AppProtocol(Iso2Namespaces.MESSAGE, VERSION_MAJOR, 0, SCHEMA_ID, 1);
        return Step.to(
                new Active(Session.of(plan), new Stage.AwaitAppProtocol()),
                new Output.SendHandshake(new SupportedAppProtocolReq(List.of(offer))),
                new Output.Arm(
                        Timer.MESSAGE, now.plus(plan.pace().stretched(Timeouts.APP_PROTOCOL))));
    }

    static Step negotiated(Active active, SupportedAppProtocolRes response, Now now) {
        boolean agreed =
                response.responseCode() != AppProtocolResponseCode.FAILED_NO_NEGOTIATION
                        && Integer.valueOf(SCHEMA_ID).equals(response.schemaId());
        if (!agreed) {
            return Moves.breakOff(active, new Failure.NoProtocol());
        }
        return setUp(active.session(), now);
    }

    private static Step setUp(Session session, Now now) {
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
                        new Output.Note("station " + response.evseId() + joined(response)));
    }

    private static String joined(SessionSetupRes response) {
        return response.responseCode() == ResponseCode.OK_OLD_SESSION_JOINED
                ? ", the session goes on"
                : "";
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
            return Moves.leave(session, new Failure.NotOffered(wished(plan)), now);
        }
        List<PaymentOption> payments = response.paymentOptions().options();
        if (!payments.contains(plan.payment())) {
            return plan.wishes().external() && payments.contains(PaymentOption.EXTERNAL_PAYMENT)
                    ? payAtTheStation(session, response, now)
                    : Moves.leave(session, new Failure.NotOffered(inWords(plan.payment())), now);
        }
        return ask(
                session,
                new Choosing(
                        mode.get(),
                        CertificateWish.NONE,
                        List.of(new SelectedService(response.chargeService().serviceId(), null))),
                worthAsking(plan, response),
                now);
    }

    private static Step payAtTheStation(Session session, ServiceDiscoveryRes response, Now now) {
        return servicesDiscovered(
                        session.planned(session.plan().payingAtTheStation()), response, now)
                .after(new Output.Note("no contract is taken here: please pay at the station"));
    }

    private static String wished(VehiclePlan plan) {
        return switch (plan.modes().getFirst()) {
            case AC_SINGLE_PHASE_CORE, AC_THREE_PHASE_CORE -> Preparation.current(true);
            case DC_CORE, DC_EXTENDED, DC_COMBO_CORE, DC_UNIQUE -> Preparation.current(false);
        };
    }

    /** The offered services the car wants, by number: contract certificates first. */
    private static List<Integer> worthAsking(VehiclePlan plan, ServiceDiscoveryRes response) {
        List<Service> offered =
                response.services() == null ? List.of() : response.services().services();
        List<Integer> wanted = new ArrayList<>();
        for (Service service : offered) {
            boolean certificates = service.category() == ServiceCategory.CONTRACT_CERTIFICATE;
            if (certificates && plan.certificate() != CertificateWish.NONE) {
                wanted.addFirst(service.serviceId());
            } else if (!certificates && plan.wishes().services().contains(service.serviceId())) {
                wanted.add(service.serviceId());
            }
        }
        return wanted;
    }

    /** What was chosen so far. */
    private record Choosing(
            EnergyTransferMode mode, CertificateWish wish, List<SelectedService> selected) {

        Choosing with(SelectedService service) {
            List<SelectedService> all = new ArrayList<>(selected);
            all.add(service);
            return new Choosing(mode, wish, List.copyOf(all));
        }

        Choosing granting(CertificateWish granted) {
            return new Choosing(mode, granted, selected);
        }
    }

    /** The details of one service after the other, then the choice. */
    private static Step ask(Session session, Choosing choosing, List<Integer> services, Now now) {
        if (services.isEmpty()) {
            return select(session, choosing, now);
        }
        int next = services.getFirst();
        return Moves.ask(
                session,
                new Stage.AwaitServiceDetail(
                        choosing.mode(),
                        choosing.wish(),
                        choosing.selected(),
                        next,
                        services.subList(1, services.size())),
                new ServiceDetailReq(next),
                now);
    }

    static Step serviceDetailed(
            Session session, Stage.AwaitServiceDetail stage, ServiceDetailRes response, Now now) {
        List<Integer> sets =
                response.parameters() == null
                        ? List.of()
                        : response.parameters().parameterSets().stream()
                                .map(ParameterSet::parameterSetId)
                                .toList();
        Choosing before = new Choosing(stage.mode(), stage.wish(), stage.selected());
        Choosing after =
                stage.serviceId() == CERTIFICATE_SERVICE
                        ? certificate(session.plan().certificate(), before, sets)
                        : before.with(
                                new SelectedService(
                                        stage.serviceId(),
                                        sets.isEmpty() ? null : sets.getFirst()));
        return ask(session, after, stage.further(), now);
    }

    private static Choosing certificate(
            CertificateWish wish, Choosing choosing, List<Integer> sets) {
        int set =
                wish == CertificateWish.UPDATE ? UPDATE_PARAMETER_SET : INSTALLATION_PARAMETER_SET;
        return sets.contains(set)
                ? choosing.with(new SelectedService(CERTIFICATE_SERVICE, set)).granting(wish)
                : choosing;
    }

    private static Step select(Session session, Choosing choosing, Now now) {
        boolean denied = session.plan().certificate() != choosing.wish();
        if (denied && session.plan().contract().isEmpty()) {
            return Moves.leave(
                    session, new Failure.NotOffered("installation of charging contracts"), now);
        }
        Step step =
                Moves.ask(
                        session,
                        new Stage.AwaitPaymentSelection(choosing.mode(), choosing.wish()),
                        new PaymentServiceSelectionReq(
                                session.plan().payment(),
                                new SelectedServiceList(choosing.selected())),
                        now);
        return denied
                ? step.after(
                        new Output.Note(
                                "the station hands out no contracts; the car uses the one it has"))
                : step;
    }

    private static String inWords(PaymentOption payment) {
        return switch (payment) {
            case CONTRACT -> "Plug and Charge";
            case EXTERNAL_PAYMENT -> "payment at the station";
        };
    }
}

package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionRes;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SelectedService;
import org.plugcharge.v2g.iso2.ServiceDetailReq;
import org.plugcharge.v2g.iso2.ServiceDetailRes;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The vehicle knows what is offered: it may ask for details, and chooses. */
record AwaitPaymentSelection(Session session) implements State {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(
                ServiceDetailReq.class, PaymentServiceSelectionReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case ServiceDetailReq detail -> detail(detail, now);
            case PaymentServiceSelectionReq selection -> select(selection, now);
            case Iso2Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    private Step detail(ServiceDetailReq request, Now now) {
        int service = request.serviceId();
        if (!Services.offers(session.station(), service)) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_SERVICE_ID_INVALID,
                    "service " + service + " is not offered",
                    now); // [V2G2-464]
        }
        return Step.to(
                this,
                session.send(
                        new ServiceDetailRes(
                                ResponseCode.OK,
                                service,
                                Services.parameters(session.station(), service))));
    }

    private Step select(PaymentServiceSelectionReq request, Now now) {
        PaymentOption option = request.paymentOption();
        List<SelectedService> selected = request.services().services();
        if (!Services.payment(session).options().contains(option)) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_PAYMENT_SELECTION_INVALID,
                    option + " is not offered",
                    now); // [V2G2-465]
        }
        if (!selected.stream().allMatch(service -> Services.offers(session.station(), service))) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_SERVICE_SELECTION_INVALID,
                    "not all of " + selected + " is offered",
                    now);
        }
        if (selected.stream().noneMatch(service -> service.serviceId() == Services.CHARGING)) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_NO_CHARGE_SERVICE_SELECTED,
                    "charging was not selected",
                    now);
        }
        Step step =
                Step.to(
                        chosen(option, selected),
                        session.send(new PaymentServiceSelectionRes(ResponseCode.OK)));
        Map<Integer, Integer> valueAdded = Services.valueAdded(selected);
        return valueAdded.isEmpty() ? step : step.and(new Output.Serve(valueAdded));
    }

    private State chosen(PaymentOption option, List<SelectedService> selected) {
        return switch (option) {
            case EXTERNAL_PAYMENT ->
                    AwaitAuthorization.external(session, new Identification.External());
            case CONTRACT ->
                    new AwaitPaymentDetails(
                            session,
                            Services.selects(selected, Services.INSTALLATION),
                            Services.selects(selected, Services.UPDATE));
        };
    }
}

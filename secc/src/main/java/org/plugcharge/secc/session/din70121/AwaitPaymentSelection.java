package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.PaymentOption;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SelectedService;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionReq;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionRes;
import org.plugcharge.v2g.din70121.SessionStopReq;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The vehicle knows what is offered, and chooses. */
record AwaitPaymentSelection(Session session) implements State {

    @Override
    public State in(Session changed) {
        return new AwaitPaymentSelection(changed);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of(ServicePaymentSelectionReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        ServicePaymentSelectionReq selection = (ServicePaymentSelectionReq) request;
        if (selection.paymentOption() != PaymentOption.EXTERNAL_PAYMENT) {
            return Din70121Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_PAYMENT_SELECTION_INVALID,
                    selection.paymentOption() + " is not offered",
                    now); // [V2G-DC-395]
        }
        List<SelectedService> selected = selection.services().services();
        if (selected.size() != 1 || selected.getFirst().serviceId() != Offer.CHARGING_ID) {
            return Din70121Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_SERVICE_SELECTION_INVALID,
                    "expected the charge service alone, got " + selected.size() + " services",
                    now); // [V2G-DC-396], [V2G-DC-635]
        }
        return Step.to(
                new AwaitAuthorization(session, Optional.empty(), false),
                session.send(new ServicePaymentSelectionRes(ResponseCode.OK)));
    }
}

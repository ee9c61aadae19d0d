package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.MeterInfo;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.MeteringReceiptRes;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.signature.SignedElement;
import org.plugcharge.v2g.xmldsig.Signature;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Energy flows, and the vehicle was told to sign for the meter; {@code meter} is what it was shown.
 * A vehicle that goes on without signing is told again: there are some in the field that never sign
 * with DC.
 */
record AwaitReceipt(Charging charging, MeterInfo meter) implements State, State.Flowing {

    @Override
    public Session session() {
        return charging.session();
    }

    @Override
    public Choice choice() {
        return charging.choice();
    }

    @Override
    public boolean stopping() {
        return charging.stopping();
    }

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        Set<Class<? extends Iso2Request>> expected = new HashSet<>(charging.expected());
        expected.add(MeteringReceiptReq.class);
        return Set.copyOf(expected);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case MeteringReceiptReq receipt ->
                    flaw(receipt, input.message().header().signature())
                            .map(flaw ->
                                    Iso2Session.refuse(
                                            this,
                                            receipt,
                                            ResponseCode.FAILED_METERING_SIGNATURE_NOT_VALID,
                                            flaw,
                                            now)) // [V2G2-481]
                            .orElseGet(() -> taken(now));
            case Iso2Request unsigned -> charging.received(unsigned, input, now);
        };
    }

    /** The receipt must be for what was shown, and signed with the key of the contract. */
    private Optional<String> flaw(MeteringReceiptReq receipt, @Nullable Signature signature) {
        Integer schedule = receipt.scheduleTupleId();
        if (!receipt.sessionId().equals(session().id())
                || !receipt.meterInfo().equals(meter)
                || !Objects.requireNonNullElse(schedule, choice().schedule().id())
                        .equals(choice().schedule().id())) {
            return Optional.of("the receipt is not for what the vehicle was shown");
        }
        return contract()
                .map(contract ->
                        ContractSignature.flaw(
                                SignedElement.of(receipt), signature, contract.key()))
                .orElse(Optional.of("there is no contract to sign with"));
    }

    private Optional<PresentedContract> contract() {
        return charging.choice().identification() instanceof Identification.Contract contract
                ? PresentedContract.read(contract.chain())
                : Optional.empty();
    }

    private Step taken(Now now) {
        return Step.to(
                new Charging(session(), choice(), charging.loop().receipted(now.at())),
                session()
                        .send(
                                new MeteringReceiptRes(
                                        ResponseCode.OK,
                                        Answers.status(
                                                choice().agreement().limits(),
                                                DcEvseStatusCode.READY,
                                                charging.loop().wish(),
                                                now))));
    }

    @Override
    public Step happened(Input input, Now now) {
        return charging.happened(input, now).next() instanceof Charging next
                ? Step.to(new AwaitReceipt(next, meter))
                : Step.to(this);
    }
}

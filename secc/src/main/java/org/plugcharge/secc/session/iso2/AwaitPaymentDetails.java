package org.plugcharge.secc.session.iso2;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.IdentifierException;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PaymentDetailsRes;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The vehicle wants to pay by contract; until it has asked for a certificate, as it selected, it
 * may do so.
 */
record AwaitPaymentDetails(Session session, boolean mayInstall, boolean mayUpdate)
        implements State {

    private static final int CHALLENGE_OCTETS = 16;

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        Set<Class<? extends Iso2Request>> expected = new HashSet<>();
        expected.add(PaymentDetailsReq.class);
        expected.add(SessionStopReq.class);
        if (mayInstall) {
            expected.add(CertificateInstallationReq.class);
        }
        if (mayUpdate) {
            expected.add(CertificateUpdateReq.class);
        }
        return Set.copyOf(expected);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case CertificateInstallationReq installation ->
                    Step.to(
                            new InstallingCertificate(session, installation),
                            new Output.Install(input.exi()),
                            Session.arm(Timer.INSTALLATION, now));
            case CertificateUpdateReq update ->
                    Step.to(
                            new InstallingCertificate(session, update),
                            new Output.Update(input.exi()),
                            Session.arm(Timer.INSTALLATION, now));
            case PaymentDetailsReq details -> details(details, now);
            case Iso2Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    private Step details(PaymentDetailsReq request, Now now) {
        CertificateChain chain = chain(request);
        Optional<PresentedContract> presented = PresentedContract.read(chain);
        if (presented.isEmpty()) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_CERT_CHAIN_ERROR,
                    "the contract certificate can't be read",
                    now);
        }
        PresentedContract contract = presented.get();
        if (!claims(request.emaid(), contract.emaid())) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_CERT_CHAIN_ERROR,
                    "the eMAID is not the one of the certificate",
                    now);
        }
        Optional<Refusal> objection = session.station().contractCheck().objection(chain, now.at());
        if (objection.isPresent()) {
            return Iso2Session.refuse(
                    this,
                    request,
                    Refusals.code(objection.get()),
                    "the contract chain was refused by the station",
                    now);
        }
        return ask(contract, now);
    }

    private Step ask(PresentedContract contract, Now now) {
        Bytes challenge = now.entropy().octets(CHALLENGE_OCTETS);
        Identification identification =
                new Identification.Contract(contract.emaid(), contract.chain());
        return Step.to(
                AwaitAuthorization.contract(session, identification, contract, challenge),
                new Output.Authorize(identification),
                session.send(
                        new PaymentDetailsRes(
                                ResponseCode.OK, challenge, now.at().getEpochSecond())));
    }

    private static CertificateChain chain(PaymentDetailsReq request) {
        org.plugcharge.v2g.iso2.CertificateChain sent = request.contractChain();
        return new CertificateChain(
                sent.certificate(),
                sent.subCertificates() == null ? List.of() : sent.subCertificates().certificates());
    }

    private static boolean claims(String text, Emaid owner) {
        try {
            return Emaid.parse(text).equals(owner);
        } catch (IdentifierException e) {
            return false;
        }
    }
}

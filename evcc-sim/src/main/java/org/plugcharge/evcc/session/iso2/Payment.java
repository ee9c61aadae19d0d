package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.session.Now;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.AuthorizationRes;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.CertificateUpdateRes;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.ListOfRootCertificateIds;
import org.plugcharge.v2g.iso2.MessageHeader;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PaymentDetailsRes;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.xmldsig.Signature;

/** From the choice of payment to authorisation. */
final class Payment {

    private static final String SIGNED_ID = "id1";

    private Payment() {}

    static Step selected(Session session, Stage.AwaitPaymentSelection stage, Now now) {
        if (session.plan().payment() == PaymentOption.EXTERNAL_PAYMENT) {
            return authorize(session, stage.mode(), now);
        }
        return switch (stage.wish()) {
            case NONE -> presentContract(session, stage.mode(), now);
            case INSTALL -> install(session, stage.mode(), now);
            case UPDATE -> update(session, stage.mode(), now);
        };
    }

    private static Step install(Session session, EnergyTransferMode mode, Now now) {
        Provisioning oem = session.plan().provisioning().orElseThrow();
        CertificateInstallationReq request =
                new CertificateInstallationReq(
                        SIGNED_ID,
                        oem.certificate(),
                        new ListOfRootCertificateIds(oem.trustedRoots()));
        return sign(session, mode, request, SigningKey.PROVISIONING, now);
    }

    private static Step update(Session session, EnergyTransferMode mode, Now now) {
        Contract old = session.plan().contract().orElseThrow();
        CertificateUpdateReq request =
                new CertificateUpdateReq(
                        SIGNED_ID,
                        CertificateChain.of(old.certificate(), old.subCertificates()),
                        old.emaid(),
                        new ListOfRootCertificateIds(
                                session.plan().provisioning().orElseThrow().trustedRoots()));
        return sign(session, mode, request, SigningKey.CONTRACT, now);
    }

    private static Step sign(
            Session session,
            EnergyTransferMode mode,
            Iso2Request request,
            SigningKey key,
            Now now) {
        return Moves.work(
                session,
                new Stage.SigningInstallation(mode, request, key),
                new Output.Sign(key, request),
                now);
    }

    static Step installationSigned(
            Session session, Stage.SigningInstallation stage, Input.Signed signed, Now now) {
        Stage.Awaiting next =
                switch (stage.key()) {
                    case PROVISIONING -> new Stage.AwaitCertificateInstallation(stage.mode());
                    case CONTRACT -> new Stage.AwaitCertificateUpdate(stage.mode());
                };
        return ask(session, next, stage.request(), signed.signature(), now);
    }

    /** An update brings the same parts as an installation, sealed for the contract that ends. */
    static Step updated(
            Session session,
            Stage.AwaitCertificateUpdate stage,
            MessageHeader header,
            CertificateUpdateRes response,
            Now now) {
        CertificateInstallationRes parts =
                new CertificateInstallationRes(
                        response.responseCode(),
                        response.provisioningChain(),
                        response.contractChain(),
                        response.encryptedPrivateKey(),
                        response.dhPublicKey(),
                        response.emaid());
        return installed(session, stage.mode(), header, parts, SigningKey.CONTRACT, now);
    }

    static Step installed(
            Session session,
            EnergyTransferMode mode,
            MessageHeader header,
            CertificateInstallationRes response,
            SigningKey sealedFor,
            Now now) {
        Signature signature = header.signature();
        if (signature == null) {
            return notOpened(session, "the response is not signed", now);
        }
        return Moves.work(
                session,
                new Stage.OpeningContract(mode),
                new Output.OpenContract(response, signature, sealedFor),
                now);
    }

    static Step opened(Session session, Stage.OpeningContract stage, Contract contract, Now now) {
        return presentContract(session.paying(contract), stage.mode(), now)
                .after(
                        new Output.Disarm(Timer.SEQUENCE_PERFORMANCE),
                        new Output.StoreContract(contract));
    }

    static Step notOpened(Session session, String reason, Now now) {
        return Moves.leave(session, new Failure.BadContract(reason), now)
                .after(new Output.Disarm(Timer.SEQUENCE_PERFORMANCE));
    }

    private static Step presentContract(Session session, EnergyTransferMode mode, Now now) {
        Contract contract = session.plan().contract().orElseThrow();
        PaymentDetailsReq request =
                new PaymentDetailsReq(
                        contract.emaid(),
                        CertificateChain.of(contract.certificate(), contract.subCertificates()));
        return Moves.ask(session, new Stage.AwaitPaymentDetails(mode), request, now);
    }

    static Step challenged(
            Session session, Stage.AwaitPaymentDetails stage, PaymentDetailsRes response, Now now) {
        AuthorizationReq request = new AuthorizationReq(SIGNED_ID, response.genChallenge());
        Step step =
                Moves.work(
                        session,
                        new Stage.SigningAuthorization(stage.mode(), request),
                        new Output.Sign(SigningKey.CONTRACT, request),
                        now);
        return response.responseCode() == ResponseCode.OK_CERTIFICATE_EXPIRES_SOON
                ? step.after(new Output.Note("the contract certificate expires soon"))
                : step;
    }

    static Step authorizationSigned(
            Session session, Stage.SigningAuthorization stage, Input.Signed signed, Now now) {
        return ask(
                        session,
                        new Stage.AwaitAuthorization(stage.mode()),
                        stage.request(),
                        signed.signature(),
                        now)
                .after(new Output.Arm(Timer.ONGOING, now.plus(Timeouts.ONGOING)));
    }

    private static Step authorize(Session session, EnergyTransferMode mode, Now now) {
        return Moves.ask(
                        session,
                        new Stage.AwaitAuthorization(mode),
                        new AuthorizationReq(null, null),
                        now)
                .after(new Output.Arm(Timer.ONGOING, now.plus(Timeouts.ONGOING)));
    }

    static Step authorized(
            Session session, Stage.AwaitAuthorization stage, AuthorizationRes response, Now now) {
        if (response.processing() == EvseProcessing.FINISHED) {
            return Preparation.discover(session, stage.mode(), now);
        }
        // Challenge and signature are sent once; while the station says Ongoing the request is bare
        // [V2G2-684].
        return Moves.askLater(
                session,
                stage,
                new AuthorizationReq(null, null),
                session.plan().pace().poll(),
                now);
    }

    private static Step ask(
            Session session,
            Stage.Awaiting next,
            Iso2Request request,
            Signature signature,
            Now now) {
        return Moves.askSigned(session, next, request, signature, now)
                .after(new Output.Disarm(Timer.SEQUENCE_PERFORMANCE));
    }
}

package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.AuthorizationRes;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.CableCheckRes;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.CertificateUpdateRes;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.ChargingStatusReq;
import org.plugcharge.v2g.iso2.ChargingStatusRes;
import org.plugcharge.v2g.iso2.ContractSignatureEncryptedPrivateKey;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.DhPublicKey;
import org.plugcharge.v2g.iso2.EmaidElement;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.EvseStatus;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.MeteringReceiptRes;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PaymentDetailsRes;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionRes;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PowerDeliveryRes;
import org.plugcharge.v2g.iso2.PreChargeReq;
import org.plugcharge.v2g.iso2.PreChargeRes;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.ServiceDetailReq;
import org.plugcharge.v2g.iso2.ServiceDetailRes;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.SessionSetupRes;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.SessionStopRes;
import org.plugcharge.v2g.iso2.SubCertificates;
import org.plugcharge.v2g.iso2.WeldingDetectionReq;
import org.plugcharge.v2g.iso2.WeldingDetectionRes;

import java.util.List;

/**
 * The answer with a FAILED code to every request, with what the schema asks for filled in
 * [V2G2-736].
 */
final class Refusals {

    private static final Bytes ONE_OCTET = Bytes.of((byte) 0);

    private Refusals() {}

    static Iso2Response answer(Iso2Request request, ResponseCode code, Session session, Now now) {
        Iso2Station station = session.station();
        return switch (request) {
            case SessionSetupReq _ -> new SessionSetupRes(code, station.evseId(), null);
            case ServiceDiscoveryReq _ ->
                    new ServiceDiscoveryRes(
                            code, Services.payment(session), Services.charging(session), null);
            case ServiceDetailReq detail -> new ServiceDetailRes(code, detail.serviceId(), null);
            case PaymentServiceSelectionReq _ -> new PaymentServiceSelectionRes(code);
            case PaymentDetailsReq _ ->
                    new PaymentDetailsRes(code, Bytes.of(new byte[16]), now.at().getEpochSecond());
            case CertificateInstallationReq _ ->
                    new CertificateInstallationRes(
                            code,
                            emptyChain(null),
                            emptyChain("id1"),
                            emptyKey(),
                            emptyPoint(),
                            new EmaidElement("id4", "ZZ000000000000"));
            case CertificateUpdateReq update ->
                    new CertificateUpdateRes(
                            code,
                            emptyChain(null),
                            emptyChain("id1"),
                            emptyKey(),
                            emptyPoint(),
                            new EmaidElement("id4", update.emaid()),
                            null);
            case AuthorizationReq _ -> new AuthorizationRes(code, EvseProcessing.FINISHED);
            case ChargeParameterDiscoveryReq _ ->
                    new ChargeParameterDiscoveryRes(
                            code,
                            EvseProcessing.FINISHED,
                            null,
                            Answers.parameters(station.limits(), now));
            case CableCheckReq _ -> new CableCheckRes(code, dcStatus(now), EvseProcessing.FINISHED);
            case PreChargeReq _ ->
                    new PreChargeRes(code, dcStatus(now), Answers.volts(now.evse().milliVolts()));
            case PowerDeliveryReq _ -> new PowerDeliveryRes(code, status(station, now));
            case CurrentDemandReq _ -> currentDemand(code, station, now);
            case WeldingDetectionReq _ ->
                    new WeldingDetectionRes(
                            code, dcStatus(now), Answers.volts(now.evse().milliVolts()));
            case ChargingStatusReq _ ->
                    new ChargingStatusRes(
                            code,
                            station.evseId(),
                            1,
                            null,
                            null,
                            null,
                            Answers.acStatus(EvseNotification.NONE, now));
            case MeteringReceiptReq _ -> new MeteringReceiptRes(code, status(station, now));
            case SessionStopReq _ -> new SessionStopRes(code);
        };
    }

    /** The one map from a refusal to the code that a vehicle understands. */
    static ResponseCode code(Refusal refusal) {
        return switch (refusal) {
            case CERTIFICATE_CHAIN_ERROR -> ResponseCode.FAILED_CERT_CHAIN_ERROR;
            case CERTIFICATE_EXPIRED -> ResponseCode.FAILED_CERTIFICATE_EXPIRED;
            case CERTIFICATE_REVOKED -> ResponseCode.FAILED_CERTIFICATE_REVOKED;
            case CONTRACT_CANCELLED -> ResponseCode.FAILED_CONTRACT_CANCELED;
            case NOT_ALLOWED_HERE -> ResponseCode.FAILED_CERTIFICATE_NOT_ALLOWED_AT_THIS_EVSE;
            case REFUSED, UNREACHABLE -> ResponseCode.FAILED;
        };
    }

    private static CurrentDemandRes currentDemand(ResponseCode code, Iso2Station station, Now now) {
        return new CurrentDemandRes(
                code,
                dcStatus(now),
                Answers.volts(now.evse().milliVolts()),
                Answers.amps(now.evse().milliAmps()),
                false,
                false,
                false,
                null,
                null,
                null,
                station.evseId(),
                1,
                null,
                null);
    }

    private static EvseStatus status(Iso2Station station, Now now) {
        return Answers.status(
                station.limits(), DcEvseStatusCode.NOT_READY, EvseNotification.NONE, now);
    }

    private static DcEvseStatus dcStatus(Now now) {
        return Answers.dcStatus(DcEvseStatusCode.NOT_READY, EvseNotification.NONE, now);
    }

    private static CertificateChain emptyChain(@Nullable String id) {
        return new CertificateChain(id, ONE_OCTET, new SubCertificates(List.of(ONE_OCTET)));
    }

    private static ContractSignatureEncryptedPrivateKey emptyKey() {
        return new ContractSignatureEncryptedPrivateKey("id2", ONE_OCTET);
    }

    private static DhPublicKey emptyPoint() {
        return new DhPublicKey("id3", ONE_OCTET);
    }
}

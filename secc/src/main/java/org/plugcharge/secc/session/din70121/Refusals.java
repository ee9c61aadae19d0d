package org.plugcharge.secc.session.din70121;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.AcEvseStatus;
import org.plugcharge.v2g.din70121.CableCheckReq;
import org.plugcharge.v2g.din70121.CableCheckRes;
import org.plugcharge.v2g.din70121.CertificateChain;
import org.plugcharge.v2g.din70121.CertificateInstallationReq;
import org.plugcharge.v2g.din70121.CertificateInstallationRes;
import org.plugcharge.v2g.din70121.CertificateUpdateReq;
import org.plugcharge.v2g.din70121.CertificateUpdateRes;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.din70121.ChargingStatusReq;
import org.plugcharge.v2g.din70121.ChargingStatusRes;
import org.plugcharge.v2g.din70121.ContractAuthenticationReq;
import org.plugcharge.v2g.din70121.ContractAuthenticationRes;
import org.plugcharge.v2g.din70121.CurrentDemandReq;
import org.plugcharge.v2g.din70121.DcEvseStatus;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.din70121.EvseNotification;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.MeteringReceiptReq;
import org.plugcharge.v2g.din70121.MeteringReceiptRes;
import org.plugcharge.v2g.din70121.PaymentDetailsReq;
import org.plugcharge.v2g.din70121.PaymentDetailsRes;
import org.plugcharge.v2g.din70121.PowerDeliveryReq;
import org.plugcharge.v2g.din70121.PowerDeliveryRes;
import org.plugcharge.v2g.din70121.PreChargeReq;
import org.plugcharge.v2g.din70121.PreChargeRes;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.ServiceDetailReq;
import org.plugcharge.v2g.din70121.ServiceDetailRes;
import org.plugcharge.v2g.din70121.ServiceDiscoveryReq;
import org.plugcharge.v2g.din70121.ServiceDiscoveryRes;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionReq;
import org.plugcharge.v2g.din70121.ServicePaymentSelectionRes;
import org.plugcharge.v2g.din70121.SessionSetupReq;
import org.plugcharge.v2g.din70121.SessionSetupRes;
import org.plugcharge.v2g.din70121.SessionStopReq;
import org.plugcharge.v2g.din70121.SessionStopRes;
import org.plugcharge.v2g.din70121.WeldingDetectionReq;
import org.plugcharge.v2g.din70121.WeldingDetectionRes;

/**
 * The answer with a FAILED code to every request, with what the schema asks for filled in; also to
 * those that no session of this station uses.
 */
final class Refusals {

    private static final CertificateChain NO_CHAIN = new CertificateChain(Bytes.of((byte) 0), null);
    private static final Bytes NOTHING = Bytes.of((byte) 0);
    private static final AcEvseStatus NO_AC =
            new AcEvseStatus(false, false, 0, EvseNotification.NONE);

    private Refusals() {}

    static Din70121Response answer(
            Din70121Request request, ResponseCode code, Session session, Now now) {
        Bytes evseId = session.station().evseId();
        return switch (request) {
            case SessionSetupReq _ -> new SessionSetupRes(code, evseId, null);
            case ServiceDiscoveryReq _ ->
                    new ServiceDiscoveryRes(code, Offer.PAYMENT, Offer.CHARGING, null);
            case ServiceDetailReq detail -> new ServiceDetailRes(code, detail.serviceId(), null);
            case ServicePaymentSelectionReq _ -> new ServicePaymentSelectionRes(code);
            case PaymentDetailsReq _ -> new PaymentDetailsRes(code, "0", now.at().getEpochSecond());
            case CertificateInstallationReq _ ->
                    new CertificateInstallationRes("id1", code, NO_CHAIN, NOTHING, NOTHING, "0");
            case CertificateUpdateReq update ->
                    new CertificateUpdateRes(
                            "id1", code, NO_CHAIN, NOTHING, NOTHING, update.contractId(), 0);
            case ContractAuthenticationReq _ ->
                    new ContractAuthenticationRes(code, EvseProcessing.FINISHED);
            case ChargeParameterDiscoveryReq _ -> chargeParameters(code, session, now);
            case CableCheckReq _ ->
                    new CableCheckRes(code, status(session, now), EvseProcessing.FINISHED);
            case PreChargeReq _ ->
                    new PreChargeRes(
                            code, status(session, now), Answers.volts(now.evse().milliVolts()));
            case PowerDeliveryReq _ -> new PowerDeliveryRes(code, status(session, now));
            case CurrentDemandReq _ ->
                    Answers.currentDemand(
                            code, status(session, now), session.station().limits(), 0, now);
            case WeldingDetectionReq _ ->
                    new WeldingDetectionRes(
                            code, status(session, now), Answers.volts(now.evse().milliVolts()));
            case ChargingStatusReq _ ->
                    new ChargingStatusRes(code, evseId, 1, null, null, false, NO_AC);
            case MeteringReceiptReq _ -> new MeteringReceiptRes(code, NO_AC);
            case SessionStopReq _ -> new SessionStopRes(code);
        };
    }

    /** The schedules are not optional here, not even in a refusal. */
    private static Din70121Response chargeParameters(ResponseCode code, Session session, Now now) {
        DinStation station = session.station();
        return new ChargeParameterDiscoveryRes(
                code,
                EvseProcessing.FINISHED,
                Answers.schedules(Agreement.none(station.offeredWatts(), now.at())),
                Answers.parameters(session, now));
    }

    private static DcEvseStatus status(Session session, Now now) {
        return Answers.status(DcEvseStatusCode.NOT_READY, session, now);
    }
}

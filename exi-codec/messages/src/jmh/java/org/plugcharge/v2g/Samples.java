package org.plugcharge.v2g;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.ConsumptionCost;
import org.plugcharge.v2g.iso2.ContractSignatureEncryptedPrivateKey;
import org.plugcharge.v2g.iso2.Cost;
import org.plugcharge.v2g.iso2.CostKind;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvErrorCode;
import org.plugcharge.v2g.iso2.DcEvStatus;
import org.plugcharge.v2g.iso2.DcEvseChargeParameter;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.DhPublicKey;
import org.plugcharge.v2g.iso2.EmaidElement;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Body;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.IsolationLevel;
import org.plugcharge.v2g.iso2.PMaxSchedule;
import org.plugcharge.v2g.iso2.PMaxScheduleEntry;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.RelativeTimeInterval;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SaScheduleList;
import org.plugcharge.v2g.iso2.SaScheduleTuple;
import org.plugcharge.v2g.iso2.SalesTariff;
import org.plugcharge.v2g.iso2.SalesTariffEntry;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.commonmessages.Authorization;
import org.plugcharge.v2g.iso20.commonmessages.AuthorizationReq;
import org.plugcharge.v2g.iso20.commonmessages.CommonMessagesCodec;
import org.plugcharge.v2g.iso20.commonmessages.ContractCertificateChain;
import org.plugcharge.v2g.iso20.commonmessages.PncAReqAuthorizationMode;
import org.plugcharge.v2g.iso20.commonmessages.SessionSetupReq;
import org.plugcharge.v2g.iso20.commonmessages.SubCertificates;
import org.plugcharge.v2g.iso20.dc.DcChargeLoopReq;
import org.plugcharge.v2g.iso20.dc.DcChargeLoopRes;
import org.plugcharge.v2g.iso20.dc.DcCodec;
import org.plugcharge.v2g.iso20.dc.DynamicDcClReqControlMode;
import org.plugcharge.v2g.iso20.dc.DynamicDcClResControlMode;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignedElement;
import org.plugcharge.v2g.xmldsig.Signature;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The messages that are measured, filled as in the field. */
final class Samples {

    private static final Bytes SESSION = Bytes.fromHex("0102030405060708");

    private Samples() {}

    static Sample of(String name) {
        return switch (name) {
            case "SupportedAppProtocolReq" -> {
                SupportedAppProtocolReq message = appProtocols();
                yield new Sample(
                        MessageSet.APP,
                        "supportedAppProtocolReq",
                        message,
                        out -> AppProtocolCodec.encode(message, out),
                        octets -> AppProtocolCodec.decode(octets, 0, octets.length));
            }
            case "CurrentDemandReq" -> iso2(V2gMessage.of(SESSION, currentDemandReq()));
            case "CurrentDemandRes" -> iso2(V2gMessage.of(SESSION, currentDemandRes()));
            case "ChargeParameterDiscoveryRes" -> iso2(V2gMessage.of(SESSION, schedules()));
            case "PaymentDetailsReq" -> iso2(V2gMessage.of(SESSION, paymentDetails()));
            case "CertificateInstallationRes" -> iso2(installation());
            case "DC_ChargeLoopReq" -> {
                DcChargeLoopReq message = chargeLoopReq();
                yield new Sample(
                        MessageSet.ISO20_DC,
                        name,
                        message,
                        out -> DcCodec.MESSAGES.encode(message, out),
                        octets -> DcCodec.MESSAGES.decode(octets, 0, octets.length));
            }
            case "DC_ChargeLoopRes" -> {
                DcChargeLoopRes message = chargeLoopRes();
                yield new Sample(
                        MessageSet.ISO20_DC,
                        name,
                        message,
                        out -> DcCodec.MESSAGES.encode(message, out),
                        octets -> DcCodec.MESSAGES.decode(octets, 0, octets.length));
            }
            case "AuthorizationReq" -> {
                AuthorizationReq message = authorization();
                yield new Sample(
                        MessageSet.ISO20_COMMON_MESSAGES,
                        name,
                        message,
                        out -> CommonMessagesCodec.MESSAGES.encode(message, out),
                        octets -> CommonMessagesCodec.MESSAGES.decode(octets, 0, octets.length));
            }
            case "SessionSetupReq" -> {
                SessionSetupReq message = new SessionSetupReq(header(), "WMIV1234567890ABCDEX");
                yield new Sample(
                        MessageSet.ISO20_COMMON_MESSAGES,
                        name,
                        message,
                        out -> CommonMessagesCodec.MESSAGES.encode(message, out),
                        octets -> CommonMessagesCodec.MESSAGES.decode(octets, 0, octets.length));
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Sample iso2(V2gMessage message) {
        return new Sample(
                MessageSet.ISO2,
                "V2G_Message",
                message,
                out -> Iso2Codec.encode(message, out),
                octets -> Iso2Codec.decode(octets, 0, octets.length));
    }

    private static SupportedAppProtocolReq appProtocols() {
        return new SupportedAppProtocolReq(
                List.of(
                        new AppProtocol("urn:iso:std:iso:15118:-20:DC", 1, 0, 1, 1),
                        new AppProtocol("urn:iso:15118:2:2013:MsgDef", 2, 0, 2, 2),
                        new AppProtocol("urn:din:70121:2012:MsgDef", 2, 0, 3, 3)));
    }

    private static PhysicalValue value(int multiplier, UnitSymbol unit, int value) {
        return new PhysicalValue(multiplier, unit, value);
    }

    private static Iso2Body currentDemandReq() {
        return new CurrentDemandReq(
                new DcEvStatus(true, DcEvErrorCode.NO_ERROR, 55),
                value(0, UnitSymbol.AMPERE, 120),
                value(0, UnitSymbol.VOLT, 410),
                value(0, UnitSymbol.AMPERE, 200),
                null,
                false,
                false,
                value(0, UnitSymbol.SECOND, 1200),
                null,
                value(0, UnitSymbol.VOLT, 395));
    }

    private static DcEvseStatus evseStatus() {
        return new DcEvseStatus(
                0, EvseNotification.NONE, IsolationLevel.VALID, DcEvseStatusCode.READY);
    }

    private static Iso2Body currentDemandRes() {
        return new CurrentDemandRes(
                ResponseCode.OK,
                evseStatus(),
                value(0, UnitSymbol.VOLT, 394),
                value(0, UnitSymbol.AMPERE, 119),
                false,
                false,
                false,
                value(0, UnitSymbol.VOLT, 500),
                value(0, UnitSymbol.AMPERE, 200),
                value(2, UnitSymbol.WATT, 1000),
                "DE*ABC*E123456789",
                1,
                null,
                null);
    }

    private static Iso2Body schedules() {
        List<PMaxScheduleEntry> power =
                IntStream.range(0, 12)
                        .mapToObj(hour ->
                                new PMaxScheduleEntry(
                                        new RelativeTimeInterval(hour * 3600L, 3600L),
                                        value(2, UnitSymbol.WATT, 500 + hour)))
                        .toList();
        List<SalesTariffEntry> prices =
                IntStream.range(0, 6)
                        .mapToObj(hour ->
                                new SalesTariffEntry(
                                        new RelativeTimeInterval(hour * 7200L, null),
                                        1 + hour % 3,
                                        List.of(
                                                new ConsumptionCost(
                                                        value(0, UnitSymbol.WATT, 0),
                                                        List.of(
                                                                new Cost(
                                                                        CostKind
                                                                                .RELATIVE_PRICE_PERCENTAGE,
                                                                        30 + hour,
                                                                        -2))))))
                        .toList();
        return new ChargeParameterDiscoveryRes(
                ResponseCode.OK,
                EvseProcessing.FINISHED,
                new SaScheduleList(
                        List.of(
                                new SaScheduleTuple(
                                        1,
                                        new PMaxSchedule(power),
                                        new SalesTariff("id1", 1, "night", 3, prices)))),
                new DcEvseChargeParameter(
                        evseStatus(),
                        value(0, UnitSymbol.AMPERE, 200),
                        value(2, UnitSymbol.WATT, 1000),
                        value(0, UnitSymbol.VOLT, 500),
                        value(0, UnitSymbol.AMPERE, 1),
                        value(0, UnitSymbol.VOLT, 150),
                        null,
                        value(0, UnitSymbol.AMPERE, 1),
                        null));
    }

    private static Iso2Body paymentDetails() {
        return new PaymentDetailsReq(
                "DEABCC123456ABX",
                CertificateChain.of(octets(560), List.of(octets(570), octets(560))));
    }

    /** About 4 KB: two chains of three certificates and a signature with four references. */
    private static V2gMessage installation() {
        CertificateInstallationRes response =
                new CertificateInstallationRes(
                        ResponseCode.OK,
                        CertificateChain.of(octets(560), List.of(octets(570), octets(560))),
                        CertificateChain.of("id1", octets(560), List.of(octets(570), octets(560))),
                        new ContractSignatureEncryptedPrivateKey("id2", octets(48)),
                        new DhPublicKey("id3", octets(65)),
                        new EmaidElement("id4", "DEABCC123456ABX"));
        return V2gMessage.signed(
                SESSION,
                signature(
                        SignatureSuite.ECDSA_SHA256,
                        SignedElement.of(response.contractChain()),
                        SignedElement.of(response.encryptedPrivateKey()),
                        SignedElement.of(response.dhPublicKey()),
                        SignedElement.of(response.emaid())),
                response);
    }

    private static Signature signature(SignatureSuite suite, SignedElement... elements) {
        return MessageSignature.sign(suite, _ -> octets(suite.valueLength()), elements);
    }

    private static RationalNumber number(int exponent, int value) {
        return new RationalNumber(exponent, value);
    }

    private static MessageHeader header() {
        return MessageHeader.of(SESSION, 1_793_000_000L);
    }

    private static DcChargeLoopReq chargeLoopReq() {
        return new DcChargeLoopReq(
                header(),
                null,
                false,
                number(0, 395),
                new DynamicDcClReqControlMode(
                        null,
                        number(1, 4000),
                        number(1, 6000),
                        number(0, 0),
                        number(2, 1500),
                        number(0, 500),
                        number(0, 300),
                        number(0, 450),
                        number(0, 250)));
    }

    private static DcChargeLoopRes chargeLoopRes() {
        return new DcChargeLoopRes(
                header(),
                org.plugcharge.v2g.iso20.ResponseCode.OK,
                null,
                null,
                null,
                number(0, 119),
                number(0, 394),
                false,
                false,
                false,
                new DynamicDcClResControlMode(
                        null,
                        null,
                        null,
                        null,
                        number(2, 1500),
                        number(0, 500),
                        number(0, 300),
                        number(0, 450)));
    }

    private static AuthorizationReq authorization() {
        PncAReqAuthorizationMode mode =
                new PncAReqAuthorizationMode(
                        "id1",
                        octets(16),
                        new ContractCertificateChain(
                                octets(690),
                                new SubCertificates(List.of(octets(688), octets(686)))));
        return new AuthorizationReq(
                new MessageHeader(
                        SESSION,
                        1_793_000_000L,
                        signature(SignatureSuite.ECDSA_SHA512, SignedElement.of(mode))),
                Authorization.PNC,
                mode);
    }

    private static Bytes octets(int length) {
        byte[] octets = new byte[length];
        new Random(length).nextBytes(octets);
        return Bytes.owning(octets);
    }
}

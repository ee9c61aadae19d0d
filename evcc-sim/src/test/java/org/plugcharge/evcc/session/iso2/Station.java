package org.plugcharge.evcc.session.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.AcEvseChargeParameter;
import org.plugcharge.v2g.iso2.AcEvseStatus;
import org.plugcharge.v2g.iso2.AuthorizationRes;
import org.plugcharge.v2g.iso2.CableCheckRes;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.CertificateUpdateRes;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.ChargeService;
import org.plugcharge.v2g.iso2.ChargingStatusRes;
import org.plugcharge.v2g.iso2.ContractSignatureEncryptedPrivateKey;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvseChargeParameter;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.DhPublicKey;
import org.plugcharge.v2g.iso2.EmaidElement;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.IsolationLevel;
import org.plugcharge.v2g.iso2.MeterInfo;
import org.plugcharge.v2g.iso2.MeteringReceiptRes;
import org.plugcharge.v2g.iso2.PMaxSchedule;
import org.plugcharge.v2g.iso2.PMaxScheduleEntry;
import org.plugcharge.v2g.iso2.Parameter;
import org.plugcharge.v2g.iso2.ParameterSet;
import org.plugcharge.v2g.iso2.ParameterValue;
import org.plugcharge.v2g.iso2.PaymentDetailsRes;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentOptionList;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionRes;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.PowerDeliveryRes;
import org.plugcharge.v2g.iso2.PreChargeRes;
import org.plugcharge.v2g.iso2.RelativeTimeInterval;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SaScheduleList;
import org.plugcharge.v2g.iso2.SaScheduleTuple;
import org.plugcharge.v2g.iso2.SalesTariff;
import org.plugcharge.v2g.iso2.SalesTariffEntry;
import org.plugcharge.v2g.iso2.Service;
import org.plugcharge.v2g.iso2.ServiceCategory;
import org.plugcharge.v2g.iso2.ServiceDetailRes;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.ServiceList;
import org.plugcharge.v2g.iso2.ServiceParameterList;
import org.plugcharge.v2g.iso2.SessionSetupRes;
import org.plugcharge.v2g.iso2.SessionStopRes;
import org.plugcharge.v2g.iso2.SupportedEnergyTransferMode;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.WeldingDetectionRes;
import org.plugcharge.v2g.xmldsig.CanonicalizationMethod;
import org.plugcharge.v2g.xmldsig.Signature;
import org.plugcharge.v2g.xmldsig.SignatureMethod;
import org.plugcharge.v2g.xmldsig.SignatureValue;
import org.plugcharge.v2g.xmldsig.SignedInfo;

import java.util.List;

/** What a well-behaved station says; tests change what they are about. */
final class Station {

    static final Bytes SESSION = Bytes.fromHex("0102030405060708");
    static final Bytes CHALLENGE = Bytes.fromHex("000102030405060708090a0b0c0d0e0f");
    static final PhysicalValue BATTERY_VOLTAGE = PhysicalValue.of(338, UnitSymbol.VOLT);
    static final Signature SIGNATURE =
            new Signature(
                    null,
                    new SignedInfo(
                            null,
                            new CanonicalizationMethod("c"),
                            new SignatureMethod("s", null),
                            List.of()),
                    new SignatureValue(null, Bytes.fromHex("00")),
                    null,
                    List.of());

    private Station() {}

    static SupportedAppProtocolRes handshake() {
        return new SupportedAppProtocolRes(AppProtocolResponseCode.OK_SUCCESSFUL_NEGOTIATION, 1);
    }

    static SessionSetupRes sessionSetup() {
        return new SessionSetupRes(ResponseCode.OK_NEW_SESSION_ESTABLISHED, "DE*PLC*E00001", null);
    }

    static ServiceDiscoveryRes services(
            List<PaymentOption> payments, EnergyTransferMode mode, boolean certificates) {
        return new ServiceDiscoveryRes(
                ResponseCode.OK,
                new PaymentOptionList(payments),
                new ChargeService(
                        1,
                        null,
                        ServiceCategory.EV_CHARGING,
                        null,
                        true,
                        new SupportedEnergyTransferMode(List.of(mode))),
                certificates
                        ? new ServiceList(
                                List.of(
                                        new Service(
                                                2,
                                                "Certificate",
                                                ServiceCategory.CONTRACT_CERTIFICATE,
                                                null,
                                                true)))
                        : null);
    }

    static ServiceDiscoveryRes services() {
        return services(
                List.of(PaymentOption.CONTRACT, PaymentOption.EXTERNAL_PAYMENT),
                EnergyTransferMode.DC_EXTENDED,
                true);
    }

    static ServiceDetailRes serviceDetail() {
        return serviceDetail(2);
    }

    static ServiceDetailRes serviceDetail(int service) {
        return new ServiceDetailRes(
                ResponseCode.OK,
                service,
                new ServiceParameterList(List.of(set(1, "Installation"), set(2, "Update"))));
    }

    private static ParameterSet set(int id, String what) {
        return new ParameterSet(
                id, List.of(new Parameter("Service", new ParameterValue.OfString(what))));
    }

    static ServiceDiscoveryRes acServices() {
        return services(
                List.of(PaymentOption.CONTRACT, PaymentOption.EXTERNAL_PAYMENT),
                EnergyTransferMode.AC_THREE_PHASE_CORE,
                true);
    }

    static PaymentServiceSelectionRes selection() {
        return new PaymentServiceSelectionRes(ResponseCode.OK);
    }

    static CertificateInstallationRes installation() {
        return new CertificateInstallationRes(
                ResponseCode.OK,
                CertificateChain.of(Bytes.fromHex("01"), List.of()),
                CertificateChain.of("id1", Bytes.fromHex("02"), List.of()),
                new ContractSignatureEncryptedPrivateKey("id2", Bytes.fromHex("03")),
                new DhPublicKey("id3", Bytes.fromHex("04")),
                new EmaidElement("id4", "DEPLCC12345678"));
    }

    static CertificateUpdateRes update() {
        CertificateInstallationRes parts = installation();
        return new CertificateUpdateRes(
                ResponseCode.OK,
                parts.provisioningChain(),
                parts.contractChain(),
                parts.encryptedPrivateKey(),
                parts.dhPublicKey(),
                parts.emaid(),
                null);
    }

    static PaymentDetailsRes paymentDetails() {
        return new PaymentDetailsRes(ResponseCode.OK, CHALLENGE, 0);
    }

    static AuthorizationRes authorization(EvseProcessing processing) {
        return new AuthorizationRes(ResponseCode.OK, processing);
    }

    static ChargeParameterDiscoveryRes parameters() {
        return parameters(EvseProcessing.FINISHED, status(), 1000);
    }

    static ChargeParameterDiscoveryRes parameters(
            EvseProcessing processing, DcEvseStatus status, long maxVolts) {
        PMaxScheduleEntry entry =
                new PMaxScheduleEntry(
                        new RelativeTimeInterval(0, 86_400L),
                        PhysicalValue.of(120_000, UnitSymbol.WATT));
        return new ChargeParameterDiscoveryRes(
                ResponseCode.OK,
                processing,
                new SaScheduleList(
                        List.of(new SaScheduleTuple(7, new PMaxSchedule(List.of(entry)), null))),
                new DcEvseChargeParameter(
                        status,
                        PhysicalValue.of(400, UnitSymbol.AMPERE),
                        PhysicalValue.of(150_000, UnitSymbol.WATT),
                        PhysicalValue.of(maxVolts, UnitSymbol.VOLT),
                        PhysicalValue.of(1, UnitSymbol.AMPERE),
                        PhysicalValue.of(150, UnitSymbol.VOLT),
                        null,
                        PhysicalValue.of(1, UnitSymbol.AMPERE),
                        null));
    }

    static ChargeParameterDiscoveryRes acParameters() {
        return new ChargeParameterDiscoveryRes(
                ResponseCode.OK,
                EvseProcessing.FINISHED,
                parameters().schedules(),
                new AcEvseChargeParameter(
                        acStatus(EvseNotification.NONE, false),
                        PhysicalValue.of(230, UnitSymbol.VOLT),
                        PhysicalValue.of(32, UnitSymbol.AMPERE)));
    }

    /** The same offer with a tariff for its one schedule. */
    static ChargeParameterDiscoveryRes withTariff(ChargeParameterDiscoveryRes offer) {
        SaScheduleTuple tuple =
                ((SaScheduleList) java.util.Objects.requireNonNull(offer.schedules()))
                        .tuples()
                        .getFirst();
        return with(
                offer, new SaScheduleTuple(tuple.id(), tuple.pMaxSchedule(), tariff("id1", 1, 3)));
    }

    static ChargeParameterDiscoveryRes with(
            ChargeParameterDiscoveryRes offer, SaScheduleTuple... tuples) {
        return new ChargeParameterDiscoveryRes(
                offer.responseCode(),
                offer.processing(),
                new SaScheduleList(List.of(tuples)),
                offer.chargeParameter());
    }

    /** One price level after the other, an hour each. */
    static SalesTariff tariff(String id, int... levels) {
        List<SalesTariffEntry> entries = new java.util.ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            entries.add(
                    new SalesTariffEntry(
                            new RelativeTimeInterval(i * 3_600L, null), levels[i], List.of()));
        }
        return new SalesTariff(id, 1, "test", 9, entries);
    }

    static CableCheckRes cableCheck(EvseProcessing processing, IsolationLevel isolation) {
        return new CableCheckRes(
                ResponseCode.OK,
                new DcEvseStatus(0, EvseNotification.NONE, isolation, DcEvseStatusCode.READY),
                processing);
    }

    static PreChargeRes preCharge(PhysicalValue voltage) {
        return new PreChargeRes(ResponseCode.OK, status(), voltage);
    }

    static PowerDeliveryRes powerDelivery() {
        return new PowerDeliveryRes(ResponseCode.OK, status());
    }

    static PowerDeliveryRes acPowerDelivery() {
        return new PowerDeliveryRes(ResponseCode.OK, acStatus(EvseNotification.NONE, false));
    }

    static ChargingStatusRes chargingStatus() {
        return chargingStatus(acStatus(EvseNotification.NONE, false), false, 16);
    }

    static ChargingStatusRes chargingStatus(AcEvseStatus status, boolean receipt, int amps) {
        return new ChargingStatusRes(
                ResponseCode.OK,
                "DE*PLC*E00001",
                7,
                PhysicalValue.of(amps, UnitSymbol.AMPERE),
                new MeterInfo("M1", 1000L, null, null, null),
                receipt,
                status);
    }

    static AcEvseStatus acStatus(EvseNotification notification, boolean rcd) {
        return new AcEvseStatus(0, notification, rcd);
    }

    static MeteringReceiptRes acReceipt() {
        return new MeteringReceiptRes(ResponseCode.OK, acStatus(EvseNotification.NONE, false));
    }

    static CurrentDemandRes currentDemand() {
        return currentDemand(status(), false);
    }

    static CurrentDemandRes currentDemand(DcEvseStatus status, boolean receipt) {
        return new CurrentDemandRes(
                ResponseCode.OK,
                status,
                PhysicalValue.of(400, UnitSymbol.VOLT),
                PhysicalValue.of(300, UnitSymbol.AMPERE),
                false,
                false,
                false,
                null,
                null,
                null,
                "DE*PLC*E00001",
                7,
                new MeterInfo("M1", 1000L, null, null, null),
                receipt);
    }

    static MeteringReceiptRes receipt() {
        return new MeteringReceiptRes(ResponseCode.OK, status());
    }

    static WeldingDetectionRes welding(long volts) {
        return new WeldingDetectionRes(
                ResponseCode.OK, status(), PhysicalValue.of(volts, UnitSymbol.VOLT));
    }

    static SessionStopRes sessionStop() {
        return new SessionStopRes(ResponseCode.OK);
    }

    static DcEvseStatus status() {
        return status(EvseNotification.NONE, DcEvseStatusCode.READY);
    }

    static DcEvseStatus status(EvseNotification notification, DcEvseStatusCode code) {
        return new DcEvseStatus(0, notification, IsolationLevel.VALID, code);
    }

    /** At least one of each response there is. */
    static List<Iso2Response> all() {
        return List.of(
                sessionSetup(),
                services(),
                serviceDetail(),
                selection(),
                installation(),
                update(),
                paymentDetails(),
                authorization(EvseProcessing.FINISHED),
                parameters(),
                acParameters(),
                cableCheck(EvseProcessing.FINISHED, IsolationLevel.VALID),
                preCharge(BATTERY_VOLTAGE),
                powerDelivery(),
                acPowerDelivery(),
                chargingStatus(),
                currentDemand(),
                receipt(),
                acReceipt(),
                welding(10),
                sessionStop());
    }
}

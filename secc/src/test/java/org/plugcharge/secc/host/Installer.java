package org.plugcharge.secc.host;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ContractKeyDelivery;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.v2g.installation.ContractData;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.ListOfRootCertificateIds;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.PaymentServiceSelectionReq;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SelectedService;
import org.plugcharge.v2g.iso2.SelectedServiceList;
import org.plugcharge.v2g.xmldsig.X509IssuerSerial;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A back end that has contracts to install: what it says next is set from outside. */
final class Installer implements Authorizer {

    static final SeccSettings SETTINGS =
            new SeccSettings(
                    SeccSettings.addressOf("lo"),
                    0,
                    TlsPolicy.ALLOW,
                    () -> TestStation.IDENTITY,
                    "DE*PNC*E00001",
                    true,
                    true,
                    true,
                    ContractCheck.CENTRAL,
                    150_000,
                    Duration.ofSeconds(5));

    private static final Bytes SESSION = Bytes.fromHex("0101010101010101");

    static final PaymentServiceSelectionReq SELECTION =
            new PaymentServiceSelectionReq(
                    PaymentOption.CONTRACT,
                    new SelectedServiceList(
                            List.of(new SelectedService(1, null), new SelectedService(2, 1))));

    static final CertificateInstallationReq REQUEST =
            new CertificateInstallationReq(
                    "id1",
                    TestStation.PKI.certificate(Iso2Profile.OEM_PROVISIONING_LEAF).der(),
                    new ListOfRootCertificateIds(
                            List.of(new X509IssuerSerial("CN=V2G", BigInteger.ONE))));

    CompletableFuture<Bytes> says = nothing();

    /** Everything as long as it gets, signed. */
    static CompletableFuture<Bytes> large() {
        TestPki pki = TestStation.PKI;
        CertificateChain contract = pki.chain(Iso2Profile.CONTRACT_LEAF);
        CertificateChain service = pki.chain(Iso2Profile.CPS_LEAF);
        ContractKeyDelivery.Sealed sealed =
                ContractKeyDelivery.seal(
                        pki.key(Iso2Profile.CONTRACT_LEAF),
                        pki.certificate(Iso2Profile.OEM_PROVISIONING_LEAF).key(),
                        Entropy.seeded(SESSION, "delivery"));
        ContractData data =
                new ContractData(
                        contract.leaf(),
                        contract.subCertificates(),
                        sealed.encryptedPrivateKey(),
                        sealed.dhPublicKey(),
                        pki.options().emaid().canonical());
        return CompletableFuture.completedFuture(
                Iso2Codec.encode(
                        data.sign(
                                SESSION,
                                service.leaf(),
                                service.subCertificates(),
                                pki.key(Iso2Profile.CPS_LEAF)::sign)));
    }

    /** A refusal of the back end's own, which carries next to nothing. */
    static CompletableFuture<Bytes> small() {
        return CompletableFuture.completedFuture(
                Iso2Codec.encode(
                        ContractData.refuse(
                                SESSION, ResponseCode.FAILED_NO_CERTIFICATE_AVAILABLE)));
    }

    /** The back end can't be reached. */
    static CompletableFuture<Bytes> nothing() {
        return CompletableFuture.failedFuture(new IOException("no back end"));
    }

    @Override
    public CompletionStage<Authorization> authorize(String evse, Identification identification) {
        return CompletableFuture.completedFuture(new Authorization.Accepted());
    }

    @Override
    public CompletionStage<Bytes> install(String evse, Bytes exiRequest) {
        return says;
    }

    @Override
    public void tell(String evse, ChargingEvent event) {}
}

package org.plugcharge.secc.host;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.ContractKeyDelivery;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.IdentifierException;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.certs.VerifiedContract;
import org.plugcharge.certs.VerifiedProvisioning;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.v2g.installation.ContractData;
import org.plugcharge.v2g.iso2.Body;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.CertificateUpdateRes;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignatureVerdict;
import org.plugcharge.v2g.signature.SignedElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Stands in for a back end where there is none: everything it knows is a folder with a test PKI. It
 * lets everybody charge who identifies at the station, takes contracts under the folder's roots
 * without asking for revocation, and hands the folder's one contract to any vehicle that proves a
 * provisioning certificate under the folder's roots.
 */
final class FolderAuthorizer implements Authorizer {

    private static final Logger LOG = LoggerFactory.getLogger(FolderAuthorizer.class);

    private final TrustAnchors anchors;
    private final CertificateChain contract;
    private final SoftwareKey contractKey;
    private final String emaid;
    private final List<Bytes> vehicleSubCas;
    private final CertificateChain provisioningService;
    private final SoftwareKey provisioningServiceKey;
    private final Entropy entropy;

    FolderAuthorizer(PkiFolder folder, Entropy entropy) throws IOException {
        this.anchors = folder.anchors();
        this.contract = folder.chain(Iso2Profile.CONTRACT_LEAF);
        this.emaid = folder.certificate(Iso2Profile.CONTRACT_LEAF).commonName().orElseThrow();
        this.vehicleSubCas = folder.chain(Iso2Profile.OEM_PROVISIONING_LEAF).subCertificates();
        this.contractKey = folder.key(Iso2Profile.CONTRACT_LEAF);
        this.provisioningService = folder.chain(Iso2Profile.CPS_LEAF);
        this.provisioningServiceKey = folder.key(Iso2Profile.CPS_LEAF);
        this.entropy = entropy;
    }

    @Override
    public CompletionStage<Authorization> authorize(String evse, Identification identification) {
        Authorization answer =
                switch (identification) {
                    case Identification.External _ -> new Authorization.Accepted();
                    case Identification.Contract(Emaid emaid, CertificateChain chain) ->
                            judge(emaid, chain);
                };
        LOG.info("event=authorization evse={} answer={}", evse, answer);
        return CompletableFuture.completedFuture(answer);
    }

    private Authorization judge(Emaid emaid, CertificateChain chain) {
        Verdict<VerifiedContract> verdict =
                ChainValidator.validate(
                        chain,
                        Purpose.contractOf(emaid),
                        anchors,
                        RevocationSnapshot.notChecked(),
                        Instant.now());
        return switch (verdict) {
            case Verdict.Valid<VerifiedContract> _ -> new Authorization.Accepted();
            case Verdict.Rejected<VerifiedContract> rejected ->
                    new Authorization.Rejected(
                            refusal(rejected), rejected.rule() + ": " + rejected.text());
        };
    }

    private static Refusal refusal(Verdict.Rejected<VerifiedContract> rejected) {
        return switch (rejected.reason().iso2ResponseCode()) {
            case "FAILED_CertificateExpired" -> Refusal.CERTIFICATE_EXPIRED;
            case "FAILED_CertificateRevoked" -> Refusal.CERTIFICATE_REVOKED;
            default -> Refusal.CERTIFICATE_CHAIN_ERROR;
        };
    }

    @Override
    public CompletionStage<Bytes> install(String evse, Bytes exiRequest) {
        try {
            V2gMessage answer = answer(Iso2Codec.decode(exiRequest));
            return CompletableFuture.completedFuture(Iso2Codec.encode(answer));
        } catch (ExiException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private V2gMessage answer(V2gMessage message) {
        Bytes sessionId = message.header().sessionId();
        if (!(message.body().element() instanceof CertificateInstallationReq request)) {
            return ContractData.refuse(sessionId, ResponseCode.FAILED);
        }
        CertificateChain vehicle =
                new CertificateChain(request.oemProvisioningCertificate(), vehicleSubCas);
        Verdict<VerifiedProvisioning> verdict =
                ChainValidator.validate(
                        vehicle,
                        Purpose.PROVISIONING,
                        anchors,
                        RevocationSnapshot.notChecked(),
                        Instant.now());
        return switch (verdict) {
            case Verdict.Rejected<VerifiedProvisioning> rejected -> {
                LOG.warn(
                        "event=installation-refused rule={} reason=\"{}\"",
                        rejected.rule(),
                        rejected.text());
                yield ContractData.refuse(sessionId, ResponseCode.FAILED_CERT_CHAIN_ERROR);
            }
            case Verdict.Valid<VerifiedProvisioning>(VerifiedProvisioning proof) -> {
                LOG.info("event=installation pcid={}", proof.pcid());
                yield handOver(message, SignedElement.of(request), proof.publicKey());
            }
        };
    }

    /** The folder's contract, its key sealed for whoever signed the request with {@code key}. */
    private V2gMessage handOver(V2gMessage message, SignedElement request, VerificationKey key) {
        Bytes sessionId = message.header().sessionId();
        SignatureVerdict signature =
                MessageSignature.verify(
                        SignatureSuite.ECDSA_SHA256,
                        key.platform(),
                        message.header().signature(),
                        request);
        if (signature instanceof SignatureVerdict.Bad bad) {
            LOG.warn(
                    "event=installation-refused reason=\"signature {}: {}\"",
                    bad.reason(),
                    bad.text());
            return ContractData.refuse(sessionId, ResponseCode.FAILED_SIGNATURE_ERROR);
        }
        ContractKeyDelivery.Sealed sealed = ContractKeyDelivery.seal(contractKey, key, entropy);
        ContractData data =
                new ContractData(
                        contract.leaf(),
                        contract.subCertificates(),
                        sealed.encryptedPrivateKey(),
                        sealed.dhPublicKey(),
                        emaid);
        return data.sign(
                sessionId,
                provisioningService.leaf(),
                provisioningService.subCertificates(),
                provisioningServiceKey::sign);
    }

    /**
     * A vehicle that proves a contract under the folder's roots gets the folder's contract anew.
     */
    @Override
    public CompletionStage<Bytes> update(String evse, Bytes exiRequest) {
        try {
            V2gMessage answer = updated(Iso2Codec.decode(exiRequest));
            return CompletableFuture.completedFuture(Iso2Codec.encode(answer));
        } catch (ExiException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private V2gMessage updated(V2gMessage message) {
        Bytes sessionId = message.header().sessionId();
        if (!(message.body().element() instanceof CertificateUpdateReq request)) {
            return update(ContractData.refuse(sessionId, ResponseCode.FAILED));
        }
        CertificateChain old =
                new CertificateChain(
                        request.contractChain().certificate(),
                        request.contractChain().subCertificateList());
        Verdict<VerifiedContract> verdict;
        try {
            verdict =
                    ChainValidator.validate(
                            old,
                            Purpose.contractOf(Emaid.parse(request.emaid())),
                            anchors,
                            RevocationSnapshot.notChecked(),
                            Instant.now());
        } catch (IdentifierException e) {
            LOG.warn("event=update-refused reason=\"the eMAID is none\"");
            return update(ContractData.refuse(sessionId, ResponseCode.FAILED));
        }
        return switch (verdict) {
            case Verdict.Rejected<VerifiedContract> rejected -> {
                LOG.warn(
                        "event=update-refused rule={} reason=\"{}\"",
                        rejected.rule(),
                        rejected.text());
                yield update(ContractData.refuse(sessionId, ResponseCode.FAILED_CERT_CHAIN_ERROR));
            }
            case Verdict.Valid<VerifiedContract>(VerifiedContract proof) ->
                    update(handOver(message, SignedElement.of(request), proof.publicKey()));
        };
    }

    /** The same parts under the same signature as the answer to an update. */
    private static V2gMessage update(V2gMessage installation) {
        if (!(installation.body().element() instanceof CertificateInstallationRes parts)) {
            throw new IllegalStateException("made as a CertificateInstallationRes");
        }
        CertificateUpdateRes response =
                new CertificateUpdateRes(
                        parts.responseCode(),
                        parts.provisioningChain(),
                        parts.contractChain(),
                        parts.encryptedPrivateKey(),
                        parts.dhPublicKey(),
                        parts.emaid(),
                        null);
        return new V2gMessage(installation.header(), new Body(response));
    }

    @Override
    public void tell(String evse, ChargingEvent event) {
        LOG.info("event=charging evse={} what={}", evse, event);
    }
}

package org.plugcharge.pool.provisioning;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ContractKeyDelivery;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.SigningKey;
import org.plugcharge.certs.VerifiedCps;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.installation.ContractData;
import org.plugcharge.v2g.iso2.Body;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.CertificateUpdateRes;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionId;
import org.plugcharge.v2g.iso2.V2gMessage;

/** Makes the bundle that waits for the car, and measures it. */
public final class ContractSigning {

    private ContractSigning() {}

    /** A signed response for no session yet. */
    public static PooledBundle bundle(
            Emaid emaid,
            CertificateChain contract,
            ContractKeyDelivery.Sealed sealed,
            VerifiedCps service,
            SigningKey serviceKey) {
        return pooled(service, signed(emaid, contract, sealed, service, serviceKey));
    }

    /** The same as the answer to a CertificateUpdateReq, sealed for the key that is replaced. */
    public static PooledBundle update(
            Emaid emaid,
            CertificateChain contract,
            ContractKeyDelivery.Sealed sealed,
            VerifiedCps service,
            SigningKey serviceKey) {
        return pooled(
                service, asUpdate(signed(emaid, contract, sealed, service, serviceKey), null));
    }

    private static V2gMessage signed(
            Emaid emaid,
            CertificateChain contract,
            ContractKeyDelivery.Sealed sealed,
            VerifiedCps service,
            SigningKey serviceKey) {
        ContractData data =
                new ContractData(
                        contract.leaf(),
                        contract.subCertificates(),
                        sealed.encryptedPrivateKey(),
                        sealed.dhPublicKey(),
                        emaid.canonical());
        CertificateChain chain = service.chain();
        return data.sign(
                SessionId.NEW.octets(), chain.leaf(), chain.subCertificates(), serviceKey::sign);
    }

    private static PooledBundle pooled(VerifiedCps service, V2gMessage message) {
        return new PooledBundle(
                service.root().fingerprint(),
                service.root().fields().serial(),
                Iso2Codec.encode(message));
    }

    /** The car is to keep its certificate and may ask again in so many days, never if -1. */
    static V2gMessage refuseUpdate(Bytes sessionId, ResponseCode code, int retryDays) {
        return asUpdate(ContractData.refuse(sessionId, code), retryDays);
    }

    /** The signature covers the four parts, which are the same in either response. */
    private static V2gMessage asUpdate(V2gMessage installation, @Nullable Integer retryDays) {
        if (!(installation.body().element() instanceof CertificateInstallationRes parts)) {
            throw new IllegalStateException("expected a CertificateInstallationRes");
        }
        return new V2gMessage(
                installation.header(),
                new Body(
                        new CertificateUpdateRes(
                                parts.responseCode(),
                                parts.provisioningChain(),
                                parts.contractChain(),
                                parts.encryptedPrivateKey(),
                                parts.dhPublicKey(),
                                parts.emaid(),
                                retryDays)));
    }

    /** How many base64 characters the bundle has in OCPP's exiResponse. */
    public static int characters(PooledBundle bundle) {
        return (bundle.message().length() + 2) / 3 * 4;
    }

    /** The bundle for a session: the same but for the session id, which is not signed. */
    static Bytes forSession(PooledBundle bundle, Bytes sessionId) {
        V2gMessage pooled = Iso2Codec.decode(bundle.message());
        var signature = pooled.header().signature();
        var body = pooled.body().element();
        if (signature == null || body == null) {
            throw new IllegalStateException("a bundle without signature or body lies in the pool");
        }
        return Iso2Codec.encode(V2gMessage.signed(sessionId, signature, body));
    }
}

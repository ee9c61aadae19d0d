package org.plugcharge.secc.session.iso2;

import org.plugcharge.certs.ContractKeyDelivery;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.installation.ContractData;
import org.plugcharge.v2g.iso2.Body;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.CertificateUpdateRes;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.util.Objects;

/** What a back end answers to a request for a contract certificate. */
final class Deliveries {

    private static final Bytes SESSION = Bytes.fromHex("0101010101010101");

    private Deliveries() {}

    /** A contract, or the refusal that the row expects. */
    static V2gMessage answer(Case row) {
        ResponseCode code = ResponseCode.valueOf(row.expected());
        V2gMessage answer = code.failed() ? ContractData.refuse(SESSION, code) : contract();
        return row.due().equals("CertificateUpdate") ? update(answer) : answer;
    }

    private static V2gMessage contract() {
        var contract = Receipts.PKI.chain(Iso2Profile.CONTRACT_LEAF);
        var service = Receipts.PKI.chain(Iso2Profile.CPS_LEAF);
        ContractKeyDelivery.Sealed sealed =
                ContractKeyDelivery.seal(
                        Receipts.PKI.key(Iso2Profile.CONTRACT_LEAF),
                        Receipts.PKI.certificate(Iso2Profile.OEM_PROVISIONING_LEAF).key(),
                        Entropy.seeded(SESSION, "delivery"));
        return new ContractData(
                        contract.leaf(),
                        contract.subCertificates(),
                        sealed.encryptedPrivateKey(),
                        sealed.dhPublicKey(),
                        Receipts.PKI
                                .certificate(Iso2Profile.CONTRACT_LEAF)
                                .commonName()
                                .orElseThrow())
                .sign(
                        SESSION,
                        service.leaf(),
                        service.subCertificates(),
                        Receipts.PKI.key(Iso2Profile.CPS_LEAF)::sign);
    }

    private static V2gMessage update(V2gMessage installation) {
        CertificateInstallationRes parts =
                (CertificateInstallationRes) Objects.requireNonNull(installation.body().element());
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
                                null)));
    }
}

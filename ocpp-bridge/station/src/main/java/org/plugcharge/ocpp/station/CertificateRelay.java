package org.plugcharge.ocpp.station;

import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.v201.CertificateAction;
import org.plugcharge.ocpp.v201.EVCertificateStatus;
import org.plugcharge.ocpp.v201.Get15118EVCertificateRequest;
import org.plugcharge.ocpp.v201.Get15118EVCertificateResponse;

import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Carries a vehicle's certificate request to the CSMS and the answer back, both as they are (M01,
 * M02).
 */
final class CertificateRelay {

    /** What the field {@code iso15118SchemaVersion} names: the schema the EXI was written with. */
    static final String ISO_2 = "urn:iso:15118:2:2013:MsgDef";

    /** The most base64 that 2.0.1 carries. */
    private static final int MAX_BASE64 = 5600;

    private final StationOptions options;
    private final DeviceModel model;
    private final Caller csms;

    CertificateRelay(StationOptions options, DeviceModel model, Caller csms) {
        this.options = options;
        this.model = model;
        this.csms = csms;
    }

    /** Gets the answer to a CertificateInstallationReq (M01) or a CertificateUpdateReq (M02). */
    CompletionStage<Bytes> ask(CertificateAction action, Bytes exiRequest) {
        if (!model.flag("ISO15118Ctrlr.ContractCertificateInstallationEnabled")) {
            return failed("certificate installation is switched off at this station");
        }
        String base64 = Base64.getEncoder().encodeToString(exiRequest.toArray());
        if (base64.length() > MAX_BASE64) {
            return failed(
                    "certificate request of "
                            + base64.length()
                            + " characters, OCPP 2.0.1 carries "
                            + MAX_BASE64);
        }
        return csms.call(
                        new Get15118EVCertificateRequest(ISO_2, action, base64),
                        options.timing().install())
                .thenApply(CertificateRelay::exi);
    }

    /**
     * The message for the vehicle; on failure too, where the answer has one that tells the vehicle
     * why.
     */
    private static Bytes exi(Get15118EVCertificateResponse answer) {
        if (answer.status() != EVCertificateStatus.ACCEPTED && answer.exiResponse().isEmpty()) {
            String reason =
                    answer.statusInfo() == null
                            ? "no reason given"
                            : answer.statusInfo().toString();
            throw new IllegalStateException("the CSMS could not get a certificate: " + reason);
        }
        return Bytes.owning(Base64.getDecoder().decode(answer.exiResponse()));
    }

    private static CompletionStage<Bytes> failed(String reason) {
        return CompletableFuture.failedFuture(new IllegalStateException(reason));
    }
}

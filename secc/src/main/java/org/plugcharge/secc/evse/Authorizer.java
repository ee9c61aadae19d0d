package org.plugcharge.secc.evse;

import org.plugcharge.exi.Bytes;

import java.util.concurrent.CompletionStage;

/**
 * The world behind the station: who may charge, where contract certificates come from, who hears of
 * the charging.
 *
 * <p>Implemented by {@code ocpp-bridge/station} for an OCPP back end, or by the embedder. Methods
 * return at once; answers may complete on any thread. A stage that fails counts as a refusal.
 */
public interface Authorizer {

    /**
     * Asks whether {@code identification} may charge at {@code evse}. While it is open the vehicle
     * hears Ongoing; after the session gave up (55 s) the answer is ignored.
     */
    CompletionStage<Authorization> authorize(String evse, Identification identification);

    /**
     * Asks for the answer to a whole EXI CertificateInstallationReq message: the whole EXI
     * CertificateInstallationRes message. An answer after 4.5 s is too late for the vehicle.
     */
    CompletionStage<Bytes> install(String evse, Bytes exiRequest);

    /** Tells what happened at {@code evse}; events of one session come in order. */
    void tell(String evse, ChargingEvent event);
}

package org.plugcharge.secc.evse;

import org.plugcharge.exi.Bytes;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

    /**
     * Asks for the answer to a whole EXI CertificateUpdateReq message: the whole EXI
     * CertificateUpdateRes message. An answer after 4.5 s is too late for the vehicle. By default
     * there is none.
     */
    default CompletionStage<Bytes> update(String evse, Bytes exiRequest) {
        return CompletableFuture.failedFuture(
                new UnsupportedOperationException("this back end updates no certificates"));
    }

    /**
     * Hears which value-added services the vehicle chose for this session: the parameter set by the
     * service id, 0 where there is none. By default nothing is done about it.
     */
    default void serve(String evse, Map<Integer, Integer> services) {}

    /**
     * Asks which schedules to offer to a vehicle that was authorized. What goes beyond the outlet's
     * power is cut down to it. By default, and when the stage fails or takes long, the station
     * offers the power it was set up with.
     */
    default CompletionStage<ScheduleOffer> schedule(
            String evse, Identification identification, ChargingNeeds needs) {
        return CompletableFuture.failedFuture(
                new UnsupportedOperationException("this back end has no schedules"));
    }

    /** Tells what happened at {@code evse}; events of one session come in order. */
    void tell(String evse, ChargingEvent event);
}

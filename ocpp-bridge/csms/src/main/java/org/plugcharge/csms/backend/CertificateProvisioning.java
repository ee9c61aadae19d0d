package org.plugcharge.csms.backend;

import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.v201.CertificateAction;

import java.time.Duration;

/** Whoever answers vehicles that ask for a contract certificate. */
public interface CertificateProvisioning {

    /**
     * The answer to a vehicle.
     *
     * @param accepted whether there is a contract in it
     * @param exiResponse the complete EXI message for the vehicle, on failure too; empty if there
     *     is none
     * @param reason why it failed, for a person; empty if it did not
     */
    record Answer(boolean accepted, Bytes exiResponse, String reason) {}

    /**
     * Asks with the vehicle's complete EXI message; {@link BackendException} if no answer comes
     * within {@code deadline}.
     */
    Answer install(String schema, CertificateAction action, Bytes exiRequest, Duration deadline);
}

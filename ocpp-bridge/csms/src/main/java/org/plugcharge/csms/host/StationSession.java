package org.plugcharge.csms.host;

import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The connection of one authenticated station. */
public interface StationSession {

    /** Whose stations these are. */
    String tenant();

    /** The station's identity, as authenticated. */
    String station();

    /** Calls the station; fails with {@link org.plugcharge.ocpp.link.CallFailed}. */
    <R extends Response> CompletableFuture<R> call(Request<R> request, Duration timeout);
}

package org.plugcharge.ocpp.station;

import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls the CSMS; fails at once where the station is not accepted. */
@FunctionalInterface
interface Caller {

    <R extends Response> CompletableFuture<R> call(Request<R> request, Duration timeout);
}

package org.plugcharge.csms.host;

import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;

/** What is done with stations and their calls; called on threads that may block. */
public interface SessionHandler {

    /** Whether this is the password of this station. */
    boolean authenticate(String tenant, String station, String password);

    /** Answers a call; a {@link org.plugcharge.ocpp.link.Refusal} becomes a CALLERROR. */
    Response handle(StationSession session, Request<?> request);

    /** A frame went over the wire; for a journal. */
    default void frame(String station, boolean sent, String frame) {}
}

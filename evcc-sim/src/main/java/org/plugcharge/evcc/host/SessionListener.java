package org.plugcharge.evcc.host;

import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.exi.Bytes;

/** Told how a session goes, on the session's thread: be quick. */
public interface SessionListener {

    /** Hears nothing. */
    SessionListener SILENT = new SessionListener() {};

    /** The session has come to another phase. */
    default void entered(Phase phase) {}

    /** The charge loop has gone round once. */
    default void observed(ChargePoint point) {}

    /** The session is paused; the id is what to come back with. */
    default void paused(Bytes sessionId) {}

    /** Something worth telling. */
    default void noted(String text) {}
}

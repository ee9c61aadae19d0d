package org.plugcharge.evcc.session;

/** What the car shows on the control pilot: B is plugged in, C is ready to take energy. */
public enum ControlPilot {
    /** Plugged in, no energy wanted. */
    B,
    /** Ready to take energy. */
    C
}

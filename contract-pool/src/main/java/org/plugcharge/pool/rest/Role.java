package org.plugcharge.pool.rest;

/** Who asks. */
public enum Role {
    /** An automaker: registers its vehicles. */
    OEM,
    /** A mobility provider: orders and cancels its contracts, reads events. */
    EMSP,
    /** A charge point operator: asks for installations on behalf of cars. */
    CPO
}

package org.plugcharge.pool.store;

/** What a root may be trusted for. */
public enum RootKind {
    /** Stations, the CPS. */
    V2G,
    /** Contracts. */
    MO,
    /** Vehicles. */
    OEM
}

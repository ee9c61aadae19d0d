package org.plugcharge.secc.evse;

/**
 * One look at the hardware. Voltage in mV and current in mA at the output, both zero or more; with
 * AC of one phase to neutral.
 *
 * @param fault why the hardware can't go on, or {@link Fault#NONE}
 * @param lock whether the plug is held fast
 * @param availableMilliAmps the most current for now: less than the limit of the connector while it
 *     is hot; {@link #UNLIMITED} otherwise
 */
public record EvseReading(
        ControlPilot pilot,
        Contactor contactor,
        Isolation isolation,
        int milliVolts,
        int milliAmps,
        Fault fault,
        Lock lock,
        int availableMilliAmps) {

    /** No less than the limit of the connector. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** A connector with a cable of its own, which is not too hot. */
    public EvseReading(
            ControlPilot pilot,
            Contactor contactor,
            Isolation isolation,
            int milliVolts,
            int milliAmps,
            Fault fault) {
        this(pilot, contactor, isolation, milliVolts, milliAmps, fault, Lock.NONE, UNLIMITED);
    }

    /**
     * State of the control pilot, IEC 61851-1: A no vehicle, B connected, C and D ready, E and F
     * error.
     */
    public enum ControlPilot {
        A,
        B,
        C,
        D,
        E,
        F,
        /**
         * There is no pilot, nothing can be told from it and no request waits for it: a station on
         * a desk. Never to be reported where a cable can carry voltage.
         */
        NOT_WIRED;

        /** Whether the vehicle is ready to take energy. */
        public boolean ready() {
            return this == C || this == D || this == NOT_WIRED;
        }

        /** Whether the vehicle takes no energy. */
        public boolean released() {
            return this == B || this == NOT_WIRED;
        }

        /** Whether a vehicle is plugged in. */
        public boolean connected() {
            return this == B || ready();
        }
    }

    /** Whether the power supply is connected to the cable. */
    public enum Contactor {
        OPEN,
        CLOSED
    }

    /** Whether the station holds the plug, so that it can't be pulled under load. */
    public enum Lock {
        /** The station has none: the cable is its own, the vehicle holds the plug. */
        NONE,
        /** The plug can be pulled. */
        UNLOCKED,
        /** The plug is held. */
        LOCKED
    }

    /** What the isolation monitor says of the cable. */
    public enum Isolation {
        /** Not measured in this session. */
        UNKNOWN,
        /** Being measured. */
        CHECKING,
        /** Good. */
        VALID,
        /** Lower than it should be; charging goes on with a warning. */
        WARNING,
        /** Too low to charge. */
        FAULT
    }

    /** Why the hardware can't deliver. */
    public enum Fault {
        /** Nothing is wrong. */
        NONE,
        /** Somebody pressed the emergency stop. */
        EMERGENCY_STOP,
        /** The power supply, the contactor or the cooling failed. */
        MALFUNCTION,
        /** The residual current device tripped. */
        RESIDUAL_CURRENT
    }
}

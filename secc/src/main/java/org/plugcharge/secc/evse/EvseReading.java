package org.plugcharge.secc.evse;

/**
 * One look at the hardware. Voltage in mV and current in mA at the output, both zero or more; with
 * AC of one phase to neutral.
 *
 * @param fault why the hardware can't go on, or {@link Fault#NONE}
 */
public record EvseReading(
        ControlPilot pilot,
        Contactor contactor,
        Isolation isolation,
        int milliVolts,
        int milliAmps,
        Fault fault) {

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
        F;

        /** Whether the vehicle is ready to take energy. */
        public boolean ready() {
            return this == C || this == D;
        }

        /** Whether a vehicle is plugged in. */
        public boolean connected() {
            return this == B || this == C || this == D;
        }
    }

    /** Whether the power supply is connected to the cable. */
    public enum Contactor {
        OPEN,
        CLOSED
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

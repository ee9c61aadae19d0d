package org.plugcharge.evcc.session.din70121;

import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.EvRequestedEnergyTransfer;

import java.time.Instant;

/**
 * What an active session waits for: the station ({@link Awaiting}), the car itself ({@link
 * Working}), or a moment ({@link Paused}).
 */
public sealed interface Stage {

    /** The phase, for people. */
    Phase phase();

    /** A request is out; the answer must come before its timeout. */
    sealed interface Awaiting extends Stage {

        /** The one response that fits, as messages name it. */
        default String expected() {
            return getClass().getSimpleName().replace("Await", "") + "Res";
        }
    }

    /** The car's own work between a response and the next request. */
    sealed interface Working extends Stage {}

    /** The next request of a loop waits for its moment. */
    record Paused(Awaiting next, Din70121Request request) implements Stage {
        @Override
        public Phase phase() {
            return next.phase();
        }
    }

    /** The session id. */
    record AwaitSessionSetup() implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.SESSION_SETUP;
        }
    }

    /** The offer. */
    record AwaitServiceDiscovery() implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.SERVICES;
        }
    }

    /** Consent to the choice. */
    record AwaitServicePaymentSelection(EvRequestedEnergyTransfer transfer) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.PAYMENT_SELECTION;
        }
    }

    /** Somebody who identifies at the station. */
    record AwaitContractAuthentication(EvRequestedEnergyTransfer transfer) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.AUTHORIZATION;
        }
    }

    /** Limits and schedules. */
    record AwaitChargeParameterDiscovery(EvRequestedEnergyTransfer transfer) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.CHARGE_PARAMETERS;
        }
    }

    /** The isolation test. */
    record AwaitCableCheck(Agreement agreement) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.CABLE_CHECK;
        }
    }

    /** The voltage before the contactors close. */
    record AwaitPreCharge(Agreement agreement, int rounds) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.PRE_CHARGE;
        }
    }

    /** The car's contactors. */
    record ClosingContactors(Agreement agreement) implements Working {
        @Override
        public Phase phase() {
            return Phase.PRE_CHARGE;
        }
    }

    /** The station's power. */
    record AwaitPowerOn(Agreement agreement) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.POWER_ON;
        }

        @Override
        public String expected() {
            return "PowerDeliveryRes";
        }
    }

    /** The next reading of the charge loop, the last was at {@code since}. */
    record AwaitCurrentDemand(Agreement agreement, Instant since) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.CHARGING;
        }
    }

    /** The end of the station's power. */
    record AwaitPowerOff(Ending ending) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.POWER_OFF;
        }

        @Override
        public String expected() {
            return "PowerDeliveryRes";
        }
    }

    /** The car's contactors. */
    record OpeningContactors(Ending ending) implements Working {
        @Override
        public Phase phase() {
            return Phase.POWER_OFF;
        }
    }

    /** The voltage behind the open contactors. */
    record AwaitWeldingDetection(Ending ending, int rounds) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.WELDING_DETECTION;
        }
    }

    /** The last word. */
    record AwaitSessionStop(Ending ending) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.SESSION_STOP;
        }
    }
}

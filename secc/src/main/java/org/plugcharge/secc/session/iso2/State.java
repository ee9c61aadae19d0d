package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Iso2Request;

import java.util.Set;

/** Where a session stands. A state that needed something proven or agreed before holds it. */
public sealed interface State
        permits AwaitSessionSetup,
                AwaitServiceDiscovery,
                AwaitPaymentSelection,
                AwaitPaymentDetails,
                InstallingCertificate,
                AwaitAuthorization,
                AwaitChargeParameters,
                Scheduling,
                AwaitSchedules,
                AwaitCableCheck,
                AwaitPreCharge,
                AwaitPowerStart,
                Unready,
                AwaitAcPowerStart,
                AwaitPilot,
                ClosingContactor,
                Charging,
                AwaitReceipt,
                Renegotiating,
                Renegotiated,
                OpeningContactor,
                Interrupted,
                AwaitSessionStop,
                Ending,
                Closed {

    /** What stays the same in the session. */
    Session session();

    /** The requests that may come now; any other is a sequence error. */
    Set<Class<? extends Iso2Request>> expected();

    /** Answers a request that is {@link #expected} and carries the right session id. */
    Step received(Iso2Request request, Input.Received input, Now now);

    /** Answers any other input that this state waits for; by default nothing happens. */
    default Step happened(Input input, Now now) {
        return Step.to(this);
    }

    /**
     * States in which the output may carry voltage: the session never leaves them without opening
     * the contactor.
     */
    sealed interface Live permits Preparing, AwaitPilot, ClosingContactor, Energised {}

    /** States in which the output gets ready for a vehicle that shows C or D. */
    sealed interface Preparing extends Live
            permits AwaitCableCheck, AwaitPreCharge, AwaitPowerStart {

        /** Whether the hardware was commanded yet. */
        default boolean begun() {
            return true;
        }
    }

    /** States in which a request waits for somebody else before it is answered. */
    sealed interface Pending
            permits InstallingCertificate, Scheduling, AwaitPilot, ClosingContactor {

        /** What the vehicle asked. */
        Iso2Request request();
    }

    /**
     * States in which energy flows: {@link org.plugcharge.secc.evse.ChargingEvent.Started} was
     * told, Ended was not.
     */
    sealed interface Energised extends Live permits Flowing, OpeningContactor {}

    /** States in which the contactor is closed and stays so, unless something happens. */
    sealed interface Flowing extends Energised
            permits Charging, AwaitReceipt, Renegotiating, Renegotiated {

        /** What stays the same in the session. */
        Session session();

        /** The schedule that energy flows under. */
        Choice choice();

        /** Whether the station has asked the vehicle to stop. */
        boolean stopping();
    }
}

package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.Din70121Request;

import java.util.Set;

/** Where a session stands. A state that needed something agreed before holds it. */
public sealed interface State
        permits AwaitSessionSetup,
                AwaitServiceDiscovery,
                AwaitPaymentSelection,
                AwaitAuthorization,
                AwaitChargeParameters,
                Scheduling,
                AwaitSchedule,
                AwaitCableCheck,
                CheckingCable,
                AwaitPreCharge,
                AwaitPowerStart,
                ClosingContactor,
                Charging,
                OpeningContactor,
                Interrupted,
                AwaitSessionStop,
                Ending,
                Closed {

    /** What holds through the session. */
    Session session();

    /** The same state of the session as it is now. */
    State in(Session changed);

    /** The requests that may come now; any other is a sequence error. */
    Set<Class<? extends Din70121Request>> expected();

    /** Answers a request that is {@link #expected} and carries the right session id. */
    Step received(Din70121Request request, Now now);

    /** Answers any other input that this state waits for; by default nothing happens. */
    default Step happened(Input input, Now now) {
        return Step.to(this);
    }

    /**
     * States in which the output may carry voltage: the session never leaves them without opening
     * the contactor.
     */
    sealed interface Live permits Watched, ClosingContactor, Energised {}

    /**
     * Live states between two requests: a fault, or a pilot that leaves C and D, ends them at once.
     */
    sealed interface Watched extends Live
            permits CheckingCable, AwaitPreCharge, AwaitPowerStart, Charging {

        /** What holds through the session. */
        Session session();

        /** The requests that may come next. */
        Set<Class<? extends Din70121Request>> expected();
    }

    /**
     * States in which energy flows: {@link org.plugcharge.secc.evse.ChargingEvent.Started} was
     * told, Ended was not.
     */
    sealed interface Energised extends Live permits Charging, OpeningContactor {}
}

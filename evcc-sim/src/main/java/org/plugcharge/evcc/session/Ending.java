package org.plugcharge.evcc.session;

/** How a session ended. */
public sealed interface Ending {

    /** A sentence for the driver. */
    String text();

    /** In order, up to SessionStopRes. */
    record Completed(StopCause cause) implements Ending {
        @Override
        public String text() {
            return cause.text();
        }
    }

    /** Otherwise. */
    record Failed(Failure failure) implements Ending {
        @Override
        public String text() {
            return failure.text();
        }
    }
}

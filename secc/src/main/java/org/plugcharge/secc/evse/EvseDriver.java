package org.plugcharge.secc.evse;

/**
 * The power hardware of one connector, as the session sees it; implemented by the embedder.
 *
 * <p>All methods are called from the session's own thread, up to a hundred times a second, and
 * return at once: a command is begun, its effect shows in {@link #reading()}. An implementation
 * never throws for a hardware fault; it reports {@link EvseReading#fault()}.
 */
public interface EvseDriver {

    /** What the connector can deliver; asked once a session. */
    EvseLimits limits();

    /** The present state of the hardware. */
    EvseReading reading();

    /** The present register of the energy meter. */
    MeterReading meter();

    /** Begins what the session asks for; the last command counts. */
    void command(EvseCommand command);

    /**
     * Registers what to call, from any thread, when the pilot, the contactor, the isolation or the
     * fault changed; it replaces the one before.
     */
    void onChange(Runnable changed);
}

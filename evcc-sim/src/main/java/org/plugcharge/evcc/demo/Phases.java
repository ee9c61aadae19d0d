package org.plugcharge.evcc.demo;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects which stage a session was in and when; one at a time, to be called from any thread.
 *
 * <p>Beginning a stage ends the one before it; beginning the one that runs changes nothing, so that
 * the callers may be many.
 */
public final class Phases {

    private final InstantSource clock;
    private final Listener listener;
    private final List<Phase> ended = new ArrayList<>();
    private @Nullable Stage running;
    private Instant since = Instant.EPOCH;
    private String detail = "";

    /** Is told of every change, in order, on the thread that made it. */
    public interface Listener {
        /** A stage began. */
        void began(Stage stage);

        /** It is over. */
        void ended(Phase phase);
    }

    /** Nothing has begun. */
    public Phases(InstantSource clock, Listener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** Enters a stage. */
    public synchronized void begin(Stage stage) {
        if (stage == running) {
            return;
        }
        end(true);
        running = stage;
        since = clock.instant();
        listener.began(stage);
    }

    /** What to say of the running stage when it ends; replaces what was said before. */
    public synchronized void detail(String text) {
        detail = text;
    }

    /** The running stage ends well; nothing happens if none runs. */
    public synchronized void done() {
        end(true);
    }

    /** The running stage ends badly. */
    public synchronized void fail(String why) {
        detail = why;
        end(false);
    }

    /** Everything that ended, in order. */
    public synchronized List<Phase> list() {
        return List.copyOf(ended);
    }

    private void end(boolean held) {
        if (running == null) {
            return;
        }
        Phase phase = new Phase(running, since, clock.instant(), held, detail);
        running = null;
        detail = "";
        ended.add(phase);
        listener.ended(phase);
    }
}

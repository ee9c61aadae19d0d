package org.plugcharge.ca;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Certificates whose OCSP answers shall be signed before anybody asks. Bounded: what finds no room
 * gets its answer when it is first asked for.
 */
final class WantedAnswers {

    private static final int ROOM = 10_000;

    private final BlockingQueue<StatusCache.Key> keys = new ArrayBlockingQueue<>(ROOM);

    /** Never waits; false if there is no room. */
    boolean offer(StatusCache.Key key) {
        return keys.offer(key);
    }

    /** The oldest, at most {@code count} of them. */
    List<StatusCache.Key> take(int count) {
        List<StatusCache.Key> taken = new ArrayList<>(count);
        keys.drainTo(taken, count);
        return taken;
    }

    int waiting() {
        return keys.size();
    }
}

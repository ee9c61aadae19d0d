package org.plugcharge.ca;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does something again and again in a thread of its own until it is closed. */
final class Repeated implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Supplier<Duration> work;
    private final Thread thread;

    /** Starts at once; {@code work} says how long to wait before it is done again. */
    Repeated(String name, Supplier<Duration> work) {
        this.work = work;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    private void run() {
        try {
            boolean stop = false;
            while (!stop) {
                stop = closed.await(work.get().toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the work that is being done end: an interrupt would cost its database connection. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.plugcharge.secc.host;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.EvseDriver;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Many stations of one process on a few threads, each a {@link Secc} with its own interface,
 * certificate and EVSE id.
 *
 * <p>A station stays on one of the threads, so what it does is in order; a driver or back end that
 * waits holds up the others of its thread. Close it to stop them all.
 */
public final class Depot implements AutoCloseable {

    private final EventLoopGroup loops;
    private final List<Secc> stations = new CopyOnWriteArrayList<>();

    /** With so many threads; one for each processor is plenty. */
    public Depot(int threads) {
        loops = new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
    }

    /** Starts one more station; {@link SeccException} says in one line what is in the way. */
    public Secc start(
            SeccSettings settings, EvseDriver driver, Authorizer authorizer, Journal journal) {
        Rehearsal.once();
        Secc secc = new Secc(loops.next(), stations::remove, settings, driver, authorizer, journal);
        stations.add(secc);
        return secc;
    }

    /** Those that run, in the order of their start. */
    public List<Secc> stations() {
        return List.copyOf(stations);
    }

    @Override
    public void close() {
        stations.forEach(Secc::close);
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}

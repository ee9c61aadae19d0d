package org.plugcharge.secc.host;

import io.netty.channel.EventLoop;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseDriver;
import org.plugcharge.secc.session.AppProtocolNegotiation.Protocol;
import org.plugcharge.secc.session.Now;
import org.plugcharge.secc.session.din70121.DinEvseId;
import org.plugcharge.secc.session.din70121.DinStation;
import org.plugcharge.secc.session.iso2.FailedContract;
import org.plugcharge.secc.session.iso2.Iso2Station;
import org.plugcharge.secc.session.iso2.PausedSession;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What all connections to one connector share: the hardware, the back end, and that only one of
 * them may have a session.
 */
final class Outlet {

    private final SeccSettings settings;
    private final EvseDriver driver;
    private final Authorizer authorizer;
    private final Journal journal;
    private final SecureRandom random;
    private final Connections connections = new Connections();
    private final AtomicReference<@Nullable V2gConnection> holder = new AtomicReference<>();
    private final AtomicReference<@Nullable PausedSession> paused = new AtomicReference<>();
    private final AtomicReference<@Nullable FailedContract> failed = new AtomicReference<>();
    private final AtomicLong sessionsEnded = new AtomicLong();
    private final InstantSource timeOfDay;
    private volatile InstantSource clock;

    Outlet(
            SeccSettings settings,
            EvseDriver driver,
            Authorizer authorizer,
            Journal journal,
            SecureRandom random) {
        this(settings, driver, authorizer, journal, random, InstantSource.system());
    }

    /** With another time of day. */
    Outlet(
            SeccSettings settings,
            EvseDriver driver,
            Authorizer authorizer,
            Journal journal,
            SecureRandom random,
            InstantSource timeOfDay) {
        this.timeOfDay = timeOfDay;
        this.clock = timeOfDay;
        this.settings = settings;
        this.driver = driver;
        this.authorizer = authorizer;
        this.journal = journal;
        this.random = random;
        driver.onChange(this::hardwareChanged);
    }

    /** Takes a connection in; where there are too many, another one has to go. */
    void admit(V2gConnection connection) {
        connections.admit(connection, connection.source()).ifPresent(V2gConnection::makeRoom);
    }

    /**
     * Gives the connector to a connection; false while another has it, unless that is a session its
     * vehicle has left for this one. All connections of a connector are on one thread.
     */
    boolean acquire(V2gConnection connection) {
        V2gConnection before = holder.get();
        if (before != null && before.leftFor(connection)) {
            before.replaced();
            leave(before);
        }
        boolean acquired = holder.compareAndSet(null, connection);
        if (acquired) {
            connections.hasSession(connection);
            clock = connection.clock();
        }
        return acquired;
    }

    /** Whether the pilot shows a vehicle; E, F and A are none, whoever may talk on the link. */
    boolean pluggedIn() {
        return driver.reading().pilot().connected();
    }

    /** The time of day, by which certificates are judged; no session waits by it. */
    InstantSource timeOfDay() {
        return timeOfDay;
    }

    void leave(V2gConnection connection) {
        connections.leave(connection);
        if (holder.compareAndSet(connection, null)) {
            sessionsEnded.incrementAndGet();
        }
    }

    Iso2Station station(boolean encrypted) {
        return new Iso2Station(
                settings.evseId(),
                encrypted,
                settings.external(),
                settings.contract(),
                settings.installation(),
                settings.contractCheck(),
                driver.limits(),
                Math.min(settings.offeredWatts(), driver.limits().maximumWatts()),
                settings.meterInterval(),
                settings.policy());
    }

    /** What is spoken on a connection: DIN SPEC 70121 knows neither TLS nor contracts nor AC. */
    List<Protocol> protocols(boolean encrypted) {
        boolean din = !encrypted && settings.external() && driver.limits() instanceof DcLimits;
        return settings.protocols().stream()
                .filter(protocol -> protocol != Protocol.DIN || din)
                .toList();
    }

    /** {@link IllegalStateException} for a connector without DC. */
    DinStation dinStation() {
        if (!(driver.limits() instanceof DcLimits limits)) {
            throw new IllegalStateException("DIN SPEC 70121 was agreed on without DC");
        }
        return new DinStation(
                DinEvseId.of(settings.evseId()),
                limits,
                Math.min(settings.offeredWatts(), limits.maximumWatts()),
                settings.meterInterval());
    }

    /** The session a vehicle may come back to; only the next to come has the chance. */
    Optional<PausedSession> takePaused() {
        return Optional.ofNullable(paused.getAndSet(null));
    }

    /** The last vehicle whose contract was refused. */
    Optional<FailedContract> failedContract() {
        return Optional.ofNullable(failed.get());
    }

    void note(FailedContract contract) {
        failed.set(contract);
    }

    void keep(PausedSession session) {
        paused.set(session);
    }

    Now now() {
        return new Now(clock.instant(), driver.reading(), driver.meter(), this::entropy);
    }

    private Bytes entropy(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Bytes.owning(octets);
    }

    EvseDriver driver() {
        return driver;
    }

    Authorizer authorizer() {
        return authorizer;
    }

    String evseId() {
        return settings.evseId();
    }

    Journal journal() {
        return journal;
    }

    boolean inSession() {
        return holder.get() != null;
    }

    long sessionsEnded() {
        return sessionsEnded.get();
    }

    private void hardwareChanged() {
        if (!driver.reading().pilot().connected()) {
            paused.set(null);
        }
        V2gConnection current = holder.get();
        if (current != null) {
            current.hardwareChanged();
        }
    }

    void stopCharging() {
        V2gConnection current = holder.get();
        if (current != null) {
            current.stopCharging();
        }
    }

    void renegotiate() {
        V2gConnection current = holder.get();
        if (current != null) {
            current.renegotiate();
        }
    }

    void close() {
        for (V2gConnection connection : connections.all()) {
            EventLoop loop = connection.shutDown();
            loop.submit(() -> {}).awaitUninterruptibly(1_000);
        }
    }
}

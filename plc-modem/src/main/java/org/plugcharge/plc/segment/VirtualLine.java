package org.plugcharge.plc.segment;

import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.mme.Mme;
import org.plugcharge.plc.mme.MmeCodec;
import org.plugcharge.plc.mme.MmeFrame;
import org.plugcharge.plc.mme.Nmk;
import org.plugcharge.plc.port.EthernetPort;
import org.plugcharge.plc.port.PortException;
import org.plugcharge.plc.slac.ModemProfile;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A {@link Segment} between real hosts: what a host sends on its port goes over the simulated line
 * to the others, until it is closed. With a {@code Tap} for each host, programs that know nothing
 * of it see a modem on a network interface.
 */
public final class VirtualLine implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Segment segment;
    private final Map<Station, EthernetPort> ports;
    private final ScheduledExecutorService wire = Executors.newSingleThreadScheduledExecutor();
    private final List<Thread> listeners;
    private volatile boolean closed;

    private VirtualLine(Segment segment, Map<Station, EthernetPort> ports) {
        this.segment = segment;
        this.ports = new LinkedHashMap<>(ports);
        this.listeners =
                this.ports.keySet().stream()
                        .map(station -> new Thread(() -> listen(station), "line-" + station.host()))
                        .toList();
    }

    /**
     * Carries frames between these stations, which are attached to {@code segment} already. The
     * ports are closed with the line.
     */
    public static VirtualLine start(Segment segment, Map<Station, EthernetPort> ports) {
        rehearse();
        VirtualLine line = new VirtualLine(segment, ports);
        line.wire.schedule(() -> {}, 0, TimeUnit.NANOSECONDS);
        line.listeners.forEach(thread -> thread.setDaemon(true));
        line.listeners.forEach(Thread::start);
        return line;
    }

    /** Hosts wait only 50 ms for their modem; the first frame must not wait for class loading. */
    private static void rehearse() {
        Segment scratch = new Segment(Duration.ZERO, Weather.FAIR);
        MacAddress host = MacAddress.parse("02:00:00:00:00:01");
        MacAddress modem = MacAddress.parse("02:00:00:00:00:02");
        scratch.attach(new Station(host, modem, Station.Role.EVSE, ModemProfile.QUALCOMM));
        Nmk nmk = Nmk.HOMEPLUG_AV;
        Mme request = new Mme.SetKeyReq(0, nmk.id(), nmk);
        Bytes frame = MmeCodec.encode(new MmeFrame(MacAddress.LOCAL_MODEM, host, request));
        for (int i = 0; i < 200; i++) {
            scratch.transmit(host, frame, Instant.EPOCH);
        }
    }

    private void listen(Station station) {
        EthernetPort port = Objects.requireNonNull(ports.get(station));
        while (!closed) {
            try {
                port.receive(GLANCE)
                        .ifPresent(frame ->
                                segment.transmit(station.host(), frame, Instant.now())
                                        .forEach(this::deliver));
            } catch (PortException e) {
                if (!closed) {
                    throw e;
                }
            }
        }
    }

    /** Changes of the link need no telling: hosts ask their modems for it. */
    private void deliver(Delivery delivery) {
        if (delivery instanceof Delivery.Frame(Station to, Instant at, var octets)) {
            long wait = Duration.between(Instant.now(), at).toNanos();
            EthernetPort port = Objects.requireNonNull(ports.get(to));
            wire.schedule(() -> port.send(octets), wait, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        closed = true;
        wire.shutdownNow();
        try {
            wire.awaitTermination(1, TimeUnit.SECONDS);
            for (Thread thread : listeners) {
                thread.join(GLANCE.multipliedBy(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ports.values().forEach(EthernetPort::close);
    }
}

package org.plugcharge.plc.segment;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.Attenuation;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.mme.Mme;
import org.plugcharge.plc.mme.Mme.AttenProfileInd;
import org.plugcharge.plc.mme.Mme.MnbcSoundInd;
import org.plugcharge.plc.mme.Mme.SetKeyCnf;
import org.plugcharge.plc.mme.Mme.SetKeyReq;
import org.plugcharge.plc.mme.MmeCodec;
import org.plugcharge.plc.mme.MmeException;
import org.plugcharge.plc.mme.MmeFrame;
import org.plugcharge.plc.mme.Nid;
import org.plugcharge.plc.mme.Nmk;
import org.plugcharge.plc.slac.ModemProfile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A stretch of power line with modems on it. Stands in for Green PHY hardware; it knows no clock,
 * the time comes with each frame.
 *
 * <p>Management messages reach every modem within {@link #HEARING} of the sender, whatever its key.
 * A sound makes each EVSE modem that hears it send its host a CM_ATTEN_PROFILE.IND. Any other frame
 * passes only between modems that were given the same key and have come back from their restart. A
 * Qualcomm modem also tells its own host its version and whether it has a peer. Two modems never
 * joined by {@link #connect} do not hear each other. Thread-safe.
 */
public final class Segment {

    /** A signal weaker than this, in decibels, is not heard. */
    public static final int HEARING = 60;

    private static final int QCA7005 = 0x22;
    private static final String VERSION = "plugcharge virtual modem";
    private static final Duration ACROSS = Duration.ofMillis(1);
    private static final Duration TO_HOST = Duration.ofNanos(250_000);

    private record Pair(Station one, Station other) {}

    private record Network(Nid nid, Nmk nmk, Instant settled) {}

    private final Duration restart;
    private final Weather weather;
    private final Map<MacAddress, Station> stations = new LinkedHashMap<>();
    private final Map<Station, Network> networks = new LinkedHashMap<>();
    private final Map<Pair, Attenuation> attenuations = new LinkedHashMap<>();

    /**
     * A line without stations. {@code restart}: how long a modem is away after it took a key (0.2
     * to 6 s on hardware).
     */
    public Segment(Duration restart, Weather weather) {
        this.restart = restart;
        this.weather = weather;
    }

    /** Plugs a modem into the line; {@link IllegalArgumentException} if an address is taken. */
    public synchronized void attach(Station station) {
        for (Station other : stations.values()) {
            if (other.host().equals(station.host()) || other.modem().equals(station.modem())) {
                throw new IllegalArgumentException(
                        "address of " + station + " is taken by " + other);
            }
        }
        stations.put(station.host(), station);
    }

    /** Lays wire between two stations; both directions are equal. */
    public synchronized void connect(Station one, Station other, Attenuation attenuation) {
        attenuations.put(new Pair(one, other), attenuation);
        attenuations.put(new Pair(other, one), attenuation);
    }

    /**
     * Cuts the wire between two stations, as when the plug is pulled; tells those that lost their
     * last peer.
     */
    public synchronized List<Delivery> disconnect(Station one, Station other, Instant now) {
        boolean oneLinked = linked(one);
        boolean otherLinked = linked(other);
        attenuations.remove(new Pair(one, other));
        attenuations.remove(new Pair(other, one));
        List<Delivery> told = new ArrayList<>();
        lost(one, oneLinked, now).ifPresent(told::add);
        lost(other, otherLinked, now).ifPresent(told::add);
        return told;
    }

    /** Whether both modems hold one key and hear each other. */
    public synchronized boolean linked(Station one, Station other) {
        Network network = networks.get(one);
        return network != null && sameNetwork(network, networks.get(other)) && hears(one, other);
    }

    /**
     * What comes of a frame that {@code host} gives to its modem. Octets that are no frame, and
     * frames from another source address than the host's, go nowhere.
     */
    public synchronized List<Delivery> transmit(MacAddress host, Bytes octets, Instant now) {
        Station from = stations.get(host);
        if (from == null) {
            throw new IllegalArgumentException("no station " + host + " on this segment");
        }
        if (octets.length() < MmeCodec.MINIMUM_FRAME || octets.length() > MmeCodec.MAXIMUM_FRAME) {
            return List.of();
        }
        MacAddress destination = new MacAddress(octets.slice(0, 6));
        if (!new MacAddress(octets.slice(6, 12)).equals(host)) {
            return List.of();
        }
        if (!MmeCodec.claims(octets)) {
            return data(from, destination, octets, now);
        }
        return destination.equals(MacAddress.LOCAL_MODEM) || destination.equals(from.modem())
                ? toModem(from, octets, now)
                : management(from, destination, octets, now);
    }

    private List<Delivery> toModem(Station from, Bytes octets, Instant now) {
        return switch (message(octets)) {
            case SetKeyReq request -> keyed(from, request, now);
            case Mme.Qualcomm question when from.profile() == ModemProfile.QUALCOMM ->
                    answered(from, question, now);
            case null, default -> List.of();
        };
    }

    private List<Delivery> answered(Station from, Mme.Qualcomm question, Instant now) {
        return switch (question) {
            case Mme.VersionReq() ->
                    List.of(fromModem(from, new Mme.VersionCnf(0, QCA7005, VERSION), now));
            case Mme.LinkStatusReq() ->
                    List.of(fromModem(from, new Mme.LinkStatusCnf(0, joined(from, now)), now));
            case Mme.VersionCnf _, Mme.LinkStatusCnf _ -> List.of();
        };
    }

    private static @Nullable Mme message(Bytes octets) {
        try {
            return MmeCodec.decode(octets).message();
        } catch (MmeException e) {
            return null;
        }
    }

    private List<Delivery> keyed(Station from, SetKeyReq request, Instant now) {
        List<Delivery> told = new ArrayList<>();
        SetKeyCnf answer = new SetKeyCnf(from.profile().success(), 0, request.myNonce());
        told.add(fromModem(from, answer, now));
        List<Station> before = stations.values().stream().filter(this::linked).toList();
        Network network = new Network(request.nid(), request.nmk(), now.plus(restart));
        networks.put(from, network);
        before.forEach(station -> lost(station, true, now).ifPresent(told::add));
        for (Station peer : stations.values()) {
            if (!peer.equals(from) && linked(from, peer)) {
                Instant settled = Objects.requireNonNull(networks.get(peer)).settled();
                Instant up = settled.isAfter(network.settled()) ? settled : network.settled();
                told.add(new Delivery.LinkUp(from, up));
                told.add(new Delivery.LinkUp(peer, up));
            }
        }
        return told;
    }

    private Delivery fromModem(Station to, Mme message, Instant now) {
        Bytes octets = MmeCodec.encode(new MmeFrame(to.host(), to.modem(), message));
        return new Delivery.Frame(to, now.plus(TO_HOST), octets);
    }

    private boolean linked(Station station) {
        return stations.values().stream()
                .anyMatch(peer -> !peer.equals(station) && linked(station, peer));
    }

    private Optional<Delivery> lost(Station station, boolean hadPeer, Instant now) {
        return hadPeer && !linked(station)
                ? Optional.of(new Delivery.LinkDown(station, now))
                : Optional.empty();
    }

    /**
     * Keys are for the own modem only: a CM_SET_KEY that comes over the line is dropped by every
     * modem.
     */
    private List<Delivery> management(
            Station from, MacAddress destination, Bytes octets, Instant now) {
        Mme message = message(octets);
        if (message instanceof SetKeyReq || message instanceof SetKeyCnf) {
            return List.of();
        }
        List<Delivery> told = new ArrayList<>();
        for (Station to : stations.values()) {
            if (hears(from, to) && addressed(destination, to) && !weather.loses(from, to, octets)) {
                Instant arrival = now.plus(ACROSS);
                told.add(new Delivery.Frame(to, arrival, octets));
                if (message instanceof MnbcSoundInd && to.role() == Station.Role.EVSE) {
                    told.add(
                            fromModem(
                                    to,
                                    new AttenProfileInd(from.host(), attenuation(from, to)),
                                    arrival));
                }
            }
        }
        return told;
    }

    private List<Delivery> data(Station from, MacAddress destination, Bytes octets, Instant now) {
        List<Delivery> told = new ArrayList<>();
        for (Station to : stations.values()) {
            if (joined(from, to, now)
                    && addressed(destination, to)
                    && !weather.loses(from, to, octets)) {
                told.add(new Delivery.Frame(to, now.plus(ACROSS), octets));
            }
        }
        return told;
    }

    private boolean joined(Station station, Instant now) {
        return stations.values().stream()
                .anyMatch(peer -> !peer.equals(station) && joined(station, peer, now));
    }

    private boolean joined(Station from, Station to, Instant now) {
        return linked(from, to)
                && !Objects.requireNonNull(networks.get(from)).settled().isAfter(now)
                && !Objects.requireNonNull(networks.get(to)).settled().isAfter(now);
    }

    private static boolean sameNetwork(Network network, @Nullable Network other) {
        return other != null
                && network.nid().equals(other.nid())
                && network.nmk().equals(other.nmk());
    }

    /** Group addresses have the lowest bit of their first octet set. */
    private static boolean addressed(MacAddress destination, Station to) {
        return (destination.octets().at(0) & 1) == 1 || destination.equals(to.host());
    }

    private boolean hears(Station from, Station to) {
        return !from.equals(to)
                && attenuations.containsKey(new Pair(from, to))
                && attenuation(from, to).meanMillidecibel() <= HEARING * 1000;
    }

    private Attenuation attenuation(Station from, Station to) {
        return Objects.requireNonNull(attenuations.get(new Pair(from, to)));
    }
}

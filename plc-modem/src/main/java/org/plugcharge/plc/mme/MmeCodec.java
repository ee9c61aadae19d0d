package org.plugcharge.plc.mme;

import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.Mme.AttenCharInd;
import org.plugcharge.plc.mme.Mme.AttenCharRsp;
import org.plugcharge.plc.mme.Mme.AttenProfileInd;
import org.plugcharge.plc.mme.Mme.LinkStatusCnf;
import org.plugcharge.plc.mme.Mme.LinkStatusReq;
import org.plugcharge.plc.mme.Mme.MnbcSoundInd;
import org.plugcharge.plc.mme.Mme.Other;
import org.plugcharge.plc.mme.Mme.SetKeyCnf;
import org.plugcharge.plc.mme.Mme.SetKeyReq;
import org.plugcharge.plc.mme.Mme.SlacMatchCnf;
import org.plugcharge.plc.mme.Mme.SlacMatchReq;
import org.plugcharge.plc.mme.Mme.SlacParmCnf;
import org.plugcharge.plc.mme.Mme.SlacParmReq;
import org.plugcharge.plc.mme.Mme.StartAttenCharInd;
import org.plugcharge.plc.mme.Mme.ValidateCnf;
import org.plugcharge.plc.mme.Mme.ValidateReq;
import org.plugcharge.plc.mme.Mme.VersionCnf;
import org.plugcharge.plc.mme.Mme.VersionReq;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Management messages to Ethernet II frames (ethertype 0x88E1, without FCS) and back.
 *
 * <p>Frames have 60 to 1514 octets. Numbers in the message are little endian. Octets after the
 * message are padding and are not looked at. Fragmented messages are refused: no SLAC message needs
 * them.
 */
public final class MmeCodec {

    /** The ethertype of HomePlug management messages. */
    public static final int ETHERTYPE = 0x88e1;

    /** The shortest Ethernet frame, without FCS. */
    public static final int MINIMUM_FRAME = 60;

    /** The longest Ethernet frame, without FCS. */
    public static final int MAXIMUM_FRAME = 1514;

    private static final int VERSION_1_0 = 0;
    private static final int VERSION_1_1 = 1;
    private static final int HEADER_1_0 = 17;
    private static final int STATION_ID = 17;
    private static final int MATCH_REQ_LENGTH = 0x3e;
    private static final int MATCH_CNF_LENGTH = 0x56;
    private static final int SOUND_WITHOUT_RANDOM = 36;
    private static final int SOUND_RANDOM = 16;

    /** What a sound must have: up to and with its RunID. Old senders cut the rest. */
    private static final int SOUND_MINIMUM = 28;

    /** The vendor's OUI, which opens the body of a vendor's message. */
    private static final Bytes QUALCOMM = Bytes.fromHex("00b052");

    private static final int VERSION_TEXT = 64;
    private static final byte KEY_TYPE_NMK = 1;
    private static final byte PROTOCOL_HLE = 4;
    private static final byte NEW_EKS = 1;

    private MmeCodec() {}

    /** The frame as octets, padded to 60. */
    public static Bytes encode(MmeFrame frame) {
        ByteBuffer out = ByteBuffer.allocate(MAXIMUM_FRAME).order(ByteOrder.LITTLE_ENDIAN);
        put(out, frame.destination().octets());
        put(out, frame.source().octets());
        out.put((byte) 0x88).put((byte) 0xe1);
        int version = version(frame.message());
        out.put((byte) version).putShort((short) frame.message().type());
        if (version != VERSION_1_0) {
            out.putShort((short) 0);
        }
        body(out, frame.message());
        return Bytes.owning(Arrays.copyOf(out.array(), Math.max(out.position(), MINIMUM_FRAME)));
    }

    private static int version(Mme message) {
        return switch (message) {
            case Other other -> other.version();
            case Mme.Qualcomm _ -> VERSION_1_0;
            default -> VERSION_1_1;
        };
    }

    /**
     * Whether these octets call themselves a management message; says nothing about whether they
     * are a good one.
     */
    public static boolean claims(Bytes frame) {
        return frame.length() >= 14
                && (frame.at(12) & 0xff) == 0x88
                && (frame.at(13) & 0xff) == 0xe1;
    }

    /** Reads a frame; {@link MmeException} for whatever is none, and nothing else. */
    public static MmeFrame decode(Bytes octets) {
        if (octets.length() < MINIMUM_FRAME || octets.length() > MAXIMUM_FRAME) {
            throw new MmeException(
                    0, "expected a frame of 60 to 1514 octets, got " + octets.length());
        }
        Reader in = new Reader(octets);
        MacAddress destination = in.mac();
        MacAddress source = in.mac();
        if (!claims(octets)) {
            throw new MmeException(12, "expected ethertype 88e1, got " + octets.slice(12, 14));
        }
        in.skip(2);
        int version = in.octet();
        int type = in.word();
        if (version != VERSION_1_0) {
            unfragmented(in);
        }
        return new MmeFrame(destination, source, message(version, type, in));
    }

    private static void unfragmented(Reader in) {
        int fragments = in.octet();
        if (fragments != 0) {
            throw new MmeException(
                    HEADER_1_0,
                    "expected an unfragmented message, got fragment information " + fragments);
        }
        in.skip(1);
    }

    private static Mme message(int version, int type, Reader in) {
        if (version == VERSION_1_0) {
            return vendor(type, in);
        }
        if (version != VERSION_1_1) {
            return new Other(version, type, in.rest());
        }
        return switch (type) {
            case 0x6064 -> slacParmReq(in);
            case 0x6065 -> slacParmCnf(in);
            case 0x606a -> startAttenCharInd(in);
            case 0x6076 -> mnbcSoundInd(in);
            case 0x6086 -> attenProfileInd(in);
            case 0x606e -> attenCharInd(in);
            case 0x606f -> attenCharRsp(in);
            case 0x6078 -> new ValidateReq(in.octet(), in.octet(), in.octet());
            case 0x6079 -> new ValidateCnf(in.octet(), in.octet(), in.octet());
            case 0x607c -> slacMatchReq(in);
            case 0x607d -> slacMatchCnf(in);
            case 0x6008 -> setKeyReq(in);
            case 0x6009 -> new SetKeyCnf(in.octet(), in.doubleWord(), in.doubleWord());
            default -> new Other(version, type, in.rest());
        };
    }

    private static Mme vendor(int type, Reader in) {
        return switch (in.startsWith(QUALCOMM) ? type : 0) {
            case 0xa000 -> new VersionReq();
            case 0xa001 -> versionCnf(in);
            case 0xa0b8 -> new LinkStatusReq();
            case 0xa0b9 -> linkStatusCnf(in);
            default -> new Other(VERSION_1_0, type, in.rest());
        };
    }

    private static void body(ByteBuffer out, Mme message) {
        switch (message) {
            case SlacParmReq m -> put(slac(out), m.runId().octets());
            case SlacParmCnf m -> {
                put(out, m.soundTarget().octets());
                put(
                        sounding(out, m.soundCount(), m.timeOut(), m.responseType()),
                        m.forwardingStation().octets());
                put(slac(out), m.runId().octets());
            }
            case StartAttenCharInd m -> {
                put(
                        sounding(slac(out), m.soundCount(), m.timeOut(), m.responseType()),
                        m.forwardingStation().octets());
                put(out, m.runId().octets());
            }
            case MnbcSoundInd m -> {
                zeros(slac(out), STATION_ID).put((byte) m.remaining());
                put(out, m.runId().octets());
                put(zeros(out, 8), m.random());
            }
            case AttenProfileInd m -> {
                put(out, m.vehicle().octets());
                out.put((byte) m.attenuation().groups().length()).put((byte) 0);
                put(out, m.attenuation().groups());
            }
            case AttenCharInd m -> {
                put(slac(out), m.vehicle().octets());
                put(out, m.runId().octets());
                zeros(out, 2 * STATION_ID).put((byte) m.soundCount());
                out.put((byte) m.attenuation().groups().length());
                put(out, m.attenuation().groups());
            }
            case AttenCharRsp m -> {
                put(slac(out), m.vehicle().octets());
                put(out, m.runId().octets());
                zeros(out, 2 * STATION_ID).put((byte) m.result());
            }
            case ValidateReq m ->
                    out.put((byte) m.signalType()).put((byte) m.timer()).put((byte) m.result());
            case ValidateCnf m ->
                    out.put((byte) m.signalType()).put((byte) m.toggles()).put((byte) m.result());
            case SlacMatchReq m ->
                    match(out, MATCH_REQ_LENGTH, m.vehicle(), m.station(), m.runId());
            case SlacMatchCnf m -> {
                match(out, MATCH_CNF_LENGTH, m.vehicle(), m.station(), m.runId());
                put(out, m.nid().octets());
                put(out.put((byte) 0), m.nmk().octets());
            }
            case SetKeyReq m -> {
                out.put(KEY_TYPE_NMK).putInt((int) m.myNonce()).putInt(0).put(PROTOCOL_HLE);
                put(zeros(out, 4), m.nid().octets());
                put(out.put(NEW_EKS), m.nmk().octets());
            }
            case SetKeyCnf m -> {
                out.put((byte) m.result()).putInt((int) m.myNonce()).putInt((int) m.yourNonce());
                zeros(out.put(PROTOCOL_HLE), 4);
            }
            case VersionReq _, LinkStatusReq _ -> put(out, QUALCOMM);
            case VersionCnf m -> {
                put(out, QUALCOMM).put((byte) m.status()).put((byte) m.device());
                byte[] text = m.version().getBytes(StandardCharsets.US_ASCII);
                zeros(out.put((byte) text.length).put(text), VERSION_TEXT - text.length);
            }
            case LinkStatusCnf m -> {
                put(out, QUALCOMM).put((byte) m.status());
                out.put((byte) (m.linked() ? 1 : 0));
            }
            case Other m -> put(out, m.body());
        }
    }

    private static ByteBuffer slac(ByteBuffer out) {
        return zeros(out, 2);
    }

    private static ByteBuffer sounding(
            ByteBuffer out, int soundCount, int timeOut, int responseType) {
        return out.put((byte) soundCount).put((byte) timeOut).put((byte) responseType);
    }

    private static void match(
            ByteBuffer out, int length, MacAddress vehicle, MacAddress station, RunId runId) {
        slac(out).putShort((short) length);
        put(zeros(out, STATION_ID), vehicle.octets());
        put(zeros(out, STATION_ID), station.octets());
        put(out, runId.octets());
        zeros(out, 8);
    }

    private static ByteBuffer put(ByteBuffer out, Bytes octets) {
        return out.put(octets.toArray());
    }

    private static ByteBuffer zeros(ByteBuffer out, int count) {
        return out.put(new byte[count]);
    }

    private static SlacParmReq slacParmReq(Reader in) {
        in.slac();
        return new SlacParmReq(in.runId());
    }

    private static SlacParmCnf slacParmCnf(Reader in) {
        MacAddress soundTarget = in.mac();
        int soundCount = in.octet();
        int timeOut = in.octet();
        int responseType = in.octet();
        MacAddress forwardingStation = in.mac();
        in.slac();
        return new SlacParmCnf(
                soundTarget, soundCount, timeOut, responseType, forwardingStation, in.runId());
    }

    private static StartAttenCharInd startAttenCharInd(Reader in) {
        in.slac();
        return new StartAttenCharInd(in.octet(), in.octet(), in.octet(), in.mac(), in.runId());
    }

    private static MnbcSoundInd mnbcSoundInd(Reader in) {
        in.need(SOUND_MINIMUM);
        in.slac();
        in.skip(STATION_ID);
        int remaining = in.octet();
        RunId runId = in.runId();
        in.skip(Math.min(SOUND_WITHOUT_RANDOM - SOUND_MINIMUM, in.left()));
        return new MnbcSoundInd(remaining, runId, in.take(Math.min(SOUND_RANDOM, in.left())));
    }

    private static AttenProfileInd attenProfileInd(Reader in) {
        MacAddress vehicle = in.mac();
        int groups = in.groupCount();
        in.skip(1);
        return new AttenProfileInd(vehicle, new Attenuation(in.take(groups)));
    }

    private static AttenCharInd attenCharInd(Reader in) {
        in.slac();
        MacAddress vehicle = in.mac();
        RunId runId = in.runId();
        in.skip(2 * STATION_ID);
        return new AttenCharInd(
                vehicle, runId, in.octet(), new Attenuation(in.take(in.groupCount())));
    }

    private static AttenCharRsp attenCharRsp(Reader in) {
        in.slac();
        MacAddress vehicle = in.mac();
        RunId runId = in.runId();
        in.skip(2 * STATION_ID);
        return new AttenCharRsp(vehicle, runId, in.octet());
    }

    private static SlacMatchReq slacMatchReq(Reader in) {
        in.slac();
        in.length(MATCH_REQ_LENGTH);
        in.skip(STATION_ID);
        MacAddress vehicle = in.mac();
        in.skip(STATION_ID);
        MacAddress station = in.mac();
        RunId runId = in.runId();
        in.skip(8);
        return new SlacMatchReq(vehicle, station, runId);
    }

    private static SlacMatchCnf slacMatchCnf(Reader in) {
        in.slac();
        in.length(MATCH_CNF_LENGTH);
        in.skip(STATION_ID);
        MacAddress vehicle = in.mac();
        in.skip(STATION_ID);
        MacAddress station = in.mac();
        RunId runId = in.runId();
        in.skip(8);
        Nid nid = new Nid(in.take(7));
        in.skip(1);
        return new SlacMatchCnf(vehicle, station, runId, nid, new Nmk(in.take(16)));
    }

    private static VersionCnf versionCnf(Reader in) {
        in.skip(QUALCOMM.length());
        int status = in.octet();
        int device = in.octet();
        int length = Math.min(in.octet(), VERSION_TEXT);
        byte[] text = in.take(length).toArray();
        return new VersionCnf(status, device, new String(text, StandardCharsets.US_ASCII).strip());
    }

    private static LinkStatusCnf linkStatusCnf(Reader in) {
        in.skip(QUALCOMM.length());
        return new LinkStatusCnf(in.octet(), in.octet() == 1);
    }

    private static SetKeyReq setKeyReq(Reader in) {
        in.expect("KeyType", KEY_TYPE_NMK);
        long myNonce = in.doubleWord();
        in.skip(4 + 1 + 4);
        Nid nid = new Nid(in.take(7));
        in.skip(1);
        return new SetKeyReq(myNonce, nid, new Nmk(in.take(16)));
    }

    /** Reads forward; every shortage is an {@link MmeException} that says where. */
    private static final class Reader {
        private final Bytes octets;
        private int at;

        Reader(Bytes octets) {
            this.octets = octets;
        }

        int left() {
            return octets.length() - at;
        }

        boolean startsWith(Bytes prefix) {
            return left() >= prefix.length()
                    && octets.slice(at, at + prefix.length()).equals(prefix);
        }

        void need(int count) {
            if (left() < count) {
                throw new MmeException(at, "expected " + count + " more octets, got " + left());
            }
        }

        void skip(int count) {
            need(count);
            at += count;
        }

        Bytes take(int count) {
            need(count);
            at += count;
            return octets.slice(at - count, at);
        }

        Bytes rest() {
            return take(left());
        }

        int octet() {
            need(1);
            return octets.at(at++) & 0xff;
        }

        int word() {
            return octet() | octet() << 8;
        }

        long doubleWord() {
            return word() | (long) word() << 16;
        }

        MacAddress mac() {
            return new MacAddress(take(6));
        }

        RunId runId() {
            return new RunId(take(8));
        }

        void slac() {
            expect("APPLICATION_TYPE", 0);
            expect("SECURITY_TYPE", 0);
        }

        void length(int expected) {
            int found = word();
            if (found != expected) {
                throw new MmeException(at - 2, "expected MVFLength " + expected + ", got " + found);
            }
        }

        int groupCount() {
            int count = octet();
            if (count < 1 || count > Attenuation.GROUPS) {
                throw new MmeException(at - 1, "expected 1 to 58 attenuation groups, got " + count);
            }
            return count;
        }

        void expect(String name, int expected) {
            int found = octet();
            if (found != expected) {
                throw new MmeException(
                        at - 1, "expected " + name + " " + expected + ", got " + found);
            }
        }
    }
}

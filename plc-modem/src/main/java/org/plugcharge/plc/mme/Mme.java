package org.plugcharge.plc.mme;

import org.plugcharge.exi.Bytes;

/**
 * A HomePlug management message.
 *
 * <p>The SLAC messages stand for application type 0 (PEV-EVSE matching) and security type 0 (none),
 * the only ones ISO 15118-3 uses; the 17-octet station ids, zero in practice, are written as zeros
 * and not read.
 */
public sealed interface Mme {

    /** The message type with its variant: base + 0 REQ, 1 CNF, 2 IND, 3 RSP. */
    int type();

    /** CM_SLAC_PARM.REQ: the car, broadcast, asks who is there. */
    record SlacParmReq(RunId runId) implements Mme {
        @Override
        public int type() {
            return 0x6064;
        }
    }

    /**
     * CM_SLAC_PARM.CNF: a station answers with how it wants to be sounded; {@code timeOut} in units
     * of 100 ms.
     */
    record SlacParmCnf(
            MacAddress soundTarget,
            int soundCount,
            int timeOut,
            int responseType,
            MacAddress forwardingStation,
            RunId runId)
            implements Mme {
        /** {@link IllegalArgumentException} unless each number fits an octet. */
        public SlacParmCnf {
            octet("NUM_SOUNDS", soundCount);
            octet("Time_Out", timeOut);
            octet("RESP_TYPE", responseType);
        }

        @Override
        public int type() {
            return 0x6065;
        }
    }

    /**
     * CM_START_ATTEN_CHAR.IND: the car, broadcast three times, announces its sounds; {@code
     * timeOut} in units of 100 ms.
     */
    record StartAttenCharInd(
            int soundCount,
            int timeOut,
            int responseType,
            MacAddress forwardingStation,
            RunId runId)
            implements Mme {
        /** {@link IllegalArgumentException} unless each number fits an octet. */
        public StartAttenCharInd {
            octet("NUM_SOUNDS", soundCount);
            octet("Time_Out", timeOut);
            octet("RESP_TYPE", responseType);
        }

        @Override
        public int type() {
            return 0x606a;
        }
    }

    /**
     * CM_MNBC_SOUND.IND: one sound; {@code remaining} counts down to 0. {@code random} has 16
     * octets, fewer from old senders.
     */
    record MnbcSoundInd(int remaining, RunId runId, Bytes random) implements Mme {
        /**
         * {@link IllegalArgumentException} unless the count fits an octet and there are at most 16
         * random octets.
         */
        public MnbcSoundInd {
            octet("Cnt", remaining);
            if (random.length() > 16) {
                throw new IllegalArgumentException(
                        "expected at most 16 random octets, got " + random.length());
            }
        }

        @Override
        public int type() {
            return 0x6076;
        }
    }

    /**
     * CM_ATTEN_PROFILE.IND: a modem tells its own host how weak one sound of {@code vehicle} came
     * in. It carries no RunID.
     */
    record AttenProfileInd(MacAddress vehicle, Attenuation attenuation) implements Mme {
        @Override
        public int type() {
            return 0x6086;
        }
    }

    /** CM_ATTEN_CHAR.IND: a station tells the car the mean attenuation of its sounds. */
    record AttenCharInd(MacAddress vehicle, RunId runId, int soundCount, Attenuation attenuation)
            implements Mme {
        /** {@link IllegalArgumentException} unless the number of sounds fits an octet. */
        public AttenCharInd {
            octet("NumSounds", soundCount);
        }

        @Override
        public int type() {
            return 0x606e;
        }
    }

    /** CM_ATTEN_CHAR.RSP: the car has it; {@code result} 0 is success. */
    record AttenCharRsp(MacAddress vehicle, RunId runId, int result) implements Mme {
        /** {@link IllegalArgumentException} unless the result fits an octet. */
        public AttenCharRsp {
            octet("Result", result);
        }

        @Override
        public int type() {
            return 0x606f;
        }
    }

    /** CM_VALIDATE.REQ: the car asks to prove the plug by toggling the control pilot. */
    record ValidateReq(int signalType, int timer, int result) implements Mme {
        /** {@link IllegalArgumentException} unless each number fits an octet. */
        public ValidateReq {
            octet("SignalType", signalType);
            octet("Timer", timer);
            octet("Result", result);
        }

        @Override
        public int type() {
            return 0x6078;
        }
    }

    /**
     * CM_VALIDATE.CNF: {@code result} 0 not ready, 1 ready, 2 success, 3 failure, 4 not required.
     */
    record ValidateCnf(int signalType, int toggles, int result) implements Mme {
        /** {@link IllegalArgumentException} unless each number fits an octet. */
        public ValidateCnf {
            octet("SignalType", signalType);
            octet("ToggleNum", toggles);
            octet("Result", result);
        }

        @Override
        public int type() {
            return 0x6079;
        }
    }

    /** CM_SLAC_MATCH.REQ: the car has chosen {@code station}. */
    record SlacMatchReq(MacAddress vehicle, MacAddress station, RunId runId) implements Mme {
        @Override
        public int type() {
            return 0x607c;
        }
    }

    /** CM_SLAC_MATCH.CNF: the station hands over its network, in clear. */
    record SlacMatchCnf(MacAddress vehicle, MacAddress station, RunId runId, Nid nid, Nmk nmk)
            implements Mme {
        @Override
        public int type() {
            return 0x607d;
        }
    }

    /** CM_SET_KEY.REQ: a host gives its own modem a network membership key. */
    record SetKeyReq(long myNonce, Nid nid, Nmk nmk) implements Mme {
        /** {@link IllegalArgumentException} unless the nonce fits 32 bits. */
        public SetKeyReq {
            nonce(myNonce);
        }

        @Override
        public int type() {
            return 0x6008;
        }
    }

    /**
     * CM_SET_KEY.CNF: the standard's result 0 means success, Qualcomm's modems say 1 when they took
     * the key.
     */
    record SetKeyCnf(int result, long myNonce, long yourNonce) implements Mme {
        /**
         * {@link IllegalArgumentException} unless the result fits an octet and the nonces 32 bits.
         */
        public SetKeyCnf {
            octet("Result", result);
            nonce(myNonce);
            nonce(yourNonce);
        }

        @Override
        public int type() {
            return 0x6009;
        }
    }

    /** A message of Qualcomm's modems between a modem and its own host; HomePlug 1.0 header. */
    sealed interface Qualcomm extends Mme {}

    /** VS_SW_VER.REQ: a host asks its modem who it is. */
    record VersionReq() implements Qualcomm {
        @Override
        public int type() {
            return 0xa000;
        }
    }

    /**
     * VS_SW_VER.CNF: {@code status} 0 is success, {@code device} the kind of chip, {@code version}
     * at most 64 ASCII characters.
     */
    record VersionCnf(int status, int device, String version) implements Qualcomm {
        /** {@link IllegalArgumentException} unless each part fits. */
        public VersionCnf {
            octet("MSTATUS", status);
            octet("MDEVICEID", device);
            if (version.length() > 64) {
                throw new IllegalArgumentException(
                        "expected a version of at most 64 characters, got " + version.length());
            }
        }

        @Override
        public int type() {
            return 0xa001;
        }
    }

    /** VS_PL_LINK_STATUS.REQ: a host asks its modem whether it has a peer. */
    record LinkStatusReq() implements Qualcomm {
        @Override
        public int type() {
            return 0xa0b8;
        }
    }

    /** VS_PL_LINK_STATUS.CNF: {@code status} 0 is success; {@code linked}: there is a peer. */
    record LinkStatusCnf(int status, boolean linked) implements Qualcomm {
        /** {@link IllegalArgumentException} unless the status fits an octet. */
        public LinkStatusCnf {
            octet("MSTATUS", status);
        }

        @Override
        public int type() {
            return 0xa0b9;
        }
    }

    /**
     * A message of a type this module does not interpret, other vendors' for example; {@code body}
     * as received, with padding.
     */
    record Other(int version, int type, Bytes body) implements Mme {
        /** {@link IllegalArgumentException} unless the version fits an octet and the type two. */
        public Other {
            octet("MMV", version);
            if (type < 0 || type > 0xffff) {
                throw new IllegalArgumentException("expected an MMTYPE of two octets, got " + type);
            }
        }
    }

    private static void octet(String name, int value) {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("expected " + name + " of one octet, got " + value);
        }
    }

    private static void nonce(long value) {
        if (value < 0 || value > 0xffff_ffffL) {
            throw new IllegalArgumentException("expected a nonce of four octets, got " + value);
        }
    }
}

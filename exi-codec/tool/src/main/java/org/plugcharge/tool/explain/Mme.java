package org.plugcharge.tool.explain;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.session.Party;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A HomePlug management message as it is seen on a cable; lenient, as its sender may be the reason
 * to look.
 *
 * @param kind what it is; nothing if it has no part in SLAC
 * @param type the number on the wire
 * @param body what comes behind the header
 */
record Mme(Optional<Kind> kind, int type, Bytes body) {

    private static final int MAC_LENGTH = 6;
    private static final int RUN_ID_LENGTH = 8;

    /** The messages of SLAC, with who sends them and where the run's id lies in the body. */
    enum Kind {
        SLAC_PARM_REQ(0x6064, "CM_SLAC_PARM.REQ", Party.VEHICLE, 2),
        SLAC_PARM_CNF(0x6065, "CM_SLAC_PARM.CNF", Party.STATION, 17),
        START_ATTEN_CHAR_IND(0x606A, "CM_START_ATTEN_CHAR.IND", Party.VEHICLE, 11),
        MNBC_SOUND_IND(0x6076, "CM_MNBC_SOUND.IND", Party.VEHICLE, 20),
        ATTEN_PROFILE_IND(0x6086, "CM_ATTEN_PROFILE.IND", Party.STATION, -1),
        ATTEN_CHAR_IND(0x606E, "CM_ATTEN_CHAR.IND", Party.STATION, 8),
        ATTEN_CHAR_RSP(0x606F, "CM_ATTEN_CHAR.RSP", Party.VEHICLE, 8),
        VALIDATE_REQ(0x6078, "CM_VALIDATE.REQ", Party.VEHICLE, -1),
        VALIDATE_CNF(0x6079, "CM_VALIDATE.CNF", Party.STATION, -1),
        SLAC_MATCH_REQ(0x607C, "CM_SLAC_MATCH.REQ", Party.VEHICLE, 50),
        SLAC_MATCH_CNF(0x607D, "CM_SLAC_MATCH.CNF", Party.STATION, 50),
        SET_KEY_REQ(0x6008, "CM_SET_KEY.REQ", null, -1),
        SET_KEY_CNF(0x6009, "CM_SET_KEY.CNF", null, -1),
        AMP_MAP_REQ(0x601C, "CM_AMP_MAP.REQ", null, -1),
        AMP_MAP_CNF(0x601D, "CM_AMP_MAP.CNF", null, -1);

        private final int type;
        final String title;
        private final @Nullable Party sender;
        private final int runIdAt;

        Kind(int type, String title, @Nullable Party sender, int runIdAt) {
            this.type = type;
            this.title = title;
            this.sender = sender;
            this.runIdAt = runIdAt;
        }

        Optional<Party> sender() {
            return Optional.ofNullable(sender);
        }
    }

    /** What lies behind the ethertype; nothing if it is too short for any message. */
    static Optional<Mme> of(Bytes message) {
        if (message.length() < 3) {
            return Optional.empty();
        }
        boolean old = message.at(0) == 0;
        int header = old ? 3 : 5;
        int type = u8(message, 1) | u8(message, 2) << 8;
        Optional<Kind> kind =
                Arrays.stream(Kind.values()).filter(one -> one.type == type).findFirst();
        return message.length() < header
                ? Optional.empty()
                : Optional.of(new Mme(kind, type, message.slice(header, message.length())));
    }

    private static int u8(Bytes octets, int at) {
        return Byte.toUnsignedInt(octets.at(at));
    }

    /** The octet at this place of the body; -1 where there is none. */
    int octet(int at) {
        return at < body.length() ? u8(body, at) : -1;
    }

    /** These octets of the body; empty where they are not all there. */
    Bytes octets(int from, int length) {
        return from + length <= body.length() ? body.slice(from, from + length) : Bytes.EMPTY;
    }

    /** The id of the matching run, in a message that has one. */
    Optional<Bytes> runId() {
        return kind.filter(one -> one.runIdAt >= 0)
                .map(one -> octets(one.runIdAt, RUN_ID_LENGTH))
                .filter(id -> id.length() > 0);
    }

    String title() {
        return kind.map(one -> one.title).orElse("MME 0x%04X".formatted(type));
    }

    /** What is in it; the network's key is never shown. */
    String summary() {
        String run = runId().map(id -> "run " + id.toHex()).orElse("");
        String rest =
                switch (kind.orElse(Kind.AMP_MAP_REQ)) {
                    case SLAC_PARM_CNF, START_ATTEN_CHAR_IND -> sounding();
                    case MNBC_SOUND_IND -> octet(19) + " to come";
                    case ATTEN_CHAR_IND ->
                            octet(50) + " sounds, " + attenuation(52, octet(51)) + " dB on average";
                    case ATTEN_PROFILE_IND ->
                            "vehicle "
                                    + mac(0)
                                    + ", "
                                    + attenuation(8, octet(6))
                                    + " dB on average";
                    case ATTEN_CHAR_RSP -> "result " + octet(50);
                    case VALIDATE_REQ, VALIDATE_CNF ->
                            "timer or toggles " + octet(1) + ", result " + octet(2);
                    case SLAC_MATCH_REQ -> "vehicle " + mac(21) + ", station " + mac(44);
                    case SLAC_MATCH_CNF ->
                            "vehicle "
                                    + mac(21)
                                    + ", station "
                                    + mac(44)
                                    + ", network "
                                    + octets(66, 7).toHex()
                                    + ", key not shown";
                    case SET_KEY_REQ -> "network " + octets(14, 7).toHex() + ", key not shown";
                    case SET_KEY_CNF -> "result " + octet(0);
                    default -> "";
                };
        return run.isEmpty() || rest.isEmpty() ? run + rest : run + ", " + rest;
    }

    private String sounding() {
        int at = kind.filter(one -> one == Kind.SLAC_PARM_CNF).isPresent() ? 6 : 2;
        return octet(at) + " sounds in " + octet(at + 1) * 100 + " ms";
    }

    private String attenuation(int from, int groups) {
        Bytes all = octets(from, Math.max(0, groups));
        return all.length() == 0
                ? "no"
                : String.format(
                        java.util.Locale.ROOT,
                        "%.1f",
                        IntStream.range(0, all.length())
                                .map(at -> u8(all, at))
                                .average()
                                .orElse(0));
    }

    private String mac(int from) {
        return mac(octets(from, MAC_LENGTH));
    }

    static String mac(Bytes address) {
        return IntStream.range(0, address.length())
                .mapToObj(at -> "%02x".formatted(address.at(at)))
                .collect(Collectors.joining(":"));
    }
}

package org.plugcharge.v2g.v2gtp;

/** A frame of a type without meaning, passed over as [V2G2-800] asks; the connection goes on. */
public record Skipped(int payloadType, long length) implements V2gtpEvent {

    @Override
    public String toString() {
        return "frame of unknown payload type 0x%04X with %d octets ignored"
                .formatted(payloadType, length);
    }
}

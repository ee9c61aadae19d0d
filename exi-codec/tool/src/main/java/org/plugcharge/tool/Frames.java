package org.plugcharge.tool;

import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.session.MessageReader;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.v2gtp.Broken;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.Skipped;
import org.plugcharge.v2g.v2gtp.V2gtpDecoder;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes V2GTP headers off. */
final class Frames {

    /** A payload; its type is known if there was a header. */
    record Payload(Optional<PayloadType> type, Bytes octets) {

        /** The sets that may come under this type; all without a header. */
        List<MessageSet> sets() {
            return type.map(MessageReader::sets).orElse(List.of(MessageSet.values()));
        }

        boolean isDiscovery() {
            return type.filter(one -> MessageReader.sets(one).isEmpty()).isPresent();
        }
    }

    private Frames() {}

    /** The payloads of one or several frames; what does not begin like a frame is a payload. */
    static List<Payload> payloads(Bytes octets) {
        boolean framed = octets.length() >= 2 && octets.at(0) == 1 && octets.at(1) == (byte) 0xFE;
        if (!framed) {
            return List.of(new Payload(Optional.empty(), octets));
        }
        V2gtpDecoder decoder = new V2gtpDecoder();
        List<Payload> payloads = new ArrayList<>();
        decoder.feed(octets)
                .forEach(event -> {
                    switch (event) {
                        case V2gtpFrame frame ->
                                payloads.add(
                                        new Payload(Optional.of(frame.type()), frame.payload()));
                        case Skipped skipped -> throw new InputException(skipped.toString());
                        case Broken broken -> throw new InputException(broken.text());
                    }
                });
        if (decoder.midFrame()) {
            throw new InputException(
                    "expected a whole frame, found an incomplete one in "
                            + octets.length()
                            + " octets");
        }
        return payloads;
    }
}

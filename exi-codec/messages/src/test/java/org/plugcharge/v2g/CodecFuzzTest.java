package org.plugcharge.v2g;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.V2gtpDecoder;
import org.plugcharge.v2g.v2gtp.V2gtpEvent;
import org.plugcharge.v2g.v2gtp.V2gtpException;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.util.ArrayList;
import java.util.List;

/**
 * For Jazzer ({@code .ci/fuzz}); in the normal build it runs what was found before. A document that
 * is read can be written, and is then read as the same.
 */
class CodecFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void app(byte[] data) {
        decode(MessageSet.APP, data);
    }

    @FuzzTest(maxDuration = "60s")
    void din70121(byte[] data) {
        decode(MessageSet.DIN, data);
    }

    @FuzzTest(maxDuration = "60s")
    void iso2(byte[] data) {
        decode(MessageSet.ISO2, data);
    }

    @FuzzTest(maxDuration = "60s")
    void commonMessages(byte[] data) {
        decode(MessageSet.ISO20_COMMON_MESSAGES, data);
    }

    @FuzzTest(maxDuration = "60s")
    void ac(byte[] data) {
        decode(MessageSet.ISO20_AC, data);
    }

    @FuzzTest(maxDuration = "60s")
    void acDerIec(byte[] data) {
        decode(MessageSet.ISO20_AC_DER_IEC, data);
    }

    @FuzzTest(maxDuration = "60s")
    void acDerSae(byte[] data) {
        decode(MessageSet.ISO20_AC_DER_SAE, data);
    }

    @FuzzTest(maxDuration = "60s")
    void dc(byte[] data) {
        decode(MessageSet.ISO20_DC, data);
    }

    @FuzzTest(maxDuration = "60s")
    void wpt(byte[] data) {
        decode(MessageSet.ISO20_WPT, data);
    }

    @FuzzTest(maxDuration = "60s")
    void acdp(byte[] data) {
        decode(MessageSet.ISO20_ACDP, data);
    }

    @FuzzTest(maxDuration = "60s")
    void xmldsig(byte[] data) {
        decode(MessageSet.XMLDSIG, data);
    }

    /** All sets, and what only the lenient let pass. */
    @FuzzTest(maxDuration = "60s")
    void lenient(FuzzedDataProvider data) {
        MessageSet set = data.pickValue(MessageSet.values());
        Bytes octets = Bytes.owning(data.consumeRemainingAsBytes());
        NamedValue root;
        try {
            root = set.decodeDocument(new BitReader(octets).lenient());
        } catch (ExiException _) {
            return; // The only exception there may be.
        }
        set.encodeDocument(new BitWriter().lenient(), root);
    }

    @FuzzTest(maxDuration = "60s")
    void frames(FuzzedDataProvider data) {
        V2gtpDecoder decoder = new V2gtpDecoder();
        V2gtpDecoder atOnce = new V2gtpDecoder();
        List<V2gtpEvent> inPieces = new ArrayList<>();
        Bytes all = Bytes.EMPTY;
        while (data.remainingBytes() > 0) {
            Bytes piece = Bytes.owning(data.consumeBytes(data.consumeInt(1, 64)));
            inPieces.addAll(decoder.feed(piece));
            all = all.plus(piece);
        }
        if (!atOnce.feed(all).equals(inPieces) || atOnce.midFrame() != decoder.midFrame()) {
            throw new IllegalStateException("not the same in pieces: " + inPieces);
        }
        for (V2gtpEvent event : inPieces) {
            if (event instanceof V2gtpFrame frame
                    && frame.payload().length() > frame.type().limit()) {
                throw new IllegalStateException("longer than its limit: " + frame);
            }
        }
    }

    @FuzzTest(maxDuration = "60s")
    void discovery(byte[] octets) {
        Bytes datagram = Bytes.of(octets);
        try {
            V2gtpFrame frame = V2gtpFrame.ofDatagram(datagram);
            if (!frame.encode().equals(datagram)) {
                throw new IllegalStateException("not the same again: " + frame);
            }
        } catch (V2gtpException _) {
            // The only exception there may be.
        }
        try {
            if (!SdpRequest.parse(datagram).encode().equals(datagram)) {
                throw new IllegalStateException("not the same again: " + datagram);
            }
        } catch (V2gtpException _) {
            // The only exception there may be.
        }
        try {
            if (!SdpResponse.parse(datagram).encode().equals(datagram)) {
                throw new IllegalStateException("not the same again: " + datagram);
            }
        } catch (V2gtpException _) {
            // The only exception there may be.
        }
    }

    /** The first bit says whether the rest is a document or a fragment. */
    private static void decode(MessageSet set, byte[] data) {
        boolean fragment = data.length > 0 && (data[0] & 1) != 0 && !set.fragments().isEmpty();
        Bytes octets = data.length == 0 ? Bytes.EMPTY : Bytes.of(data, 1, data.length - 1);
        NamedValue root;
        try {
            root = fragment ? set.decodeFragment(octets) : set.decodeDocument(octets);
        } catch (ExiException _) {
            return; // The only exception there may be.
        }
        NamedValue again =
                fragment
                        ? set.decodeFragment(set.encodeFragment(root))
                        : set.decodeDocument(set.encodeDocument(root));
        if (!root.equals(again)) {
            throw new IllegalStateException("not the same again: " + octets + " " + root);
        }
    }
}

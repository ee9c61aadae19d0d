package org.plugcharge.v2g;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.V2gtpDecoder;
import org.plugcharge.v2g.v2gtp.V2gtpException;

/** For Jazzer ({@code JAZZER_FUZZ=1}); in the normal build it runs what was found before. */
class CodecFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void documents(FuzzedDataProvider data) {
        MessageSet set = data.pickValue(MessageSet.values());
        Bytes octets = Bytes.owning(data.consumeRemainingAsBytes());
        try {
            NamedValue root = set.decodeDocument(octets);
            if (!set.decodeDocument(set.encodeDocument(root)).equals(root)) {
                throw new IllegalStateException("not the same again: " + root);
            }
        } catch (ExiException _) {
            // The only exception there may be.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void fragments(FuzzedDataProvider data) {
        MessageSet set = data.pickValue(MessageSet.values());
        try {
            set.decodeFragment(Bytes.owning(data.consumeRemainingAsBytes()));
        } catch (ExiException _) {
            // The only exception there may be.
        }
    }

    @FuzzTest(maxDuration = "60s")
    void frames(FuzzedDataProvider data) {
        V2gtpDecoder decoder = new V2gtpDecoder();
        while (data.remainingBytes() > 0) {
            decoder.feed(Bytes.owning(data.consumeBytes(data.consumeInt(1, 64))));
        }
    }

    @FuzzTest(maxDuration = "60s")
    void discovery(byte[] octets) {
        try {
            SdpRequest.parse(Bytes.of(octets));
        } catch (V2gtpException _) {
            // The only exception there may be.
        }
        try {
            SdpResponse.parse(Bytes.of(octets));
        } catch (V2gtpException _) {
            // The only exception there may be.
        }
    }
}
